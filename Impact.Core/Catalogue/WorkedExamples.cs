using System.Globalization;

namespace Impact.Core.Catalogue;

/// <summary>The worked examples of the cards, read from the files of <c>Catalogue/Examples</c>.</summary>
/// <remarks>
/// A file holds sections: <c>## card</c>, a line <c>To YYYY-MM-DD.</c> with a remark, tables of the books, a line
/// <c>Shows in `table`:</c> and one table. They are plain Markdown, so that a statistician can read and sign them.
/// </remarks>
public static class WorkedExamples
{
    private const string Resources = "examples/";
    private const string Heading = "## ";
    private const string LastDay = "To ";
    private const string ShownIn = "Shows in `";

    /// <summary>All examples, file by file.</summary>
    public static IReadOnlyList<WorkedExample> All { get; } = [.. Texts().SelectMany(Parse)];

    /// <summary>The example of a card.</summary>
    /// <exception cref="InvalidOperationException">The card has none, or several.</exception>
    public static WorkedExample Of(MetricCard card) => All.Single(example => example.Card == card.Id);

    /// <summary>The examples of one file.</summary>
    /// <exception cref="FormatException">The text does not have the form above.</exception>
    public static IReadOnlyList<WorkedExample> Parse(string text) =>
        [.. text.Split("\n" + Heading).Select(section => Example(section.Split('\n')))];

    private static WorkedExample Example(string[] lines)
    {
        var day = Single(lines, LastDay)[LastDay.Length..];
        var tables = Tables(lines).ToList();
        var shown = Single(lines, ShownIn);
        return tables.Count < 2
            ? throw new FormatException("An example has the books and what is shown.")
            : new(
                lines[0].Replace(Heading, string.Empty, StringComparison.Ordinal).Trim(),
                DateOnly.ParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                day[11..].Trim(),
                tables[..^1],
                shown[ShownIn.Length..shown.LastIndexOf('`')],
                tables[^1]
            );
    }

    private static string Single(string[] lines, string start) =>
        lines.SingleOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))
        ?? throw new FormatException($"A line is missing that begins with: {start}");

    private static IEnumerable<ExampleTable> Tables(string[] lines)
    {
        for (var first = 0; first < lines.Length; first++)
        {
            var rows = lines.Skip(first).TakeWhile(line => line.StartsWith('|')).Select(Cells).ToList();
            if (rows.Count > 2)
            {
                // The second line only draws the rule under the heading.
                yield return rows.Skip(2).All(row => row.Count == rows[0].Count)
                    ? new(rows[0], [.. rows.Skip(2)])
                    : throw new FormatException("A row of an example has another number of cells than its heading.");
            }

            first += rows.Count;
        }
    }

    private static IReadOnlyList<string> Cells(string line) =>
        [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static IEnumerable<string> Texts()
    {
        var assembly = typeof(WorkedExamples).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Resources, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }
}
