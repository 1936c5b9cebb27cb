using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>The key of a row as one text, for example <c>organisation_id=XI-1; quarter=2019-Q4</c>; the fund is left out.</summary>
internal static class RowKey
{
    /// <summary>The key; two rows of one table never have the same.</summary>
    public static string Of(TableRow row) =>
        string.Join(
            "; ",
            row.Schema.Key.Where(column => column != "fund")
                .Select(column => $"{column}={Escaped(CanonicalCsv.Text(row, row.Schema.IndexOf(column)))}")
        );

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);
}
