using System.Globalization;
using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Architecture.Tests.Documents;

/// <summary><c>docs/metrics.md</c>: every card as readers and researchers see it.</summary>
internal static class MetricDocument
{
    /// <summary>The whole document.</summary>
    /// <param name="cards">The cards of what is published.</param>
    /// <param name="keptIn">The cards of what is computed and stays in.</param>
    public static string Write(IReadOnlyList<MetricCard> cards, IReadOnlyList<MetricCard> keptIn)
    {
        var text = new StringBuilder("# Metrics\n\n").Append(GeneratedDocument.Notice);
        text.Append(
            "What every published metric means. A figure that is not told by its source is empty, with the reason beside it.\n"
        );
        text.Append(
            "Each example is run by the tests, on both engines: its books go through gates, metrics and disclosure control, and the table must\n"
                + "show its figures. They are of an invented fund in dollars with two partners, `XI-ONE` and `XI-TWO`.\n"
        );
        foreach (var card in cards)
        {
            Section(text, card);
        }

        text.Append("\n# Computed and kept in\n\n");
        text.Append(
            "Counts and quotients of single donors' and households' records. No policy publishes them: they would leave only through disclosure\n"
                + "control, with noise, and until then no table, page or file shows them.\n"
        );
        foreach (var card in keptIn)
        {
            Section(text, card);
        }

        return text.Append(NotComputed).ToString();
    }

    /// <summary>What the conventions of the field name and this catalogue does not have, with the reason.</summary>
    private const string NotComputed =
        "\n# Not computed\n\n"
        + "- Time to first service (days from the first disbursement to a partner to the first service it records). It is one day of one\n"
        + "  household's record: whoever knows the day of the disbursement reads from it when the first family was helped, and noise large enough to\n"
        + "  hide one household leaves nothing of a minimum. Medians and curves over single households are never published (protection class\n"
        + "  `notpublished`); computed and kept in it would serve nobody.\n";

    private static void Section(StringBuilder text, MetricCard card)
    {
        var version = card.Version.ToString(CultureInfo.InvariantCulture);
        text.Append("\n## ").Append(card.Id).Append("\n\n");
        text.Append("- en: **")
            .Append(card.Title.En)
            .Append("** (")
            .Append(card.Term.En)
            .Append("). ")
            .Append(card.Explanation.En)
            .Append('\n');
        text.Append("- es: **")
            .Append(card.Title.Es)
            .Append("** (")
            .Append(card.Term.Es)
            .Append("). ")
            .Append(card.Explanation.Es)
            .Append('\n');
        text.Append("- Formula: ").Append(card.Formula).Append('\n');
        text.Append("- Unit: ")
            .Append(Word(card.Unit))
            .Append("; protection: ")
            .Append(Word(card.Protection))
            .Append("; version ")
            .Append(version)
            .Append('\n');
        text.Append("- Combined over time by ").Append(Word(card.Aggregation.Time));
        text.Append(", organisation by ").Append(Word(card.Aggregation.Organisation));
        text.Append(", place by ").Append(Word(card.Aggregation.Place));
        text.Append(", service by ").Append(Word(card.Aggregation.Service)).Append('\n');
        if (card.Counter is { } counter)
        {
            text.Append("- Shown with equal weight beside it: `").Append(counter).Append("`\n");
        }

        text.Append("- Finality: en: ").Append(card.Finality.En).Append(" es: ").Append(card.Finality.Es).Append('\n');
        text.Append("- Completeness: en: ")
            .Append(card.Completeness.En)
            .Append(" es: ")
            .Append(card.Completeness.Es)
            .Append('\n');
        text.Append("- Table `")
            .Append(card.Table)
            .Append("`, computed by `")
            .Append(card.Sql)
            .Append("` and a second time, without SQL, by `")
            .Append(card.Reference)
            .Append("`. Source: ")
            .Append(card.Source)
            .Append('\n');
        Example(text, WorkedExamples.Of(card));
    }

    private static void Example(StringBuilder text, WorkedExample example)
    {
        text.Append("\nExample, to ")
            .Append(example.CutOff.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Append(". ")
            .Append(example.Remark)
            .Append('\n');
        foreach (var table in example.Given)
        {
            Table(text, table);
        }

        text.Append("\nShows in `").Append(example.Table).Append("`:\n");
        Table(text, example.Shown);
    }

    private static void Table(StringBuilder text, ExampleTable table)
    {
        text.Append('\n');
        Line(text, table.Columns);
        Line(text, table.Columns.Select(_ => "---"));
        foreach (var row in table.Rows)
        {
            Line(text, row);
        }
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Word<T>(T value)
        where T : struct, Enum => $"`{value.ToString().ToLowerInvariant()}`";
}
