namespace Impact.Core.Intake;

/// <summary>Writes names and codes of a profile or fund file into SQL. Cells of a file never go this way: they are bound or stay in the engine.</summary>
internal static class SqlLiteral
{
    /// <summary>A text constant.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A column name.</summary>
    public static string Name(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A list of text constants. Membership is asked with <c>list_contains</c>: an IN list may become a join, and a join loses the order of lines.</summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";
}
