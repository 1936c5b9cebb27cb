using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Quantities;

namespace Impact.Core.Charts.Recipes;

/// <summary>One organisation's money by quarter, or by year where there are many quarters.</summary>
internal static class OrganisationChart
{
    /// <summary>Beginning of the identifier; the organisation's slug follows.</summary>
    public const string IdPrefix = "organisation-";

    /// <summary>The largest twenty-five organisations have a picture; the others have tables.</summary>
    public const int MostOrganisations = 25;

    /// <summary>More than sixteen quarters are drawn as years.</summary>
    public const int MostQuarters = 16;

    /// <summary>One chart for each of the largest organisations that has a figure.</summary>
    public static IEnumerable<Chart> From(ReleaseFigures figures)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var id in figures
                .Organisations.OrderByDescending(id => Size(figures, id))
                .ThenBy(id => id, StringComparer.Ordinal)
                .Take(MostOrganisations)
        )
        {
            var columns = Columns(figures, id);
            if (columns.Count > 0 && slugs.Add(Slug(id)))
            {
                var notTold = NotTold(figures, id, columns);
                yield return new(
                    IdPrefix + Slug(id),
                    language =>
                        new OrganisationStory(figures.Context, figures.Name(id), columns, language)
                        {
                            NotTold = notTold,
                        }.Tell()
                );
            }
        }
    }

    private static string Slug(string id) => OrganisationId.Parse(id).ToSlug();

    private static long Size(ReleaseFigures figures, string id)
    {
        var allocated = figures.ToDate(id, MoneyFlow.Allocated);
        return allocated.IsKnown ? allocated.Amount : figures.ToDate(id, MoneyFlow.Sent).Amount;
    }

    private static List<MoneyColumns> Columns(ReleaseFigures figures, string id)
    {
        var sent = figures.ByQuarter(id, MoneyFlow.Sent);
        var first = sent.HasKnown
            ? new MoneyColumns(MoneyFlow.Sent, sent)
            : new(MoneyFlow.Allocated, figures.ByQuarter(id, MoneyFlow.Allocated));
        var shown = new[] { first, new(MoneyFlow.Spent, figures.ByQuarter(id, MoneyFlow.Spent)) }
            .Where(columns => columns.Series.HasKnown)
            .ToList();
        return IsByYear(shown)
            ? [.. shown.Select(columns => columns with { Series = columns.Series.ByYear() })]
            : shown;
    }

    private static bool IsByYear(List<MoneyColumns> shown)
    {
        var days = shown.SelectMany(columns => columns.Series.Periods).Select(period => period.First).ToList();
        return days.Count > 0 && Period.Range(PeriodGrain.Quarter, days.Min(), days.Max()).Count > MostQuarters;
    }

    private static List<MoneyFlow> NotTold(ReleaseFigures figures, string id, List<MoneyColumns> columns) =>
        [
            .. new[] { MoneyFlow.Sent, MoneyFlow.Spent }
                .Except(columns.Select(column => column.Flow))
                .Where(flow => figures.ByQuarter(id, flow).HasNotTold),
        ];
}

/// <summary>One flow of the chart: a column for each period.</summary>
/// <param name="Flow">What it is.</param>
/// <param name="Series">Its figures.</param>
internal sealed record MoneyColumns(MoneyFlow Flow, MoneySeries Series);
