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

    /// <summary>Every item on which two sides differ, and each partner that spent more than it was sent.</summary>
    public static WorkTable Matching { get; } =
        new(
            "matching",
            run =>
            {
                run.Require(Told, WorkTables.Flow);
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
}
