using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Metrics;
using Impact.Core.Noise;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure.Counts;

/// <summary>Draws one period of a series: pays, adds noise to every cell of the plan, and stores the result before anybody sees it.</summary>
internal sealed class CountDraw
{
    private readonly CountSeries _series;
    private readonly BudgetLedger _budget;
    private readonly Dictionary<string, Dictionary<string, long>> _counts;

    /// <summary>Takes the true counts.</summary>
    /// <exception cref="UncontrolledTableException">A count is not from the list of enrolments, or in no cell of the plan.</exception>
    public CountDraw(CountSeries series, BudgetLedger budget, RawTable counts)
    {
        _series = series;
        _budget = budget;
        _counts = counts
            .Rows.GroupBy(row => PeriodOf(counts.Schema, row), StringComparer.Ordinal)
            .ToDictionary(
                period => period.Key,
                period => period.ToDictionary(row => Part(counts.Schema, row), row => Count(counts.Schema, row)),
                StringComparer.Ordinal
            );
    }

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
    /// <exception cref="UncontrolledTableException">The list of enrolments is not the one of before; nothing is spent, and nothing is lost.</exception>
    public Dictionary<string, BigInteger>? Draw(Period period, IReadOnlyList<Period> before)
    {
        if (_budget.Declare(_series.Terms) is { } undeclared)
        {
            throw new FaultException(undeclared);
        }

        // Before the reserve: an older ledger that is put back by mistake must not burn a period, and with it the series.
        var frozen = _series.IsToDate ? FrozenAsListed(before) : [];
        var answer = _budget.Reserve(_series.Terms, period.Code);
        if (answer.Reservation is not { } reservation)
        {
            return answer.Fault!.Kind == Faults.BudgetExhausted || answer.Fault.Kind == Faults.BudgetSeriesEnded
                ? null
                : throw new FaultException(answer.Fault);
        }

        var counts = _counts.GetValueOrDefault(period.Code) ?? [];
        return Cells(
            _budget.Commit(
                reservation,
                _series.IsToDate ? ToDate(reservation, counts, (before, frozen)) : Plain(counts)
            )
        );
    }

    /// <summary>Every cell gets a draw of its own, the empty ones too.</summary>
    private NoisyResult Plain(Dictionary<string, long> counts)
    {
        var noise = new DiscreteGaussian(_series.Terms.Variance);
        return new([
            .. _series.Parts.Select(part => new NoisyCell(part, counts.GetValueOrDefault(part) + noise.Sample())),
        ]);
    }

    private NoisyResult ToDate(
        Reservation reservation,
        Dictionary<string, long> counts,
        (IReadOnlyList<Period> Periods, IReadOnlyList<long> Frozen) before
    )
    {
        var own = counts.GetValueOrDefault(CountSeries.Whole);
        _budget.Frozen.Freeze(
            reservation,
            new Dictionary<string, long>(StringComparer.Ordinal) { [CountSeries.Whole] = own }
        );
        var measured = SquareRootMechanism.Measure([.. before.Frozen, own], _series.Terms.Variance);
        var value = SquareRootMechanism.Publish([.. before.Periods.Select(Measured), measured]);
        return new([new(CountSeries.Whole, value, measured)]);
    }

    /// <summary>The frozen counts of the months before; the list of enrolments must still say what it said when they were drawn.</summary>
    private List<long> FrozenAsListed(IReadOnlyList<Period> before)
    {
        var frozen = _budget.Frozen.Read(_series.Terms.Series).Select(period => period[CountSeries.Whole]).ToList();
        var listed = before.Select(period => _counts.GetValueOrDefault(period.Code)?[CountSeries.Whole]);
        return frozen.Select(count => (long?)count).SequenceEqual(listed)
            ? frozen
            : throw new UncontrolledTableException(
                _series.Schema.Id,
                "the list of enrolments is not the one that was counted before: was an older ledger put back?"
            );
    }

    /// <summary>What was measured in a period before.</summary>
    private BigInteger Measured(Period period) =>
        StoredResult
            .Read(_budget.Find(_series.Terms.Series, period.Code).Result!)!
            .Result.Cells.Single()
            .Measurement!.Value;

    private string Part(TableSchema schema, RawRow row)
    {
        var column =
            schema.Has("organisation_id") ? "organisation_id"
            : schema.Has("band") ? "band"
            : "region";
        var part = schema.Has(column) ? (string)row.Cells[schema.IndexOf(column)]! : CountSeries.Whole;
        return _series.Parts.Contains(part, StringComparer.Ordinal)
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
