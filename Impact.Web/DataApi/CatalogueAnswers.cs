using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>What figures, words, columns and checks mean.</summary>
internal static class CatalogueAnswers
{
    private const string Glossary = "glossary.md";

    /// <summary>Plain and official word in two languages, and the meaning.</summary>
    private const int GlossaryCells = 5;

    private static readonly Lazy<IReadOnlyList<ApiTerm>> Terms = new(ReadTerms);

    public static Task SendMetricsAsync(HttpContext context, ApiDesk desk, string fund) =>
        desk.SendAsync(
            context,
            fund,
            version: null,
            (release, query) => ApiList<ApiMetric>.Of(query, [.. release.Manifest.Metrics.Select(Metric)], release)
        );

    public static Task SendGlossaryAsync(HttpContext context, ApiDesk desk) =>
        SendListAsync(context, desk, Terms.Value);

    public static Task SendDictionaryAsync(HttpContext context, ApiDesk desk) =>
        SendListAsync(context, desk, [.. PublishedTables.All.Select(Table)]);

    public static Task SendChecksAsync(HttpContext context, ApiDesk desk) =>
        SendListAsync<ApiCheck>(
            context,
            desk,
            [
                .. Gates
                    .Ids.Order(StringComparer.Ordinal)
                    .Select(id => new ApiCheck(id, "gate", Gates.Of(id), null, null)),
                .. QualityChecks.All.Select(check => new ApiCheck(
                    check.Id,
                    "quality",
                    check.Title,
                    check.Explanation,
                    Fix: null
                )),
                .. Rules.All.Select(rule => new ApiCheck(
                    rule.Id,
                    rule.Rejects ? "rule" : "remark",
                    rule.What,
                    rule.Why,
                    rule.Fix
                )),
            ]
        );

    private static Task SendListAsync<T>(HttpContext context, ApiDesk desk, IReadOnlyCollection<T> all) =>
        desk.SendAsync(context, ApiQuery.Read(context.Request.Query, []).Then(query => ApiList<T>.Of(query, all)));

    private static ApiMetric Metric(Core.Releases.ManifestMetric metric) =>
        new(
            metric.Id,
            metric.Version,
            metric.Table,
            MetricCards.Find(metric.Id) is { } card && card.Version == metric.Version ? card : null
        );

    private static ApiDictionaryTable Table(TableSchema schema) =>
        new(
            schema.Id,
            schema.Title,
            schema.Grain,
            schema.Protection,
            schema.Key,
            [
                .. schema.Columns.Select(column => new ApiColumn(
                    column.Name,
                    RowJson.FieldOf(column.Name),
                    column.Type,
                    column.Title,
                    column.Nullable,
                    column.Categories?.Codes
                )),
            ]
        );

    /// <summary>The glossary is one document, for people and for programs.</summary>
    private static IReadOnlyList<ApiTerm> ReadTerms()
    {
        using var stream = typeof(CatalogueAnswers).Assembly.GetManifestResourceStream(Glossary)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length == GlossaryCells)
                // The first two lines are the heading and its rule.
                .Skip(2)
                .Select(cells => new ApiTerm(new(cells[0], cells[2]), new(cells[1], cells[3]), cells[4])),
        ];
    }
}
