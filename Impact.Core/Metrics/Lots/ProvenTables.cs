using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Lots;

/// <summary>A transaction of a payment processor, netted.</summary>
/// <param name="Transaction">The processor's id.</param>
/// <param name="ClearedOn">The day its gift cleared; null where there is only what went back.</param>
/// <param name="Currency">The donor's currency; null as above.</param>
/// <param name="AmountMinor">The donor's amount.</param>
/// <param name="BaseMinor">Net of its gift entries, minor units of the base currency; below 0 where the books are wrong.</param>
/// <param name="RefundedMinor">Net of its refunds and chargebacks; as above.</param>
/// <param name="IsShared">Whether two sources name a transaction so.</param>
internal sealed record ProvenRow(
    string Transaction,
    DateOnly? ClearedOn,
    string? Currency,
    long AmountMinor,
    long BaseMinor,
    long RefundedMinor,
    bool IsShared
);

/// <summary>The transactions that a release proves and what became of each, a part of 16,384 at a time.</summary>
internal static class ProvenTables
{
    /// <summary>Every transaction, netted.</summary>
    public static WorkTable Gifts { get; } = new("proven_gift", run => run.ExecuteFile("proven_gift"));

    /// <summary>What became of each.</summary>
    public static WorkTable Steps { get; } =
        new(
            "proven_step",
            run =>
            {
                run.Require(Gifts, LotTables.PartnerSpans);
                run.ExecuteFile("proven_step");
            }
        );

    /// <summary>The transaction ids that gifts came by.</summary>
    public static WorkTable Transactions { get; } = new("gift_transaction", run => run.ExecuteFile("gift_transaction"));

    /// <summary>A part of the transactions, ordered by id; none beyond the last part.</summary>
    public static IReadOnlyList<ProvenRow> GiftsOf(MetricRun run, int part)
    {
        run.Require(Gifts);
        return run.Rows("proven_gifts", Read, ("part", part));
    }

    /// <summary>What became of each transaction of a part.</summary>
    public static ILookup<string, GiftStep> StepsOf(MetricRun run, int part)
    {
        run.Require(Steps);
        return run.Rows(
                "proven_steps",
                row => (Id: row.Text("transaction_id")!, Step: GiftPath.Read(row)),
                ("part", part)
            )
            .ToLookup(row => row.Id, row => row.Step, StringComparer.Ordinal);
    }

    /// <summary>A part of the transaction ids; none beyond the last part.</summary>
    public static IReadOnlyList<string> TransactionsOf(MetricRun run, int part)
    {
        run.Require(Transactions);
        return run.Rows("gift_transactions", row => row.Text("transaction_id")!, ("part", part));
    }

    private static ProvenRow Read(LedgerRow row) =>
        new(
            row.Text("transaction_id")!,
            row.Day("cleared_on"),
            row.Text("currency"),
            row.Integer("amount_minor"),
            row.Integer("base_minor"),
            row.Integer("refunded_minor"),
            row.Integer("profiles") > 1
        );
}
