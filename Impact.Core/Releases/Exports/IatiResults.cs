using System.Globalization;
using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>A partner's statements about people as IATI results: planned is the target, reached the actual value. A withheld value is absent.</summary>
internal static class IatiResults
{
    /// <summary>One result an indicator with a value; none when the release tells none.</summary>
    public static IEnumerable<XElement> Of(ExportSource source, string organisation) =>
        source
            .Rows(PublishedTables.People, organisation)
            .Where(row => row.Integer("value") is not null)
            .GroupBy(row => row.Text("indicator"), StringComparer.Ordinal)
            .Select(rows => Result(source, rows.Key, [.. rows]));

    private static XElement Result(ExportSource source, string indicator, List<TableRow> rows)
    {
        var card = source.Rows(PublishedTables.Indicators).FirstOrDefault(row => row.Text("indicator") == indicator);
        var title = card is null
            ? BilingualText.Same(indicator)
            : new BilingualText(card.Text("title_en"), card.Text("title_es"));
        var adds = card?.Text("agg_time") == "sum" && card.Text("agg_organisation") == "sum" ? "1" : "0";
        return new(
            "result",
            new XAttribute("type", LevelCode(card?.Text("level"))),
            new XAttribute("aggregation-status", adds),
            new XElement("title", IatiFile.Narratives(title)),
            new XElement(
                "indicator",
                new XAttribute("measure", "1"),
                new XAttribute("aggregation-status", adds),
                new XElement("title", IatiFile.Narratives(title)),
                rows.Where(row => row.Text("measure") == "baseline").Select(Baseline),
                rows.Where(row => row.Text("measure") != "baseline")
                    .GroupBy(row => (Start: row.Date("period_start")!.Value, End: row.Date("period_end")!.Value))
                    .OrderBy(period => period.Key)
                    .Select(period => Period(period.Key, [.. period]))
            )
        );
    }

    private static XElement Baseline(TableRow row)
    {
        var start = row.Date("period_start")!.Value;
        return new(
            "baseline",
            new XAttribute("year", start.Year.ToString("0000", CultureInfo.InvariantCulture)),
            new XAttribute("iso-date", ExportSource.Iso(start)),
            Value(row),
            Split(row)
        );
    }

    private static XElement Period((DateOnly Start, DateOnly End) period, List<TableRow> rows) =>
        new(
            "period",
            new XElement("period-start", new XAttribute("iso-date", ExportSource.Iso(period.Start))),
            new XElement("period-end", new XAttribute("iso-date", ExportSource.Iso(period.End))),
            rows.Where(row => row.Text("measure") == "planned").Select(row => Cell("target", row)),
            rows.Where(row => row.Text("measure") == "reached").Select(row => Cell("actual", row))
        );

    private static XElement Cell(string name, TableRow row) => new(name, Value(row), Split(row));

    private static XAttribute Value(TableRow row) => new("value", row.Integer("value")!.Value);

    // One value a combination: a dimension tags the whole value, and everyone has none.
    private static XElement? Split(TableRow row) =>
        row.Text("split") is "total"
            ? null
            : new(
                "dimension",
                new XAttribute("name", Dimension(row.Text("split"))),
                new XAttribute("value", row.Text("split"))
            );

    private static string Dimension(string split) =>
        IndicatorSets.Of(split) is var set && set == IndicatorSets.SexAndAge ? "split" : set;

    private static string LevelCode(string? level) =>
        level switch
        {
            "output" => "1",
            "outcome" => "2",
            "impact" => "3",
            _ => "9",
        };
}
