namespace Impact.Core.Metrics.Reference;

/// <summary>Every sum once more, by plain loops over lists: slow, obvious, and sharing nothing with the SQL it is compared with.</summary>
internal static class ReferenceSums
{
    /// <summary>Computes what <see cref="SqlSums"/> computes; the lists are equal as sets, in another order.</summary>
    /// <param name="books">All records; what is too late for the scope is left out here.</param>
    /// <param name="toldKinds">The ledger kinds that the fund's sources tell.</param>
    /// <param name="scope">Fund and days.</param>
    public static MoneySums Compute(ReferenceBooks books, IReadOnlySet<string> toldKinds, MetricScope scope)
    {
        var entries = Known(books.Entries, entry => entry.Batch, scope);
        var cleared = entries.Where(entry => entry.ClearedOn <= scope.CutOff).ToList();
        var booked = cleared.Where(entry => entry.ClearedOn <= scope.StatementDay).ToList();
        var closed = ReferenceShown.Of(cleared, scope).Where(entry => entry.ClearedOn <= scope.StatementDay).ToList();
        var flows = new ReferenceFlows(closed);
        var inPeriods = ReferenceShown.InPeriods(cleared, scope);
        var closedPeriods = inPeriods.Where(entry => entry.ClearedOn <= scope.StatementDay).ToList();
        return new MoneySums(
            ReferenceFlows.ByMonth(inPeriods),
            new ReferenceFlows(closedPeriods).ByQuarter(),
            flows.ByOrganisation(),
            flows.OrganisationTotals(),
            new ReferenceStatus(closed, toldKinds).Lines(),
            ReferenceGivers.Of(ReferenceShown.InPeriods(entries, scope), scope.StatementDay),
            ReferencePeople.Of(Known(books.Statements, statement => statement.Batch, scope), entries),
            ReferenceReporting.Of(booked),
            ByKind(closed),
            Latest(Known(books.Balances, balance => balance.Batch, scope), scope.StatementDay)
        );
    }

    private static List<T> Known<T>(IReadOnlyList<T> rows, Func<T, int> batch, MetricScope scope) =>
        [.. rows.Where(row => batch(row) <= scope.LastBatch)];

    private static IReadOnlyList<KindSum> ByKind(List<ReferenceEntry> closed)
    {
        var totals = new Totals<(string Kind, string? Organisation)>();
        foreach (var entry in closed)
        {
            totals.Add((entry.Kind, entry.Organisation), entry.BaseMinor);
        }

        return totals.To((key, amount) => new KindSum(key.Kind, key.Organisation, amount));
    }

    private static BalanceSum? Latest(List<ReferenceBalance> balances, DateOnly lastDay)
    {
        var inTime = balances.Where(balance => balance.AsOf <= lastDay).ToList();
        if (inTime.Count == 0)
        {
            return null;
        }

        var day = inTime.Max(balance => balance.AsOf);
        return new BalanceSum(day, inTime.Where(balance => balance.AsOf == day).Sum(balance => balance.BaseMinor));
    }
}
