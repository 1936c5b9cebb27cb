using Impact.Core.Catalogue;
using Impact.Core.Charts;
using Impact.Core.Charts.House;

namespace Impact.Core.Tests.Charts.Recipes;

/// <summary>Finds one chart's story among those of a release.</summary>
internal static class Stories
{
    public static ChartStory? Find(
        IReadOnlyDictionary<string, PublishedTable> tables,
        string chart,
        Language language = Language.English,
        ChartContext? context = null
    ) =>
        ChartBook
            .Compose(tables, context ?? ChartSamples.Rehearsal)
            .FirstOrDefault(page =>
                string.Equals(page.Chart, chart, StringComparison.Ordinal) && page.Language == language
            )
            ?.Story;

    public static ChartStory Of(
        IReadOnlyDictionary<string, PublishedTable> tables,
        string chart,
        Language language = Language.English,
        ChartContext? context = null
    ) => Find(tables, chart, language, context) ?? throw new InvalidOperationException($"There is no chart {chart}.");
}
