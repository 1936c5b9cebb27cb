using System.Globalization;
using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Architecture.Tests.Documents;

/// <summary><c>docs/metrics.md</c>: every card as readers and researchers see it.</summary>
internal static class MetricDocument
{
    /// <summary>The whole document.</summary>
    public static string Write(IReadOnlyList<MetricCard> cards)
    {
        var text = new StringBuilder("# Metrics\n\n").Append(GeneratedDocument.Notice);
        text.Append(
            "What every published metric means. A figure that is not told by its source is empty, with the reason beside it.\n"
        );
        foreach (var card in cards)
        {
            Section(text, card);
        }

        return text.ToString();
    }

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

        text.Append("- Table `")
            .Append(card.Table)
            .Append("`, computed by `")
            .Append(card.Sql)
            .Append("`. Source: ")
            .Append(card.Source)
            .Append('\n');
    }

    private static string Word<T>(T value)
        where T : struct, Enum => $"`{value.ToString().ToLowerInvariant()}`";
}
