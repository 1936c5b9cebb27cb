using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Impact.Web.Tests;

/// <summary>Reads what a page shows: enough for tests, no more.</summary>
internal static partial class Html
{
    /// <summary>Inner HTML of every element of a name whose start tag holds a text.</summary>
    public static IReadOnlyList<string> Elements(string html, string name, string holding = "") =>
        [
            .. Regex
                .Matches(
                    html,
                    $"<{name}(?<tag>[ >][^>]*)?>(?<inner>.*?)</{name}>",
                    RegexOptions.Singleline | RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(10)
                )
                .Where(match => match.Groups["tag"].Value.Contains(holding, StringComparison.Ordinal))
                .Select(match => match.Groups["inner"].Value),
        ];

    /// <summary>What a reader reads: no tags, entities resolved, blanks joined.</summary>
    public static string Text(string html) =>
        Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    /// <summary>Exact values of the amounts in a piece of HTML, in order.</summary>
    public static IReadOnlyList<decimal> Values(string html) =>
        [
            .. DataValue()
                .Matches(html)
                .Select(match => decimal.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)),
        ];

    /// <summary>The text that stands for the first amount.</summary>
    public static string ShownAmount(string html) => Text(DataValue().Match(html).Groups["text"].Value);

    /// <summary>Every address the page links to or loads.</summary>
    public static IReadOnlyList<string> Addresses(string html) =>
        [.. Address().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value))];

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blanks();

    [GeneratedRegex(
        "<data value=\"(?<value>[^\"]+)\">(?<text>[^<]*)</data>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex DataValue();

    [GeneratedRegex(
        " (href|src|srcset)=\"(?<address>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Address();
}
