using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Metrics;
using Impact.Core.Noise;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure.Counts;

/// <summary>Draws one period of a series: pays, reads, adds noise to every cell of the plan, and stores the result before anybody sees it.</summary>
/// <param name="series">The series.</param>
/// <param name="budget">What it is paid from.</param>
/// <param name="read">Reads true counts, of periods that are paid for alone.</param>
internal sealed class CountDraw(CountSeries series, BudgetLedger budget, CountReader read)
{
    private bool _isListed;

    /// <summary>The cells of a stored result.</summary>
    public static Dictionary<string, BigInteger> Cells(byte[] stored) =>
        StoredResult
            .Read(stored)!
            .Result.Cells.ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);

    /// <summary>Draws a period that was never drawn.</summary>
    /// <param name="period">The period.</param>
    /// <param name="before">The periods of the series before it, the oldest first; all are drawn.</param>
    /// <returns>The cells; null where the budget or the periods are used up: the series ends.</returns>
    /// <exception cref="FaultException">The budget refuses for another reason.</exception>
    /// <exception cref="UncontrolledTableException">
    /// The list of enrolments is not the one of before: nothing is spent, and nothing is lost. Or a count that was read is none of ours: the
    /// period is lost, as after any failure of the reading.
    /// </exception>
    public Dictionary<string, BigInteger>? Draw(Period period, IReadOnlyList<Period> before)
    {
        if (budget.Declare(series.Terms) is { } undeclared)
        {
            throw new FaultException(undeclared);
        }

        var frozen = series.IsToDate ? FrozenAsListed(before) : [];
        var answer = budget.Reserve(series.Terms, period.Code);
        if (answer.Reservation is not { } reservation)
        {
            return answer.Fault!.Kind == Faults.BudgetExhausted || answer.Fault.Kind == Faults.BudgetSeriesEnded
                ? null
                : throw new FaultException(answer.Fault);
        }

        var counts = CountsOf(reservation, period);
        return Cells(
            budget.Commit(reservation, series.IsToDate ? ToDate(reservation, counts, (before, frozen)) : Plain(counts))
        );
    }

    /// <summary>Reads what was just paid for. Where that fails the period is given up: what was spent stays spent.</summary>
    private Dictionary<string, long> CountsOf(Reservation reservation, Period period)
    {
        try
        {
            return Read([period]).GetValueOrDefault(period.Code) ?? [];
        }
        catch
        {
            budget.Abandon(reservation);
            throw;
        }
    }

    /// <summary>True counts by period and part. Whatever was not asked for was not paid for, and is refused.</summary>
    private Dictionary<string, Dictionary<string, long>> Read(IReadOnlyList<Period> periods)
    {
        var counts = read(series.Schema, periods);
        var asked = periods.Select(period => period.Code).ToHashSet(StringComparer.Ordinal);
        return counts
            .Rows.GroupBy(row => PeriodOf(counts.Schema, row), StringComparer.Ordinal)
            .ToDictionary(
                period =>
                    asked.Contains(period.Key)
                        ? period.Key
                        : throw new UncontrolledTableException(
                            counts.Schema.Id,
                            "a count was read that is not paid for"
                        ),
                period => period.ToDictionary(row => Part(counts.Schema, row), row => Count(counts.Schema, row)),
                StringComparer.Ordinal
            );
    }

    /// <summary>Every cell gets a draw of its own, the empty ones too.</summary>
    private NoisyResult Plain(Dictionary<string, long> counts)
    {
        var noise = CountNoise.Of(series.Terms.Variance);
        return new([.. series.Parts.Select(part => new NoisyCell(part, counts.GetValueOrDefault(part) + noise()))]);
    }

    private NoisyResult ToDate(
        Reservation reservation,
        Dictionary<string, long> counts,
        (IReadOnlyList<Period> Periods, IReadOnlyList<long> Frozen) before
    )
    {
        var own = counts.GetValueOrDefault(CountSeries.Whole);
        budget.Frozen.Freeze(
            reservation,
            new Dictionary<string, long>(StringComparer.Ordinal) { [CountSeries.Whole] = own }
        );
        var measured = SquareRootMechanism.Measure([.. before.Frozen, own], series.Terms.Variance);
        var value = SquareRootMechanism.Publish([.. before.Periods.Select(Measured), measured]);
        return new([new(CountSeries.Whole, value, measured)]);
    }

    /// <summary>The frozen counts of the months before; the list of enrolments must still say what it said when they were drawn.</summary>
    /// <remarks>
    /// This is looked at before the reserve: an older ledger that is put back by mistake must not burn a period, and with it the series. It
    /// reads months that are paid for and measured, and no other; the draws of one run keep to what its first one has seen.
    /// </remarks>
    private List<long> FrozenAsListed(IReadOnlyList<Period> before)
    {
        var frozen = budget.Frozen.Read(series.Terms.Series).Select(period => period[CountSeries.Whole]).ToList();
        if (before.Count > 0 && !_isListed)
        {
            var listed = Read(before);
            var told = before.Select(period => listed.GetValueOrDefault(period.Code)?[CountSeries.Whole]);
            if (!frozen.Select(count => (long?)count).SequenceEqual(told))
            {
                throw new UncontrolledTableException(
                    series.Schema.Id,
                    "the list of enrolments is not the one that was counted before: was an older ledger put back?"
                );
            }
        }

        _isListed = true;
        return frozen;
    }

    /// <summary>What was measured in a period before.</summary>
    private BigInteger Measured(Period period) =>
        StoredResult
            .Read(budget.Find(series.Terms.Series, period.Code).Result!)!
            .Result.Cells.Single()
            .Measurement!.Value;

    private string Part(TableSchema schema, RawRow row)
    {
        var column =
            schema.Has("organisation_id") ? "organisation_id"
            : schema.Has("band") ? "band"
            : "region";
        var part = schema.Has(column) ? (string)row.Cells[schema.IndexOf(column)]! : CountSeries.Whole;
        return series.Parts.Contains(part, StringComparer.Ordinal)
            ? part
            : throw new UncontrolledTableException(schema.Id, "a count is in no cell of the plan");
    }

    private static string PeriodOf(TableSchema schema, RawRow row) =>
        (string)row.Cells[schema.IndexOf(schema.Has("month") ? "month" : "quarter")]!;

    /// <summary>A count from the list of enrolments says of itself that it is suppressed; anything else is no count of ours.</summary>
    private static long Count(TableSchema schema, RawRow row) =>
        row.Cells[schema.IndexOf("status")] is "c"
            ? (long)row.Cells[schema.IndexOf("value")]!
            : throw new UncontrolledTableException(schema.Id, "a count is not from the list of enrolments");
}
