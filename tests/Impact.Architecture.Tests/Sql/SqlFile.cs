using System.Text.RegularExpressions;

namespace Impact.Architecture.Tests.Sql;

/// <summary>What is wrong with a SQL file's form.</summary>
internal static partial class SqlFile
{
    private static readonly string[] HeadingWords = ["Grain", "Unit", "Parameters", "Empty case"];

    /// <summary>The comment that a file begins with, its marks taken off.</summary>
    public static string Heading(string sql) =>
        string.Join(
            '\n',
            sql.Split('\n')
                .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
                .Select(line => line[2..].Trim())
        );

    /// <summary>Words that the heading must have and lacks.</summary>
    public static IEnumerable<string> MissingWords(string sql) =>
        HeadingWords.Where(word => !Heading(sql).Contains(word, StringComparison.Ordinal));

    /// <summary>Marks that stand for a value and are not a dollar sign with a name.</summary>
    public static IEnumerable<string> StrangePlaceholders(string sql) =>
        Placeholder().Matches(CommentOrText().Replace(sql, " ")).Select(match => match.Value);

    /// <summary>Named values that the statement uses and its heading does not list.</summary>
    public static IEnumerable<string> UndocumentedParameters(string sql) =>
        Named()
            .Matches(CommentOrText().Replace(sql, " "))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Where(name =>
                !Regex.IsMatch(Heading(sql), Regex.Escape(name) + @"\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            );

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(
        @"\?|[{}@]|%[sd]|(?<!:):[A-Za-z_]+|\$(?![a-z_])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$[a-z_]\w*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
