using Impact.Core.Metrics.Durations;

namespace Impact.Core.Metrics.Reference;

/// <summary>The waiting of allocated money, cent by cent in the order of days: a stack for what is taken back, a queue for what is sent.</summary>
internal static class ReferenceDelays
{
    /// <summary>One row a number of days at which something was sent or is still waiting.</summary>
    public static IReadOnlyList<DelaySum> Of(ReferenceLedger ledger)
    {
        var lived = new List<(long Days, long Sent, long Waiting)>();
        foreach (
            var own in ledger.Closed.Where(entry => entry.Organisation is not null).GroupBy(one => one.Organisation)
        )
        {
            lived.AddRange(Live([.. own], ledger.Scope.StatementDay));
        }

        return
        [
            .. lived
                .GroupBy(one => one.Days)
                .Select(step => new DelaySum(
                    step.Key,
                    lived.Where(one => one.Days >= step.Key).Sum(one => checked(one.Sent + one.Waiting)),
                    step.Sum(one => one.Sent),
                    step.Sum(one => one.Waiting)
                )),
        ];
    }

    private static IEnumerable<(long Days, long Sent, long Waiting)> Live(
        IReadOnlyList<ReferenceEntry> own,
        DateOnly statementDay
    )
    {
        var allocated = new Queue<(DateOnly Day, long Amount)>(
            Layers(own.Where(entry => entry.Kind is "allocation" or "allocation_change"))
        );
        foreach (var sent in Layers(own.Where(entry => entry.Kind is "disbursement" or "return")))
        {
            var left = sent.Amount;
            while (left > 0 && allocated.TryPeek(out var oldest))
            {
                var part = Math.Min(left, oldest.Amount);
                yield return (Math.Max(0, sent.Day.DayNumber - oldest.Day.DayNumber), part, 0);
                left -= part;
                _ = allocated.Dequeue();
                if (part < oldest.Amount)
                {
                    allocated = new([(oldest.Day, oldest.Amount - part), .. allocated]);
                }
            }
        }

        foreach (var (day, amount) in allocated)
        {
            yield return (statementDay.DayNumber - day.DayNumber, 0, amount);
        }
    }

    /// <summary>What of each day's money was never taken back; a day below zero takes from the newest money, then from what comes.</summary>
    private static IEnumerable<(DateOnly Day, long Amount)> Layers(IEnumerable<ReferenceEntry> entries)
    {
        var layers = new Stack<(DateOnly Day, long Amount)>();
        var missing = 0L;
        foreach (var day in entries.GroupBy(entry => entry.ClearedOn!.Value).OrderBy(day => day.Key))
        {
            var amount = day.Sum(entry => entry.Kind == "return" ? -entry.BaseMinor : entry.BaseMinor) - missing;
            missing = 0;
            while (amount < 0 && layers.TryPop(out var newest))
            {
                amount += newest.Amount;
                if (amount > 0)
                {
                    layers.Push((newest.Day, amount));
                    amount = 0;
                }
            }

            if (amount > 0)
            {
                layers.Push((day.Key, amount));
            }

            missing = Math.Max(0, -amount);
        }

        return layers.Reverse();
    }
}
