namespace Impact.Core.Catalogue;

/// <summary>The shape of one published table: what a row is, its columns, and which columns find a row.</summary>
/// <param name="Id">Stable identifier and file name, lower case with underscores.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Grain">What one row is, in a sentence.</param>
/// <param name="Columns">Columns in published order; the last ones are always the context columns of <see cref="PublishedTables"/>.</param>
/// <param name="Key">The columns that together find one row; rows are published in the order of the key.</param>
/// <param name="Protection">The protection class of its figures.</param>
public sealed record TableSchema(
    string Id,
    BilingualText Title,
    BilingualText Grain,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<string> Key,
    ProtectionClass Protection
)
{
    /// <summary>Whether its rows describe the cut-off day alone, so that the next release puts others in their place; else a published row stays.</summary>
    public bool IsOfOneDay { get; init; }

    /// <summary>Position of a column, from 0.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index].Name, column, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new KeyNotFoundException($"Table {Id} has no column {column}.");
    }

    /// <summary>Whether the table has a column.</summary>
    public bool Has(string column) => Columns.Any(known => string.Equals(known.Name, column, StringComparison.Ordinal));
}
