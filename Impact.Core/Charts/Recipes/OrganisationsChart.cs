using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;

namespace Impact.Core.Charts.Recipes;

/// <summary>What one organisation, or several together, was allocated, got and spent.</summary>
/// <param name="Name">The name; empty for several together.</param>
/// <param name="Figures">One figure a flow that is shown.</param>
/// <param name="Members">How many organisations it stands for.</param>
/// <param name="NotTold">For each flow, for how many of them there is no figure.</param>
internal sealed record OrganisationMoney(
    string Name,
    IReadOnlyDictionary<MoneyFlow, Figure> Figures,
    int Members,
    IReadOnlyDictionary<MoneyFlow, int> NotTold
);

/// <summary>Each organisation's money to date, the largest first; what does not fit is one row whose sums are exact.</summary>
internal static class OrganisationsChart
{
    /// <summary>Identifier and file name.</summary>
    public const string Id = "organisations";

    /// <summary>More than fifteen rows are a table, not a picture.</summary>
    public const int MostRows = 15;

    private static readonly MoneyFlow[] Flows = [MoneyFlow.Allocated, MoneyFlow.Sent, MoneyFlow.Spent];

    /// <summary>The chart; none where no organisation has a figure.</summary>
    public static IEnumerable<Chart> From(ReleaseFigures figures)
    {
        var shown = Shown(figures);
        if (shown.Count > 0)
        {
            var rows = Rows(figures, shown);
            var notTold = Flows
                .Except(shown)
                .Where(flow => figures.Organisations.Any(id => figures.ToDate(id, flow).State == FigureState.NotTold))
                .ToList();
            yield return new(
                Id,
                language => new OrganisationsStory(figures.Context, rows, shown, language) { NotTold = notTold }.Tell()
            );
        }
    }

    /// <summary>The flows that at least one organisation has a figure of.</summary>
    internal static IReadOnlyList<MoneyFlow> Shown(ReleaseFigures figures) =>
        [.. Flows.Where(flow => figures.Organisations.Any(id => figures.ToDate(id, flow).IsKnown))];

    /// <summary>The rows, largest first; the last may stand for all others together.</summary>
    internal static IReadOnlyList<OrganisationMoney> Rows(ReleaseFigures figures, IReadOnlyList<MoneyFlow> shown)
    {
        var sorted = figures
            .Organisations.Where(id => shown.Any(flow => figures.ToDate(id, flow).IsKnown))
            .OrderByDescending(id => figures.ToDate(id, shown[0]).Amount)
            .ThenBy(figures.Name, StringComparer.Ordinal)
            .ToList();
        // One organisation alone is never called "others".
        var own = sorted.Count <= MostRows + 1 ? sorted.Count : MostRows;
        var rows = sorted.Take(own).Select(id => One(figures, id, shown)).ToList();
        if (own < sorted.Count)
        {
            rows.Add(Together([.. sorted.Skip(own).Select(id => One(figures, id, shown))], shown));
        }

        return rows;
    }

    private static OrganisationMoney One(ReleaseFigures figures, string id, IReadOnlyList<MoneyFlow> shown)
    {
        var money = shown.ToDictionary(flow => flow, flow => figures.ToDate(id, flow));
        return new(
            figures.Name(id),
            money,
            1,
            money.ToDictionary(pair => pair.Key, pair => pair.Value.IsKnown ? 0 : 1)
        );
    }

    private static OrganisationMoney Together(
        IReadOnlyList<OrganisationMoney> members,
        IReadOnlyList<MoneyFlow> shown
    ) =>
        new(
            string.Empty,
            shown.ToDictionary(
                flow => flow,
                flow =>
                    members
                        .Select(member => member.Figures[flow])
                        .Where(figure => figure.IsKnown)
                        .DefaultIfEmpty(members[0].Figures[flow])
                        .Aggregate((sum, figure) => sum + figure)
            ),
            members.Count,
            shown.ToDictionary(flow => flow, flow => members.Sum(member => member.NotTold[flow]))
        );
}
