using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Ledger;

/// <summary>
/// Takes back what a newer copy of a source no longer has. Such a source sends everything each time and names no changes: a
/// row that is gone, or came back with other content, is reversed by the same row with the other sign.
/// </summary>
internal sealed class SnapshotReversal(LedgerStore ledger, RecordSql records, string fileName)
{
    /// <summary>More than a fifth of the rows gone looks like a half-written file.</summary>
    private const int LargestShareGone = 5;

    /// <summary>Up to twenty rows may go without asking, so that small sources can change.</summary>
    private const int FewRows = 20;

    /// <summary>Writes the reversals.</summary>
    /// <param name="batch">The batch they belong to.</param>
    /// <param name="acceptRemovals">Whether many may go.</param>
    /// <returns>How many rows of the source were taken back.</returns>
    /// <exception cref="FaultException"><see cref="Faults.SourceShrunk"/>.</exception>
    public long Write(int batch, bool acceptRemovals)
    {
        ledger.Execute("gone", "DROP TABLE IF EXISTS gone");
        ledger.Execute(
            "gone",
            $"""
            CREATE TEMPORARY TABLE gone AS
            SELECT source_id FROM ({records.Live()})
            WHERE split_part(source_id, '|', 1) IN (SELECT DISTINCT scope FROM scratch.staged WHERE is_of_fund)
                AND source_id NOT IN (SELECT identity FROM scratch.staged WHERE is_of_fund)
            """,
            ("profile", records.ProfileId)
        );
        var gone = Count("SELECT count(*) AS rows FROM gone");
        var held = ledger
            .Query(
                "live",
                $"SELECT count(*) AS rows FROM ({records.Live()})",
                row => row.Integer("rows"),
                ("profile", records.ProfileId)
            )
            .Single();
        if (gone > FewRows && gone * LargestShareGone > held && !acceptRemovals)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{gone} of {held} rows");
            throw new FaultException(new Fault(Faults.SourceShrunk, fileName, detail));
        }

        foreach (var table in records.ReversibleTables)
        {
            ledger.Execute(
                "reverse",
                SqlText.Of("Ledger", $"reverse_{table}"),
                ("batch", batch),
                ("profile", records.ProfileId)
            );
        }

        ledger.Execute("gone", "DROP TABLE gone");
        return gone;
    }

    private long Count(string sql) => ledger.Query("count", sql, row => row.Integer("rows")).Single();
}
