using System.Globalization;

namespace Impact.Core.Catalogue;

/// <summary>A table as the public reads it: typed rows of one schema, in the order of its key.</summary>
/// <remarks>
/// A cell is null (empty), a <see cref="string"/>, a <see cref="long"/>, a <see cref="decimal"/>, a <see cref="DateOnly"/> or a
/// <see cref="bool"/>, as its column says. It is data to read: what may be published is decided before, by Disclosure.
/// </remarks>
public sealed class PublishedTable
{
    /// <summary>Checks every row against the schema and puts the rows in the order of the key.</summary>
    /// <param name="schema">The shape.</param>
    /// <param name="rows">One array a row, one cell a column.</param>
    /// <exception cref="ArgumentException">A row has another width, a cell another type, or two rows the same key.</exception>
    public PublishedTable(TableSchema schema, IEnumerable<IReadOnlyList<object?>> rows)
    {
        Schema = schema;
        var key = schema.Key.Select(schema.IndexOf).ToArray();
        var sorted = rows.ToList();
        sorted.ForEach(row => RequireShape(schema, row));
        sorted.Sort((left, right) => CompareKeys(key, left, right));
        for (var index = 1; index < sorted.Count; index++)
        {
            if (CompareKeys(key, sorted[index - 1], sorted[index]) == 0)
            {
                throw new ArgumentException($"Table {schema.Id} has two rows with one key.", nameof(rows));
            }
        }

        Rows = [.. sorted.Select(row => new TableRow(schema, row))];
    }

    /// <summary>The shape of the rows.</summary>
    public TableSchema Schema { get; }

    /// <summary>The rows, in the order of the key; may be none.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    private static void RequireShape(TableSchema schema, IReadOnlyList<object?> row)
    {
        if (row.Count != schema.Columns.Count)
        {
            throw new ArgumentException($"Table {schema.Id} has a row of another width.", nameof(row));
        }

        for (var index = 0; index < row.Count; index++)
        {
            if (!Fits(schema.Columns[index], row[index]))
            {
                throw new ArgumentException(
                    $"Table {schema.Id} has a cell of another type in column {schema.Columns[index].Name}.",
                    nameof(row)
                );
            }
        }
    }

    private static bool Fits(TableColumn column, object? cell) =>
        cell switch
        {
            null => column.Nullable,
            string code => column.Type == ColumnType.Text && (column.Categories?.Has(code) ?? true),
            long => column.Type == ColumnType.Integer,
            decimal => column.Type == ColumnType.Decimal,
            DateOnly => column.Type == ColumnType.Date,
            bool => column.Type == ColumnType.Boolean,
            _ => false,
        };

    private static int CompareKeys(int[] key, IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        foreach (var index in key)
        {
            var order = CompareCells(left[index], right[index]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int CompareCells(object? left, object? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => string.CompareOrdinal(a, b),
            (IComparable a, _) => a.CompareTo(right),
            _ => throw new ArgumentException("Cells of a key must be comparable.", nameof(left)),
        };
}

/// <summary>One row of a published table.</summary>
public sealed class TableRow
{
    private readonly IReadOnlyList<object?> _cells;

    internal TableRow(TableSchema schema, IReadOnlyList<object?> cells)
    {
        Schema = schema;
        _cells = cells;
    }

    /// <summary>The shape of the row.</summary>
    public TableSchema Schema { get; }

    /// <summary>The cells in the order of the columns.</summary>
    public IReadOnlyList<object?> Cells => _cells;

    /// <summary>The cell of a column, or null where it is empty.</summary>
    public object? this[string column] => _cells[Schema.IndexOf(column)];

    /// <summary>The text of a column; empty where the cell is.</summary>
    public string Text(string column) => this[column] as string ?? string.Empty;

    /// <summary>The whole number of a column, or null where the cell is empty.</summary>
    public long? Integer(string column) => (long?)this[column];

    /// <summary>The decimal number of a column, or null where the cell is empty.</summary>
    public decimal? Decimal(string column) => (decimal?)this[column];

    /// <summary>The day of a column, or null where the cell is empty.</summary>
    public DateOnly? Date(string column) => (DateOnly?)this[column];

    /// <summary>The truth value of a column.</summary>
    public bool Boolean(string column) => this[column] is true;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Schema.Id} row");
}
