using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Recipes;
using Impact.Core.Quantities;

namespace Impact.Core.Charts;

/// <summary>Draws every chart of a release from its published tables.</summary>
public static class ChartBook
{
    /// <summary>What the charts are, in the order they are drawn.</summary>
    public static IReadOnlyList<ChartTitle> Titles { get; } =
    [
        new(MoneyOverTime.Id, new("Money over time", "El dinero en el tiempo")),
        new(MoneyFlowChart.Id, new("Where each dollar went", "Adónde fue cada dólar")),
        new(OrganisationsChart.Id, new("Money by organisation", "El dinero por organización")),
        new(PeopleChart.Id, new("People planned and reached", "Personas previstas y alcanzadas")),
        new(
            OrganisationChart.IdPrefix + "*",
            new("One organisation's money by quarter", "El dinero de una organización por trimestre")
        ),
    ];

    /// <summary>Draws the charts, one file at a time: each chart in two languages and two layouts, as SVG, PNG and long description.</summary>
    /// <param name="tables">The release's tables by identifier; a table that is missing leaves out what needs it.</param>
    /// <param name="context">What the pictures say about themselves.</param>
    /// <returns>The files, drawn as they are asked for. A chart with nothing to show is not there.</returns>
    /// <exception cref="ArgumentException">The currency is not one of ISO 4217; an organisation's identifier has another shape.</exception>
    public static IEnumerable<ChartFile> Draw(IReadOnlyDictionary<string, PublishedTable> tables, ChartContext context)
    {
        _ = Currency.Parse(context.Currency);
        return Compose(tables, context).SelectMany(page => page.Files());
    }

    /// <summary>The long descriptions of the charts alone, which costs no drawing.</summary>
    /// <param name="tables">As of drawing.</param>
    /// <param name="context">As of drawing.</param>
    /// <returns>The files that end with <c>.txt</c>, byte for byte as <see cref="Draw"/> gives them.</returns>
    /// <exception cref="ArgumentException">As of drawing.</exception>
    public static IEnumerable<ChartFile> Describe(
        IReadOnlyDictionary<string, PublishedTable> tables,
        ChartContext context
    )
    {
        _ = Currency.Parse(context.Currency);
        return Compose(tables, context).Select(page => page.DescriptionFile());
    }

    /// <summary>Lays the charts out without writing files.</summary>
    internal static IEnumerable<ChartPage> Compose(
        IReadOnlyDictionary<string, PublishedTable> tables,
        ChartContext context
    )
    {
        var figures = new ReleaseFigures(tables, context);
        foreach (var chart in Charts(figures))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var story = chart.Tell(language);
                foreach (var shape in PageShape.All)
                {
                    yield return new(chart.Id, language, shape, story, context);
                }
            }
        }
    }

    private static IEnumerable<Chart> Charts(ReleaseFigures figures) =>
        MoneyOverTime
            .From(figures)
            .Concat(MoneyFlowChart.From(figures))
            .Concat(OrganisationsChart.From(figures))
            .Concat(PeopleChart.From(figures))
            .Concat(OrganisationChart.From(figures));
}
