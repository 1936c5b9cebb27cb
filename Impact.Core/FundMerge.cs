using Impact.Core.Catalogue;
using Impact.Core.Intake;
using Impact.Core.Ledger;

namespace Impact.Core;

/// <summary>
/// Joins a fund to another when a source tells that both are one: sources that know a fund by number and by name meet in either order.
/// </summary>
internal sealed class FundMerge(DataFolder data)
{
    private static readonly string[] Tables =
    [
        "batch",
        "finding",
        "entry",
        "statement",
        "balance",
        "account_line",
        "explanation",
        "organisation",
        "rate",
        "correction",
        "reply",
    ];

    /// <summary>Moves everything of one fund into another.</summary>
    /// <param name="from">The fund that ends.</param>
    /// <param name="into">The fund that stays.</param>
    /// <returns>False, and nothing is changed, when the fund that would end has published holds tokens of its own key, or entries that name a rate by its batch.</returns>
    public bool TryMerge(FundDescription from, FundDescription into)
    {
        if (Directory.Exists(Path.Combine(data.Public, from.Id)))
        {
            return false;
        }

        using (var other = LedgerStore.Open(data.Ledger(from.Id)))
        {
            const string tokens =
                "SELECT (SELECT count(donor) FROM entry) + (SELECT count(*) FROM service) + (SELECT count(rate_batch) FROM entry) AS tokens";
            if (other.Query("tokens", tokens, row => row.Integer("tokens")).Single() > 0)
            {
                return false;
            }
        }

        Copy(from, into);
        new FundRegister(data).Save(
            into with
            {
                Aliases = [.. into.Aliases, .. from.Aliases.Except(into.Aliases)],
                Indicators =
                [
                    .. into.Indicators,
                    .. from.Indicators.Where(added => into.Indicators.All(known => known.Id != added.Id)),
                ],
                Sources =
                [
                    .. into.Sources,
                    .. from.Sources.Where(added => into.Sources.All(known => known.Id != added.Id)),
                ],
            }
        );
        Directory.Delete(data.Fund(from.Id), recursive: true);
        return true;
    }

    /// <summary>Copies the batches that are not there yet, so that a merge that was stopped can be done again.</summary>
    private void Copy(FundDescription from, FundDescription into)
    {
        using var ledger = LedgerStore.Open(data.Ledger(into.Id));
        var file = Path.Combine(data.Ledger(from.Id), "ledger.duckdb");
        ledger.Execute("attach other", $"ATTACH {SqlLiteral.Text(file)} AS other (READ_ONLY)");
        ledger.Execute(
            "renumber",
            """
            CREATE TEMPORARY TABLE renumber AS
            SELECT batch_id AS old_id, (SELECT coalesce(max(batch_id), 0) FROM batch) + row_number() OVER (ORDER BY batch_id) AS new_id
            FROM other.batch AS moved
            WHERE NOT EXISTS (SELECT 1 FROM batch WHERE batch.file_sha256 = moved.file_sha256 AND batch.profile = moved.profile)
            """
        );
        ledger.InOneTransaction(() =>
        {
            foreach (var table in Tables)
            {
                ledger.Execute(
                    "move",
                    $"INSERT INTO {table} SELECT moved.* REPLACE (CAST(renumber.new_id AS INTEGER) AS batch_id) FROM other.{table} AS moved INNER JOIN renumber ON renumber.old_id = moved.batch_id"
                );
            }
        });
        ledger.Execute("detach other", "DROP TABLE renumber; DETACH other");
    }
}
