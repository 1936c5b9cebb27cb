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
