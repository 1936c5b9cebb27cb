using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>One condition on a column: <c>column=value</c> or <c>column.op=value</c>. All conditions of a question must hold.</summary>
internal sealed class RowFilter
{
    private const string Equal = "eq";

    private static readonly string[] Orders = ["gt", "gte", "lt", "lte"];
    private static readonly string[] Operators = [Equal, "notEq", "in", "notIn", .. Orders];

    private readonly int _column;
    private readonly string _operator;
    private readonly IReadOnlyList<object?> _values;

    private RowFilter(int column, string op, IReadOnlyList<object?> values) =>
        (_column, _operator, _values) = (column, op, values);

    /// <summary>Reads the conditions of a question; what is not understood is refused.</summary>
    public static Asked<IReadOnlyList<RowFilter>> Read(TableSchema schema, ApiQuery query)
    {
        var filters = new List<RowFilter>();
        foreach (var (name, value) in query.Others)
        {
            var parts = name.Split('.', 2);
            var op = parts.Length == 1 ? Equal : parts[1];
            var words = op is "in" or "notIn" ? value.Split(',') : [value];
            var filter = Of(schema, (parts[0], op), words, ApiQuery.Echo(name));
            if (filter.Refusal is { } refusal)
            {
                return refusal;
            }

            filters.Add(filter.Value!);
        }

        return filters;
    }

    /// <summary>One condition.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="asked">The column, as in the file or as in JSON, and the comparison.</param>
    /// <param name="words">The values, as written.</param>
    /// <param name="path">Where in the question it stands.</param>
    public static Asked<RowFilter> Of(
        TableSchema schema,
        (string Column, string Operator) asked,
        string[] words,
        string path
    ) =>
        ColumnOf(schema, asked.Column, path)
            .Then<RowFilter>(column =>
                Operators.Contains(asked.Operator, StringComparer.Ordinal)
                && TryRead(column, asked.Operator, words, out var values)
                    ? new RowFilter(schema.IndexOf(column.Name), asked.Operator, values)
                    : ApiRefusal.Wrong(Faults.ApiFilterWrong, path, Hint(column))
            );

    /// <summary>A column by its name in the file or in JSON.</summary>
    public static Asked<TableColumn> ColumnOf(TableSchema schema, string name, string path) =>
        schema.Columns.FirstOrDefault(one => one.Name == name || RowJson.FieldOf(one.Name) == name) is { } column
            ? column
            : ApiRefusal.Wrong(Faults.ApiFieldUnknown, path, string.Join(", ", schema.Columns.Select(one => one.Name)));

    /// <summary>Whether a row fulfils the condition. An empty cell is neither more nor less than anything.</summary>
    public bool Keeps(TableRow row)
    {
        var cell = row.Cells[_column];
        return _operator switch
        {
            Equal or "in" => _values.Contains(cell),
            "notEq" or "notIn" => !_values.Contains(cell),
            _ => cell is not null && Order(_operator, Compare(cell, _values[0]!)),
        };
    }

    /// <summary>The order of two cells of one column, neither of them empty.</summary>
    public static int Compare(object left, object right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);

    private static bool Order(string op, int order) =>
        op switch
        {
            "gt" => order > 0,
            "gte" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };

    private static string Hint(TableColumn column) =>
        column.Categories is { } list
            ? string.Join(", ", list.Codes.Select(code => code.Value))
            : column.Type.ToString().ToLowerInvariant();

    private static bool TryRead(TableColumn column, string op, string[] words, out IReadOnlyList<object?> values)
    {
        var read = words.Select(word => Read(column, word)).ToArray();
        values = [.. read.Select(one => one.Value)];
        return read.All(one => one.Fits) && (!Orders.Contains(op, StringComparer.Ordinal) || values[0] is not null);
    }

    /// <summary>A value as the column is typed; an empty word means an empty cell.</summary>
    private static (bool Fits, object? Value) Read(TableColumn column, string word)
    {
        var culture = CultureInfo.InvariantCulture;
        if (word.Length == 0)
        {
            return (true, null);
        }

        return column.Type switch
        {
            ColumnType.Integer => (long.TryParse(word, NumberStyles.AllowLeadingSign, culture, out var whole), whole),
            ColumnType.Decimal => (
                decimal.TryParse(
                    word,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    culture,
                    out var number
                ),
                number
            ),
            ColumnType.Date => (
                DateOnly.TryParseExact(word, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day),
                day
            ),
            ColumnType.Boolean => (word is "true" or "false", word is "true"),
            _ => (column.Categories?.Has(word) ?? true, word),
        };
    }
}
