namespace Impact.Core.Ledger;

/// <summary>The batches of a ledger: which file was loaded when, and what became of its rows.</summary>
internal sealed class BatchBook(ILedgerEngine ledger)
{
    /// <summary>The last batch, or 0 when there is none.</summary>
    public int Last =>
        (int)
            ledger
                .Query(
                    "last batch",
                    "SELECT coalesce(max(batch_id), 0) AS batch_id FROM batch",
                    row => row.Integer("batch_id")
                )
                .Single();

    /// <summary>The last batch that was known at the end of a day (UTC), or 0 when nothing was.</summary>
    public int LastKnownOn(DateOnly day) =>
        (int)
            ledger
                .Query(
                    "last batch known",
                    "SELECT coalesce(max(batch_id), 0) AS batch_id FROM batch WHERE received_at < $next_day",
                    row => row.Integer("batch_id"),
                    ("next_day", day.AddDays(1).ToDateTime(TimeOnly.MinValue))
                )
                .Single();

    /// <summary>The report of a file that was loaded before with the same profile, or null.</summary>
    public LoadReport? Find(string fund, string sha256, string profile)
    {
        var batches = ledger.Query(
            "find batch",
            "SELECT batch_id FROM batch WHERE file_sha256 = $sha256 AND profile = $profile",
            row => row.Integer("batch_id"),
            ("sha256", sha256),
            ("profile", profile)
        );
        return batches.Count == 0 ? null : Get(fund, (int)batches[0], isNew: false);
    }

    /// <summary>The report of a batch.</summary>
    /// <exception cref="InvalidOperationException">There is no such batch.</exception>
    public LoadReport Get(string fund, int batchId, bool isNew)
    {
        var findings = Findings(batchId);
        return ledger
            .Query(
                "get batch",
                "SELECT * FROM batch WHERE batch_id = $batch",
                row => new LoadReport(
                    fund,
                    batchId,
                    isNew,
                    row.Integer("rows_in"),
                    row.Integer("rows_stored"),
                    row.Integer("rows_known"),
                    row.Integer("rows_rejected"),
                    row.Integer("rows_reversed"),
                    findings
                ),
                ("batch", batchId)
            )
            .Single();
    }

    private IReadOnlyList<FindingCount> Findings(int batch) =>
        ledger.Query(
            "findings",
            """
            SELECT rule, column_name, rejected, count(*) AS rows, min(line) AS first_line
            FROM finding WHERE batch_id = $batch
            GROUP BY rule, column_name, rejected ORDER BY rejected DESC, rule, column_name
            """,
            row => new FindingCount(
                row.Text("rule")!,
                row.Text("column_name")!,
                row.Truth("rejected"),
                row.Integer("rows"),
                row.Integer("first_line")
            ),
            ("batch", batch)
        );
}
