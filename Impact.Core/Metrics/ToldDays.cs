using Impact.Core.Ledger;

namespace Impact.Core.Metrics;

/// <summary>How far the records of a fund from public sources reach. Of any other fund it would tell a donor's or a partner's day.</summary>
/// <param name="ledger">Where the ledger lies.</param>
/// <param name="lastBatch">The last batch that was known.</param>
internal sealed class ToldDays(ILedgerEngine ledger, int lastBatch)
{
    /// <summary>The last day with a cleared entry, or of statements alone the end of the last period; null for an empty ledger.</summary>
    public DateOnly? Last => LastCleared() ?? LastStated();

    /// <summary>For a fund of which only statements are known. A period that was not over when the last file came is not its end.</summary>
    private DateOnly? LastStated()
    {
        var known = ledger
            .Query(
                "last file",
                "SELECT CAST(max(received_at) AS DATE) AS last_day FROM batch WHERE batch_id <= $last_batch",
                row => row.Day("last_day"),
                ("last_batch", lastBatch)
            )
            .Single();
        return ledger
            .Query(
                "stated periods",
                "SELECT DISTINCT period FROM statement WHERE measure = 'reached' AND batch_id <= $last_batch",
                row => (DateOnly?)PeriodCode.Parse(row.Text("period")!).End,
                ("last_batch", lastBatch)
            )
            .Where(end => end <= known)
            .Max();
    }

    private DateOnly? LastCleared() =>
        ledger
            .Query(
                "last day",
                "SELECT max(cleared_on) AS last_day FROM entry WHERE batch_id <= $last_batch",
                row => row.Day("last_day"),
                ("last_batch", lastBatch)
            )
            .Single();
}
