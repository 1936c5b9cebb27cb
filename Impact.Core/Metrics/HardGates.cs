using Impact.Core.Ledger;
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
internal sealed class HardGates(ILedgerEngine ledger, MetricScope scope, IReadOnlySet<string> toldKinds)
{
    private const string Register = "register";
    private const string Screening = "screening";

    private static readonly (string Id, string[] Needs)[] Gates =
    [
        ("signs", []),
        ("references", []),
        ("allocation", ["allocation", "disbursement"]),
        ("unallocated", ["gift", "allocation"]),
        ("designation", ["gift", "disbursement"]),
        ("balance", ["gift", "disbursement", "balance"]),
        (Register, []),
        (Screening, []),
    ];

    /// <summary>The identifiers of all gates, in the order they are run.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Gates.Select(gate => gate.Id)];

    /// <summary>Runs every gate.</summary>
    public IReadOnlyList<GateResult> Run()
    {
        FillDesignations();
        using var run = new MetricRun(ledger, scope);
        var results = Gates.Select(gate => gate.Id == Register ? RunRegister(run) : Run(gate.Id, gate.Needs)).ToList();
        ledger.Execute("drop work table", "DROP TABLE IF EXISTS designation_partner");
        return results;
    }

    private GateResult Run(string id, string[] needs)
    {
        if (!needs.All(toldKinds.Contains))
        {
            return new(id, GateOutcome.NotChecked, []);
        }

        // What was refused belongs to no day.
        List<(string, object?)> values = [("last_batch", scope.LastBatch)];
        if (id != Screening)
        {
            values.Add(("cut_off", scope.CutOff));
        }

        var violations = ledger.Query(
            $"gate {id}",
            SqlText.Of("Metrics", $"gate_{id}"),
            row => new GateViolation(row.Text("subject") ?? "none", row.Integer("amount_minor")),
            [.. values]
        );
        return new(id, violations.Count == 0 ? GateOutcome.Passed : GateOutcome.Failed, violations);
    }

    /// <summary>Each match is made where its two sides are told; with none of them there is nothing to check.</summary>
    private GateResult RunRegister(MetricRun run)
    {
        if (MatchTables.ToldBy(toldKinds).Count == 0)
        {
            return new(Register, GateOutcome.NotChecked, []);
        }

        run.Require(MatchTables.Matching);
        var open = run.Rows(
            "gate_register",
            row => new GateViolation(row.Text("subject")!, row.Integer("amount_minor"))
        );
        return new(Register, open.Count == 0 ? GateOutcome.Passed : GateOutcome.Failed, open);
    }

    private void FillDesignations()
    {
        ledger.Execute("drop work table", "DROP TABLE IF EXISTS designation_partner");
        ledger.Execute(
            "designation",
            "CREATE TEMPORARY TABLE designation_partner (designation VARCHAR, organisation_id VARCHAR)"
        );
        foreach (
            var designation in scope.Fund.Designations.Where(designation => designation.OrganisationId is not null)
        )
        {
            ledger.Execute(
                "designation",
                "INSERT INTO designation_partner VALUES ($designation, $organisation)",
                ("designation", designation.Id),
                ("organisation", designation.OrganisationId)
            );
        }
    }
}
