using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Quantities;

namespace Impact.Core;

/// <summary>One total of a fund's ledger: an amount, or the reason there is none.</summary>
/// <param name="Status"><c>ok</c>, or <c>x</c> when no source tells it.</param>
/// <param name="AmountMinor">Minor units of the base currency; null without a value.</param>
/// <param name="Amount">The same in major units, as text with the currency's decimals; null without a value.</param>
internal sealed record FundTotal(string Status, long? AmountMinor, string? Amount);

/// <summary>A fund and its totals, as the operator's list shows it.</summary>
internal sealed record FundSummary(
    string Id,
    BilingualText Name,
    string Currency,
    bool Fiction,
    IReadOnlyDictionary<string, FundTotal> Totals,
    long Batches
);

/// <summary>Reads the totals of a fund's ledger.</summary>
internal sealed class FundTotals(DataFolder data)
{
    private static readonly string[] Shown = ["received", "pledged", "allocated", "disbursed", "spent"];

    /// <summary>The summary of a fund.</summary>
    public FundSummary Read(FundDescription fund)
    {
        using var ledger = LedgerStore.Open(data.Ledger(fund.Id));
        return Of(ledger, fund);
    }

    /// <summary>The summary of a fund whose ledger is open, on either engine.</summary>
    public static FundSummary Of(ILedgerEngine ledger, FundDescription fund)
    {
        var last = new BatchBook(ledger).Last;
        using var run = new MetricRun(ledger, new MetricScope(fund, DateOnly.MaxValue, last));
        var told = Measures.ToldBy(WorkTables.ToldKinds(run));
        var sums = ledger
            .Query(
                "fund_totals",
                SqlText.Of("Metrics", "fund_totals"),
                row => (Kind: row.Text("kind")!, Minor: row.Integer("amount_minor"))
            )
            .ToDictionary(sum => sum.Kind, sum => sum.Minor, StringComparer.Ordinal);
        var currency = Currency.Parse(fund.Currency);
        return new(
            fund.Id,
            fund.Name,
            fund.Currency,
            fund.Fiction,
            Shown.ToDictionary(measure => measure, Total, StringComparer.Ordinal),
            last
        );

        FundTotal Total(string measure)
        {
            if (!told.Contains(measure))
            {
                return new("x", AmountMinor: null, Amount: null);
            }

            var change = measure == "allocated" ? sums.GetValueOrDefault("allocation_change") : 0;
            var minor = checked(sums.GetValueOrDefault(Measures.Kind(measure)) + change);
            return new("ok", minor, new Money(minor, currency).ToInvariantString());
        }
    }
}
