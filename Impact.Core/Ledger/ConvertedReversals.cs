using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Core.Ledger;

/// <summary>
/// Gives a reversal in another currency exactly minus what its entry has in the fund's, with the same rate: converted anew it
/// would leave the difference of two days in the books.
/// </summary>
internal sealed class ConvertedReversals(LedgerStore ledger, RecordSql records)
{
    /// <summary>Fills the staged reversals that state no amount in the fund's currency, and rejects those whose entry is not there or is another amount.</summary>
    public void Fill(ConversionSql conversion)
    {
        if (conversion.Reverses is not { } reverses)
        {
            return;
        }

        var waits = $"is_of_fund AND {reverses} IS NOT NULL AND {conversion.Waits}";
        var waiting = $"SELECT count(*) AS rows FROM scratch.staged WHERE {waits}";
        if (ledger.Query("reversals", waiting, row => row.Integer("rows")).Single() == 0)
        {
            return;
        }

        ledger.Execute("convert reversals", Sql(conversion, reverses), ("profile", records.ProfileId));
        ledger.Execute(
            "note reversals",
            $"INSERT INTO verdict SELECT rowid, $rule, $column, true FROM scratch.staged WHERE {waits}",
            ("rule", Rules.BaseMissing.Id),
            ("column", conversion.BaseColumn)
        );
    }

    /// <summary>An entry that the ledger holds counts before the same row of this file, which newer rates may have converted anew.</summary>
    private string Sql(ConversionSql conversion, string reverses)
    {
        var traces = ConvertedAmount.Traces.Keys.ToList();
        var (named, set) = (
            string.Join(", ", traces),
            string.Join(", ", traces.Select(trace => $"{trace} = original.{trace}"))
        );
        return $"""
            UPDATE scratch.staged SET {conversion.Base} = -original.base_minor, {set}
            FROM (
                SELECT source_id, amount_minor, currency, base_minor, {named} FROM entry
                WHERE profile = $profile AND reverses IS NULL
                UNION ALL
                SELECT identity, {conversion.Amount}, CAST({conversion.Currency} AS VARCHAR), {conversion.Base}, {named}
                FROM scratch.staged
                WHERE is_of_fund AND faults = 0 AND {reverses} IS NULL
                    AND identity NOT IN (SELECT source_id FROM entry WHERE profile = $profile)
            ) AS original
            WHERE staged.{conversion.Base} IS NULL
                AND staged.{conversion.Currency} <> {SqlLiteral.Text(conversion.FundCurrency)}
                AND original.source_id = {records.Reversed()}
                AND original.amount_minor = -staged.{conversion.Amount}
                AND original.currency = CAST(staged.{conversion.Currency} AS VARCHAR)
            """;
    }
}
