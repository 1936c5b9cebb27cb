using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Register;

/// <summary>What is said about figures: the registers of corrections and of partners' replies, as they were recorded.</summary>
/// <remarks>Nothing is computed, so there is no second way to it; tests hold what comes out equal to what was loaded.</remarks>
internal static class Remarks
{
    /// <summary>The two tables, without rows where nothing was recorded.</summary>
    public static IReadOnlyList<RawTable> Tables(ILedgerEngine ledger, MetricScope scope)
    {
        var writer = new RowWriter(scope);
        return
        [
            new(
                PublishedTables.Corrections,
                ledger.Query(
                    "corrections",
                    SqlText.Of("Metrics", "corrections"),
                    row => Correction(row, writer, scope),
                    ("last_batch", scope.LastBatch)
                )
            ),
            new(
                PublishedTables.Replies,
                ledger.Query(
                    "replies",
                    SqlText.Of("Metrics", "replies"),
                    row => Reply(row, writer, scope),
                    ("last_batch", scope.LastBatch)
                )
            ),
        ];
    }

    private static RawRow Correction(LedgerRow row, RowWriter writer, MetricScope scope)
    {
        var minor = row.WholeOrNone("amount_minor");
        var amount = minor is { } told
            ? new Quantities.Money(told, Quantities.Currency.Parse(scope.Fund.Currency))
            : (Quantities.Money?)null;
        return writer.Plain(
            [
                row.Text("correction"),
                row.Text("state"),
                row.Day("recorded_on"),
                row.Text("table_id"),
                row.Text("organisation_id"),
                row.Text("period"),
                row.Text("indicator"),
                row.Text("subject"),
                row.Text("noticed_by"),
                row.Text("what_en"),
                row.Text("what_es"),
                row.Text("why_en"),
                row.Text("why_es"),
                scope.Fund.Currency,
                amount?.Minor,
                amount?.Major,
            ],
            new(amount is null ? "z" : "ok", row.Day("recorded_on")!.Value, RowWriter.OneSource)
        );
    }

    private static RawRow Reply(LedgerRow row, RowWriter writer, MetricScope scope) =>
        writer.Plain(
            [
                row.Text("organisation_id"),
                row.Text("reply"),
                row.Text("state"),
                row.Day("replied_on"),
                row.Text("table_id"),
                row.Text("period"),
                row.Text("indicator"),
                row.Text("text_en"),
                row.Text("text_es"),
            ],
            new("ok", scope.StatementDay, RowWriter.OneSource)
        );
}
