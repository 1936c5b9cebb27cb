using Impact.Core.Metrics.Flows;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Reference;

/// <summary>What was converted by rate tables, entry by entry.</summary>
internal static class ReferenceConversion
{
    /// <summary>One row a flow, currency and pair of rates.</summary>
    public static IReadOnlyList<ConvertedSum> Of(ReferenceLedger ledger)
    {
        var sums = new Dictionary<(string, string, PublishedRate, PublishedRate), (long Original, long Base)>();
        foreach (var entry in ledger.Closed.Where(entry => entry.RateLine is not null && entry.Kind != "pledge"))
        {
            var (from, to) = RatesOf(entry, ledger);
            var key = (MeasureOf(entry), entry.Currency, from, to);
            var sum = sums.GetValueOrDefault(key);
            sums[key] = checked((sum.Original + entry.AmountMinor, sum.Base + entry.BaseMinor));
        }

        return
        [
            .. sums.Select(pair => new ConvertedSum(
                pair.Key.Item1,
                pair.Key.Item2,
                pair.Key.Item3,
                pair.Key.Item4,
                pair.Value.Original,
                pair.Value.Base
            )),
        ];
    }

    private static string MeasureOf(ReferenceEntry entry) =>
        entry.Kind switch
        {
            "gift" => entry.GiverKind == "organisation" ? "received" : ConvertedMoney.Other,
            "allocation" or "allocation_change" => "allocated",
            "disbursement" => "disbursed",
            "return" => "returned",
            "receipt" => "confirmed",
            _ => ConvertedMoney.Other,
        };

    private static (PublishedRate From, PublishedRate To) RatesOf(ReferenceEntry entry, ReferenceLedger ledger)
    {
        var fund = ledger.Scope.Fund.Currency;
        var named = ledger
            .Books.Rates.Where(rate => rate.Batch == entry.RateBatch && rate.Line == entry.RateLine)
            .ToList();
        if (named.SingleOrDefault(rate => rate.Currency == entry.Currency) is not { } own)
        {
            // The entry's currency is the base of the table, so the row it names is the fund's.
            return (PublishedRate.One, named.Single(rate => rate.Currency == fund && rate.Base == entry.Currency).Rate);
        }

        if (own.Base == fund)
        {
            return (own.Rate, PublishedRate.One);
        }

        var first = ledger
            .Books.Rates.Where(rate => rate.Source == own.Source && rate.Base == own.Base && rate.Day == own.Day)
            .Where(rate => rate.Currency == fund && rate.Batch <= ledger.Scope.LastBatch)
            .OrderBy(rate => rate.Batch)
            .ThenBy(rate => rate.Line)
            .First();
        return (own.Rate, first.Rate);
    }
}
