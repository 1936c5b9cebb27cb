using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;

namespace Impact.Core.Charts.Recipes;

/// <summary>The flow of a dollar: from what came in to where it is now.</summary>
internal static class MoneyFlowChart
{
    /// <summary>Identifier and file name.</summary>
    public const string Id = "money-flow";

    /// <summary>The chart; none where nothing came in, or nothing is known of where it went.</summary>
    public static IEnumerable<Chart> From(ReleaseFigures figures)
    {
        if (new FlowReader(figures).Read() is { } flow)
        {
            yield return new(Id, language => new MoneyFlowStory(figures.Context, flow, language).Tell());
        }
    }
}
