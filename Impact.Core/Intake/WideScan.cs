using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The scan of a table with one line a day and one column a currency: each cell of a currency becomes a row, line by line.</summary>
internal static class WideScan
{
    private const string Unnamed = "unnamed";

    /// <summary>Whether a column is none of the file's but made here, from a heading or from the cells under it.</summary>
    public static bool IsMade(string column, Profile profile) =>
        profile.Wide is { } wide && (column == wide.Name || column == wide.Value);

    /// <summary>Whether a heading is a currency's, or the empty one behind a comma at the end of every line.</summary>
    public static bool Knows(string heading, Profile profile) =>
        profile.Wide is not null && (heading.Length == 0 || WideLayout.IsCurrency(heading));

    /// <summary>Writes the scan. Unnesting lists keeps the order of lines; a join would not.</summary>
    /// <param name="file">The file, already surveyed.</param>
    /// <param name="headings">Its headings.</param>
    /// <param name="profile">What the file should be.</param>
    /// <param name="csv">Writes the scan of the lines under headings that each have a name.</param>
    /// <exception cref="FaultException"><see cref="Faults.FileColumns"/>: there is no currency, or the file is no CSV.</exception>
    public static string Sql(
        SourceFile file,
        IReadOnlyList<string> headings,
        Profile profile,
        Func<IReadOnlyList<string>, string> csv
    )
    {
        var currencies = headings.Where(WideLayout.IsCurrency).ToList();
        if (file.IsParquet || currencies.Count == 0)
        {
            throw new FaultException(new Fault(Faults.FileColumns, file.Name, "no column of a currency in a CSV file"));
        }

        var wide = profile.Wide!;
        var kept = profile
            .Columns.Where(column => !IsMade(column.Name, profile))
            .Select(column => SqlLiteral.Name(column.Name));
        var cells = string.Join(", ", currencies.Select(SqlLiteral.Name));
        var lines = csv([.. headings.Select(heading => heading.Length == 0 ? Unnamed : heading)]);
        return $"""
            (SELECT {string.Join(", ", kept)}, unnest({SqlLiteral.List(currencies)}) AS {SqlLiteral.Name(wide.Name)},
                unnest([{cells}]) AS {SqlLiteral.Name(wide.Value)} FROM {lines})
            """;
    }
}
