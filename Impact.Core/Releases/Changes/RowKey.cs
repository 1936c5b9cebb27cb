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

    /// <summary>The parts of a key, in order: columns with the text of their cells.</summary>
    public static IReadOnlyList<(string Column, string Text)> Parts(string key)
    {
        List<string> parts = [string.Empty];
        for (var index = 0; index < key.Length; index++)
        {
            if (key[index] == ';')
            {
                // A part ends with "; ".
                parts.Add(string.Empty);
                index++;
                continue;
            }

            index += key[index] == '\\' ? 1 : 0;
            parts[^1] += key[index];
        }

        return [.. parts.Where(part => part.Contains('=')).Select(Split)];
    }

    private static (string Column, string Text) Split(string part)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        return (part[..at], part[(at + 1)..]);
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);
}
