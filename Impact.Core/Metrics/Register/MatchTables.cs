namespace Impact.Core.Metrics.Register;

/// <summary>The work tables of two-sided matching: which sides are told, and the items on which they differ.</summary>
internal static class MatchTables
{
    /// <summary>The matches whose both sides the fund's sources tell.</summary>
    public static WorkTable Told { get; } =
        new(
            "told_match",
            run =>
            {
                run.Execute("told_match", "CREATE TEMPORARY TABLE told_match (match VARCHAR)");
                foreach (var match in ToldBy(WorkTables.ToldKinds(run)))
                {
                    run.Execute("told_match", "INSERT INTO told_match VALUES ($match)", ("match", match));
                }
            }
        );

    /// <summary>The references of which a line was taken back.</summary>
    private static WorkTable Undone { get; } = new("undone_reference", run => run.ExecuteFile("undone_reference"));

    /// <summary>The lines between books and processor's report that do not simply agree; nearly all do.</summary>
    private static WorkTable Doubtful { get; } =
        new(
            "doubtful_line",
            run =>
            {
                run.Require(Undone);
                run.ExecuteFile(IsTold(run, "processor") ? "doubtful_line" : "doubtful_line_untold");
            }
        );

    /// <summary>Every item on which two sides differ, and each partner that spent more than it was sent.</summary>
    public static WorkTable Matching { get; } =
        new(
            "matching",
            run =>
            {
                run.Require(Told, Doubtful, WorkTables.Flow);
                run.ExecuteFile("matching");
            }
        );

    /// <summary>What each match needs: kinds of record on both of its sides.</summary>
    public static IReadOnlyList<(string Match, string[] Needs)> Sides { get; } =
    [
        ("receipt", ["disbursement", "receipt"]),
        ("processor", ["gift", "processor_report"]),
        ("bank", ["disbursement", "bank_statement"]),
        ("payout", ["processor_report", "bank_statement"]),
        ("partner_balance", ["disbursement", "expenditure"]),
    ];

    /// <summary>The matches that can be made of these kinds; a side that nobody tells is unknown, not empty.</summary>
    public static IReadOnlyList<string> ToldBy(IReadOnlySet<string> kinds) =>
        [.. Sides.Where(side => side.Needs.All(kinds.Contains)).Select(side => side.Match)];

    private static bool IsTold(MetricRun run, string match) =>
        ToldBy(WorkTables.ToldKinds(run)).Contains(match, StringComparer.Ordinal);
}
