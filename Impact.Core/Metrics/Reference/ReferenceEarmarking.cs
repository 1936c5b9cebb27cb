using Impact.Core.Metrics.Flows;

namespace Impact.Core.Metrics.Reference;

/// <summary>Gifts by degree of earmarking, giver by giver.</summary>
internal static class ReferenceEarmarking
{
    /// <summary>One row a kind of giver, quarter and category that anyone stands behind.</summary>
    public static IReadOnlyList<EarmarkedSum> Of(ReferenceLedger ledger)
    {
        var givers = new Totals<(string Kind, DateOnly Start, string Earmarking, Guid? Donor)>();
        foreach (var gift in ledger.ClosedPeriods.Where(entry => entry.Kind == "gift"))
        {
            var kind = gift.GiverKind == "organisation" ? "organisation" : "individuals";
            var earmarking = ledger.Scope.Fund.EarmarkingOf(gift.Designation);
            givers.Add((kind, ReferenceFlows.Quarter(gift), earmarking, gift.Donor), gift.BaseMinor);
        }

        return
        [
            .. givers
                .To((key, amount) => (key.Kind, key.Start, key.Earmarking, Amount: amount))
                .Where(giver => giver.Amount != 0)
                .GroupBy(giver => (giver.Kind, giver.Start, giver.Earmarking))
                .Select(group => Sum(group.Key, [.. group.Select(giver => giver.Amount).OrderDescending()])),
        ];
    }

    private static EarmarkedSum Sum((string Kind, DateOnly Start, string Earmarking) key, IReadOnlyList<long> amounts)
    {
        var total = amounts.Sum();
        return new(
            key.Kind,
            key.Start,
            key.Earmarking,
            total,
            new(amounts.Count, total, amounts[0], amounts.Skip(1).FirstOrDefault())
        );
    }
}
