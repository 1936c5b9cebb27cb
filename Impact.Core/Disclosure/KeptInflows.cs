using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure;

/// <summary>
/// What was published of gifts, refunds and chargebacks stays as it is, month by month and to the cent: the difference of two releases,
/// or of two ways to put months together, could be one person's gift.
/// </summary>
/// <param name="published">The periods of all earlier releases.</param>
internal sealed class KeptInflows(IReadOnlyList<PublishedInflow> published)
{
    /// <summary>The periods in which an inflow was shown and is shown again, in order, as far as they are over at a cut-off.</summary>
    public IEnumerable<InflowPeriod> Periods(string measure, DateOnly cutOff) =>
        published
            .Where(one => one.Measure == measure && one.End <= cutOff)
            .Select(one => (one.Start, one.End))
            .Distinct()
            .Order()
            .Select(one => new InflowPeriod(measure, Month(one.Start), Month(one.End), Evidence: null));

    /// <summary>The months of which nothing was shown yet. None lies before one that was: what came late is not in its own month.</summary>
    public IReadOnlyList<Period> NotShown(string measure, IReadOnlyList<Period> months)
    {
        var last = published.Where(one => one.Measure == measure).Select(one => (DateOnly?)one.End).Max();
        return [.. months.Where(month => last is null || month.Start > last)];
    }

    /// <summary>Whether a row of the monthly table was published before exactly so.</summary>
    /// <exception cref="FaultException"><see cref="Faults.InflowChanged"/>: another amount, or months put together otherwise; it names no amount.</exception>
    public bool Has(TableSchema schema, IReadOnlyList<object?> cells)
    {
        var now = new PublishedInflow(
            (string)cells[schema.IndexOf("measure")]!,
            (DateOnly)cells[schema.IndexOf("period_start")]!,
            (DateOnly)cells[schema.IndexOf("period_end")]!,
            (long)cells[schema.IndexOf("amount_minor")]!
        );
        var before = published
            .Where(one => one.Measure == now.Measure && one.End >= now.Start && one.Start <= now.End)
            .ToList();
        return before.TrueForAll(one => one == now)
            ? before.Count > 0
            : throw new FaultException(
                new Fault(Faults.InflowChanged, FormattableString.Invariant($"{now.Measure} {now.End:yyyy-MM}"))
            );
    }

    private static Period Month(DateOnly day) => Period.Of(PeriodGrain.Month, day);
}
