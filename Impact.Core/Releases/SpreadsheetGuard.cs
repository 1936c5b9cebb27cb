namespace Impact.Core.Releases;

/// <summary>Keeps a text that begins like a formula from running when a CSV file is opened in a spreadsheet, and gives it back exactly.</summary>
/// <remarks>
/// Such a text is written with one apostrophe before it, and so is a text that begins with an apostrophe: what is read back is always
/// what was written. Numbers are never marked. Source: OWASP, "CSV Injection", with the wide forms that some spreadsheets take for the narrow.
/// </remarks>
internal static class SpreadsheetGuard
{
    private const char Mark = '\'';

    private static readonly System.Buffers.SearchValues<char> Runs = System.Buffers.SearchValues.Create(
        "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20"
    );

    /// <summary>Whether a spreadsheet could take a text for a formula: its first character decides.</summary>
    public static bool MayRun(string text) => text.Length > 0 && Runs.Contains(text[0]);

    /// <summary>The text as a CSV cell holds it.</summary>
    public static string Write(string text) =>
        MayRun(text) || (text.Length > 0 && text[0] == Mark) ? string.Concat("'", text) : text;

    /// <summary>The text that a CSV cell was written for; null when no text is written like this.</summary>
    public static string? Read(string cell)
    {
        if (cell.Length == 0 || cell[0] != Mark)
        {
            return MayRun(cell) ? null : cell;
        }

        var text = cell[1..];
        return text.Length > 0 && (text[0] == Mark || MayRun(text)) ? text : null;
    }
}
