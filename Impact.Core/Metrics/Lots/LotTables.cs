using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Lots;

/// <summary>
/// The work tables of lots: which part of which gift was used for what. The rule is first in, first out within a designation;
/// see <c>docs/adr/0010-lots-by-interval.md</c>.
/// </summary>
internal static class LotTables
{
    /// <summary>The cut-offs published before, by position from 1.</summary>
    public static WorkTable Published { get; } = new("published_cut_off", FillPublished);

    /// <summary>Days, designations and sources of the fund's own money.</summary>
    public static WorkTable Seen { get; } = OfFile("lot_seen");

    /// <summary>The epoch of every batch and day.</summary>
    public static WorkTable Days { get; } = OfFile("lot_day", Seen, Published);

    /// <summary>What tables by period show later than it cleared, by epoch.</summary>
    public static WorkTable Later { get; } = OfFile("lot_later", Days, ShownMonths.LotLines);

    /// <summary>Entries that a reversal names.</summary>
    public static WorkTable Touched { get; } = OfFile("lot_touched");

    /// <summary>Everything but untouched gifts, netted with its reversals.</summary>
    public static WorkTable Net { get; } = OfFile("lot_net", Days, Touched);

    /// <summary>Where lots come from.</summary>
    public static WorkTable Sources { get; } = OfFile("lot_source", Seen);

    /// <summary>The days of each designation, numbered in the rule's order.</summary>
    public static WorkTable Buckets { get; } = OfFile("lot_bucket", Net);

    /// <summary>Bucket and source of every gift.</summary>
    public static WorkTable Places { get; } = OfFile("lot_place", Buckets, Sources);

    /// <summary>Everything that uses lots.</summary>
    public static WorkTable Outflows { get; } = OfFile("lot_out", Net);

    /// <summary>The parts of lots and what each was used for; <c>lot_shortfall</c> is made with it.</summary>
    public static WorkTable Pieces { get; } = new("lot_piece", FillPieces);

    /// <summary>The quarters up to the last closed one, with the day on which each is looked at.</summary>
    public static WorkTable Quarters { get; } = new("lot_quarter", FillQuarters);

    /// <summary>What each partner did with each payment.</summary>
    public static WorkTable PartnerSpans { get; } = OfFile("partner_span", Pieces, WorkTables.Flow);

    private static readonly string[] OfOneEpoch = ["lot_now", "lot_draw", "lot_span", "lot_cut"];

    private static WorkTable OfFile(string name, params WorkTable[] needs) =>
        new(
            name,
            run =>
            {
                run.Require(needs);
                run.ExecuteFile(name);
            }
        );

    private static void FillPublished(MetricRun run)
    {
        run.Execute(
            "published_cut_off",
            "CREATE TEMPORARY TABLE published_cut_off (position INTEGER, last_batch INTEGER, cut_off DATE)"
        );
        foreach (var (position, published) in run.Scope.Published.Index())
        {
            run.Execute(
                "published_cut_off",
                "INSERT INTO published_cut_off VALUES ($position, $batch, $day)",
                ("position", position + 1),
                ("batch", published.LastBatch),
                ("day", published.CutOff)
            );
        }
    }

    private static void FillQuarters(MetricRun run)
    {
        run.Require(Buckets);
        run.Execute("lot_quarter", "CREATE TEMPORARY TABLE lot_quarter (period_start DATE, last_day DATE)");
        var last = run.Scope.StatementDay;
        foreach (var first in run.Rows("lot_first_day", row => row.Day("first_day")).OfType<DateOnly>())
        {
            foreach (var quarter in Period.Range(PeriodGrain.Quarter, first, last))
            {
                run.Execute(
                    "lot_quarter",
                    "INSERT INTO lot_quarter VALUES ($start, $last)",
                    ("start", quarter.Start),
                    ("last", quarter.End < last ? quarter.End : last)
                );
            }
        }
    }

    private static void FillPieces(MetricRun run)
    {
        run.Require(Places, Outflows);
        Drop(run, "lot_owed", "lot_shortfall");
        run.ExecuteFile("lot_tables");
        for (var epoch = 1; epoch <= run.Scope.Published.Count + 1; epoch++)
        {
            FillEpoch(run, epoch);
        }

        Drop(run, "lot_owed");
    }

    private static void FillEpoch(MetricRun run, int epoch)
    {
        var own = ("epoch", (object?)epoch);
        Drop(run, OfOneEpoch);
        run.ExecuteFile("lot_now", own);
        run.Execute("carried", "DELETE FROM lot_piece WHERE outflow = 0");
        run.ExecuteFile("lot_short", own);
        run.ExecuteFile("lot_taken", own);
        run.ExecuteFile("lot_lessen", own);
        run.ExecuteFile("lot_draw", own);
        run.Execute("covered", "DELETE FROM lot_owed");
        run.ExecuteFile("lot_span");
        run.ExecuteFile("lot_cut");
        run.ExecuteFile("lot_drawn");
        run.ExecuteFile("lot_owed");
        Drop(run, OfOneEpoch);
    }

    private static void Drop(MetricRun run, params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables)
        {
            run.Execute($"drop {table}", $"DROP TABLE IF EXISTS {table}");
        }
    }
}
