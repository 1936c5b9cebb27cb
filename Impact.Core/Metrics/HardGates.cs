using Impact.Core.Metrics.Register;

namespace Impact.Core.Metrics;

/// <summary>How one hard gate came out.</summary>
internal enum GateOutcome
{
    /// <summary>The books pass.</summary>
    Passed,

    /// <summary>The books do not pass: nothing is published.</summary>
    Failed,

    /// <summary>The fund's sources do not tell what the gate needs.</summary>
    NotChecked,
}

/// <summary>One violation: who or what, and by how much; never a record.</summary>
/// <param name="Subject">An organisation, a designation, a kind or a day.</param>
/// <param name="AmountMinor">Minor units of the base currency, or a number of entries.</param>
internal sealed record GateViolation(string Subject, long AmountMinor);

/// <summary>One hard gate and its outcome.</summary>
/// <param name="Id">Stable identifier, see <c>docs/gates.md</c>.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Violations">Empty unless it failed.</param>
internal sealed record GateResult(string Id, GateOutcome Outcome, IReadOnlyList<GateViolation> Violations);

/// <summary>The hard gates of the books: while one fails nothing is published.</summary>
/// <param name="run">The run whose work tables the gates read and leave for the catalogue.</param>
/// <param name="toldKinds">The ledger kinds that the fund's sources tell.</param>
internal sealed class HardGates(MetricRun run, IReadOnlySet<string> toldKinds)
{
    private const string Register = "register";

    /// <summary>What each designation held day by day, and what the pool advanced for it.</summary>
    private static WorkTable Days { get; } = new("designation_day", run => run.ExecuteFile("designation_day"));

    /// <summary>The designations that are for one partner.</summary>
    private static WorkTable Partners { get; } = new("designation_partner", FillPartners);

    private static readonly (string Id, string[] Needs, WorkTable[] Reads)[] Gates =
    [
        ("signs", [], []),
        ("references", [], []),
        ("allocation", ["allocation", "disbursement"], []),
        ("unallocated", ["gift", "allocation"], [Days]),
        ("designation", ["gift", "disbursement"], [Days, Partners]),
        ("balance", ["gift", "disbursement", "balance"], []),
        (Register, [], [MatchTables.Matching]),
        ("screening", [], []),
    ];

    /// <summary>The identifiers of all gates, in the order they are run.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Gates.Select(gate => gate.Id)];

    /// <summary>Runs every gate.</summary>
    public IReadOnlyList<GateResult> Run() => [.. Gates.Select(gate => Run(gate.Id, gate.Reads))];

    /// <summary>Whether the fund's sources tell what a gate needs. Each match is made where its two sides are told.</summary>
    /// <param name="id">The gate.</param>
    /// <param name="told">The ledger kinds that the fund's sources tell.</param>
    public static bool IsChecked(string id, IReadOnlySet<string> told) =>
        Gates.Single(gate => gate.Id == id).Needs.All(told.Contains)
        && (id != Register || MatchTables.ToldBy(told).Count > 0);

    private GateResult Run(string id, WorkTable[] reads)
    {
        if (!IsChecked(id, toldKinds))
        {
            return new(id, GateOutcome.NotChecked, []);
        }

        run.Require(reads);
        var violations = run.Rows(
            $"gate_{id}",
            row => new GateViolation(row.Text("subject") ?? "none", row.Integer("amount_minor"))
        );
        return new(id, violations.Count == 0 ? GateOutcome.Passed : GateOutcome.Failed, violations);
    }

    private static void FillPartners(MetricRun run)
    {
        run.Execute(
            "designation",
            "CREATE TEMPORARY TABLE designation_partner (designation VARCHAR, organisation_id VARCHAR)"
        );
        foreach (
            var designation in run.Scope.Fund.Designations.Where(designation => designation.OrganisationId is not null)
        )
        {
            run.Execute(
                "designation",
                "INSERT INTO designation_partner VALUES ($designation, $organisation)",
                ("designation", designation.Id),
                ("organisation", designation.OrganisationId)
            );
        }
    }
}
