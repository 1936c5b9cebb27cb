using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Core.Releases.Gifts;

namespace Impact.Core;

/// <summary>A transaction and the code of its receipt. Whoever has both can read the gift: it is for the giver alone.</summary>
/// <param name="Transaction">The processor's id.</param>
/// <param name="Code">The receipt code.</param>
internal sealed record Receipt(string Transaction, string Code);

/// <summary>Gives the fund's payment page the codes of its receipts.</summary>
internal sealed class ReceiptExport(DataFolder data)
{
    /// <summary>Every transaction that gifts came by, ordered by id, with its code.</summary>
    /// <param name="fund">The fund's identifier.</param>
    /// <exception cref="Catalogue.FaultException">No such fund, or its keys are missing.</exception>
    public IEnumerable<Receipt> Of(string fund)
    {
        var description = new FundRegister(data).Get(fund);
        var keys = GiftKeys.Open(data.Path, description.Id);
        using var ledger = LedgerStore.Open(data.Ledger(description.Id));
        using var run = new MetricRun(ledger, new MetricScope(description, DateOnly.MaxValue, int.MaxValue));
        for (var part = 0; ; part++)
        {
            var transactions = ProvenTables.TransactionsOf(run, part);
            if (transactions.Count == 0)
            {
                yield break;
            }

            foreach (var transaction in transactions)
            {
                yield return new(transaction, ReceiptCode.Of(keys.Receipt, transaction).ToString());
            }
        }
    }

    /// <summary>A receipt as a line of CSV (RFC 4180); an id is kept as it is, since it is read by a program.</summary>
    public static string Line(Receipt receipt) => $"{Cell(receipt.Transaction)},{receipt.Code}";

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
