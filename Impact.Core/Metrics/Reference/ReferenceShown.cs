namespace Impact.Core.Metrics.Reference;

/// <summary>Entries on the day from which they are shown, one by one.</summary>
internal static class ReferenceShown
{
    private const int MonthsOfQuarter = 3;

    /// <summary>The entries; an expenditure that is shown in a later month has that month's first day instead of its own.</summary>
    public static IReadOnlyList<ReferenceEntry> Of(IEnumerable<ReferenceEntry> entries, MetricScope scope) =>
        [
            .. entries.Select(entry =>
                entry is { Kind: "expenditure", ClearedOn: { } day }
                    ? entry with
                    {
                        ClearedOn = Day(entry, day, scope),
                    }
                    : entry
            ),
        ];

    /// <summary>
    /// The entries as tables by period show them: besides, a gift, refund, chargeback or fee that a release did not know of a period
    /// it showed has the first day after the last period of its line there.
    /// </summary>
    public static IReadOnlyList<ReferenceEntry> InPeriods(IEnumerable<ReferenceEntry> entries, MetricScope scope) =>
        [.. Of(entries, scope).Select(entry => entry with { ClearedOn = InPeriod(entry, scope) })];

    private static DateOnly? InPeriod(ReferenceEntry entry, MetricScope scope) =>
        entry.ClearedOn is { } cleared
            ? InPeriod(entry.Kind, cleared, scope.Published.Where(one => entry.Batch > one.LastBatch), scope)
            : null;

    /// <summary>The day from which tables by period show an entry.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="cleared">The day it cleared.</param>
    /// <param name="unaware">The releases that did not know it.</param>
    /// <param name="scope">Fund and days.</param>
    public static DateOnly InPeriod(
        string kind,
        DateOnly cleared,
        IEnumerable<PublishedCutOff> unaware,
        MetricScope scope
    )
    {
        var day = cleared;
        foreach (var published in scope.Fund.IsFromPublicSources ? [] : unaware)
        {
            if (LastShown(kind, published, scope) is { } last && cleared <= last && day <= last)
            {
                day = last.AddDays(1);
            }
        }

        return day;
    }

    /// <summary>The last day to which a release showed the line of a kind; null where it showed none, or the kind has no such line.</summary>
    private static DateOnly? LastShown(string kind, PublishedCutOff published, MetricScope scope)
    {
        if (kind is "processor_fee" or "platform_fee" or "bank_charge")
        {
            return MetricScope.StatementDayOf(scope.Fund, published.CutOff);
        }

        DateOnly? last = null;
        foreach (var period in published.Inflows)
        {
            var isOfKind =
                (kind, period.Measure)
                is
                    ("gift", "received")
                    or
                    ("gift_refund", "refunded")
                    or
                    ("chargeback", "charged_back");
            if (isOfKind && !(period.End <= last))
            {
                last = period.End;
            }
        }

        return last;
    }

    private static DateOnly Day(ReferenceEntry entry, DateOnly cleared, MetricScope scope)
    {
        var day = Netted(entry, cleared, scope);
        while (
            entry.Organisation is { } organisation && scope.DeferredQuarters.Contains(new(organisation, QuarterOf(day)))
        )
        {
            day = QuarterOf(day).AddMonths(MonthsOfQuarter);
        }

        return day;
    }

    private static DateOnly Netted(ReferenceEntry entry, DateOnly cleared, MetricScope scope)
    {
        var day = cleared;
        foreach (var published in scope.Fund.IsFromPublicSources ? [] : scope.Published)
        {
            var closed = MetricScope.StatementDayOf(scope.Fund, published.CutOff);
            var didNotKnow = entry.Batch > published.LastBatch && cleared <= closed;
            if (didNotKnow && closed.AddDays(1) > day)
            {
                day = closed.AddDays(1);
            }
        }

        return day;
    }

    private static DateOnly QuarterOf(DateOnly day) =>
        new(day.Year, day.Month - ((day.Month - 1) % MonthsOfQuarter), 1);
}
