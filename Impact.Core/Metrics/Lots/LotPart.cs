using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Lots;

/// <summary>A lot: money that came in, as one entry of one source.</summary>
/// <param name="Designation">What it is for.</param>
/// <param name="Epoch">Position of the first published cut-off that holds it, from 1.</param>
/// <param name="CameOn">The day it cleared.</param>
/// <param name="Profile">The profile it was read by.</param>
/// <param name="Kind">A ledger kind; <c>gift</c>, or a source of the pool's or of partners.</param>
/// <param name="SourceId">The source's own identifier.</param>
internal sealed record LotName(
    string Designation,
    int Epoch,
    DateOnly CameOn,
    string Profile,
    string Kind,
    string SourceId
);

/// <summary>What used a part of a lot.</summary>
/// <param name="Kind">A ledger kind.</param>
/// <param name="SourceId">The outflow's own identifier.</param>
/// <param name="Organisation">The partner it went to, or null.</param>
/// <param name="UsedOn">The day it cleared.</param>
/// <param name="IsAdvance">Whether it was paid in another gift's place: by its designation, else by the pool.</param>
internal sealed record LotUse(string Kind, string SourceId, string? Organisation, DateOnly UsedOn, bool IsAdvance);

/// <summary>A part of a lot with one use: what lots come down to.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Use">What used it; null while it is still with the fund.</param>
/// <param name="AmountMinor">Minor units of the base currency, above 0; a lot's parts add up to the lot.</param>
/// <param name="OffsetMinor">Where in its outflow the part begins.</param>
internal sealed record LotPart(LotName Lot, LotUse? Use, long AmountMinor, long OffsetMinor)
{
    /// <summary>Every part of every lot, in no order; none when there is no money.</summary>
    public static IReadOnlyList<LotPart> All(MetricRun run)
    {
        run.Require(LotTables.Pieces);
        return run.Rows("lot_parts", Read, ("source_id", null));
    }

    /// <summary>Reads a row of <c>lot_parts.sql</c>.</summary>
    public static LotPart Read(LedgerRow row)
    {
        var lot = new LotName(
            row.Text("designation")!,
            (int)row.Integer("epoch"),
            row.Day("came_on")!.Value,
            row.Text("profile")!,
            row.Text("kind")!,
            row.Text("source_id")!
        );
        var outflow = row.Integer("outflow");
        var use =
            outflow == 0
                ? null
                : new LotUse(
                    row.Text("used_for")!,
                    row.Text("used_by")!,
                    row.Text("organisation_id"),
                    row.Day("used_on")!.Value,
                    outflow < 0
                );
        return new(lot, use, row.Integer("amount_minor"), row.Integer("offset_minor"));
    }
}
