using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.HouseholdMoney;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure.Counts;

/// <summary>The rule of counts of single people: each cell of the plan is drawn once, ever, and shown as it was drawn.</summary>
/// <param name="plan">The noisy tables of the fund.</param>
/// <param name="budget">The budget they are paid from, with every result so far.</param>
/// <param name="cutOff">The last day that counts: periods that end later are not due.</param>
internal sealed class NoisyCounts(CountPlan plan, BudgetLedger budget, DateOnly cutOff)
{
    /// <summary>The word that lets a drawn cell out.</summary>
    public const string Noised = "noised";

    /// <summary>The word for a cell whose draw was lost: it is shown as unavailable, and never drawn again.</summary>
    public const string Lost = "noise-lost";

    /// <summary>Reads what is drawn for periods that are due; null: nothing is drawn, and what is not drawn yet is not shown.</summary>
    public CountReader? Read { get; init; }

    /// <summary>Every table of counts with noise.</summary>
    public IReadOnlyList<ControlledTable> Tables() => [.. PublishedTables.OfCounts.Select(Table)];

    /// <summary>A table with noise; empty where the policy has no share for it.</summary>
    /// <exception cref="UncontrolledTableException">A count is not from the list of enrolments, or in no cell of the plan.</exception>
    /// <exception cref="FaultException">The budget refuses for another reason than that it is used up.</exception>
    public ControlledTable Table(TableSchema schema)
    {
        if (plan.Find(schema) is not { } series)
        {
            return ControlledTable.Decide(schema, []);
        }

        var rows = new List<(IReadOnlyList<object?> Cells, string Decision)>();
        var draws = Read is null ? null : new CountDraw(series, budget, Read);
        var before = new List<Period>();
        foreach (var period in series.Due(plan.Counting, cutOff))
        {
            if (Result(series, period, draws, before) is not { } cells)
            {
                break;
            }

            before.Add(period);
            rows.AddRange(series.Parts.Select(part => Row((series, period, before.Count), part, cells)));
        }

        return ControlledTable.Decide(schema, rows);
    }

    /// <summary>What a noisy table of new families tells gate G.</summary>
    public IReadOnlyList<CountBound> Bounds(ControlledTable noisy) => CountBounds.Of(plan, noisy);

    /// <summary>What was drawn for a period, or is drawn now; empty where the draw was lost; null where the series ends.</summary>
    private Dictionary<string, BigInteger>? Result(
        CountSeries series,
        Period period,
        CountDraw? draws,
        IReadOnlyList<Period> before
    )
    {
        var found = budget.Find(series.Terms.Series, period.Code);
        return found.Status switch
        {
            PeriodStatus.Stored => CountDraw.Cells(found.Result!),
            PeriodStatus.Undrawn => draws?.Draw(period, before),

            // Without one measurement no later figure to date can be put together.
            _ => series.IsToDate ? null : [],
        };
    }

    private (IReadOnlyList<object?> Cells, string Decision) Row(
        (CountSeries Series, Period Period, int Place) at,
        string part,
        Dictionary<string, BigInteger> cells
    )
    {
        var (series, period, place) = at;
        object?[] keys =
            series.Parts is [CountSeries.Whole] ? [period.Code]
            : series.Schema.Has("organisation_id") ? [part, period.Code]
            : [period.Code, part];
        var value = cells.TryGetValue(part, out var drawn) ? checked((long)drawn) : (long?)null;
        var half = value is null ? 0 : series.Terms.HalfWidth(place);
        object?[] figure = value is { } shown
            ? [shown, checked(shown - half), checked(shown + half), PrecisionOf(shown, half), "n"]
            : [null, null, null, null, "x"];
        return (
            [plan.Fund.Id, .. keys, period.Start, period.End, .. figure, "final", 1L, 1L, plan.Fund.Fiction],
            value is null ? Lost : Noised
        );
    }

    /// <summary>From published values alone: half of the interval may be at most half of the value.</summary>
    private static string PrecisionOf(long value, long half) => 2 * half > value ? "not_reportable" : "reportable";
}
