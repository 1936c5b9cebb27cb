using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;

namespace Impact.Core.Charts.Recipes;

/// <summary>Running totals of money received, sent and spent, by real dates.</summary>
internal static class MoneyOverTime
{
    /// <summary>Identifier and file name.</summary>
    public const string Id = "money-over-time";

    private static readonly MoneyFlow[] Flows = [MoneyFlow.Received, MoneyFlow.Sent, MoneyFlow.Spent];

    /// <summary>The chart; none where no flow has a number.</summary>
    public static IEnumerable<Chart> From(ReleaseFigures figures)
    {
        var lines = new List<TimeLine>();
        var notTold = new List<MoneyFlow>();
        foreach (var flow in Flows)
        {
            var series = figures.ByTime(flow);
            if (RunningTotal.Of(series, figures.Context.CutOff, figures.Begin) is { } total)
            {
                lines.Add(new(flow, total));
            }
            else if (series.HasNotTold)
            {
                notTold.Add(flow);
            }
        }

        if (lines.Count > 0)
        {
            yield return new(Id, language => new MoneyOverTimeStory(figures.Context, lines, notTold, language).Tell());
        }
    }
}

/// <summary>One line of the chart.</summary>
/// <param name="Flow">What it is.</param>
/// <param name="Total">Its running total.</param>
internal sealed record TimeLine(MoneyFlow Flow, RunningTotal Total);
