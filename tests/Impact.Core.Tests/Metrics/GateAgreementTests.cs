using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class GateAgreementTests(EngineKind engine)
{
    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Sql_and_reference_find_the_same_in_every_gate()
    {
        HashSet<(string Gate, GateOutcome Outcome)> reached = [];
        for (var number = 0; number < GeneratedCases.On(engine); number++)
        {
            var generated = new GeneratedLedger(number);
            var scope = new MetricScope(TestFunds.Plain, generated.CutOff(), generated.LastBatch());
            // No generated amount has a wrong sign; every third ledger gets one.
            var draft = generated.Make();
            DraftEntry nothing = new("gift", 0, new(2019, 2, 1)) { SourceId = "nothing" };
            draft = number % 3 == 0 ? draft with { Entries = [.. draft.Entries, nothing] } : draft;
            Compare($"case {number}", draft, generated.AfterReleases(scope), reached);
            Compare($"plausible case {number}", new PlausibleLedger(number).Make(), Late, reached);
        }

        Assert.That(
            HardGates
                .Ids.Where(id => id != AsksFiles)
                .SelectMany(id => new[] { (id, GateOutcome.Passed), (id, GateOutcome.Failed) })
                .Except(reached),
            Is.Empty,
            "every gate passes in some case and fails in another"
        );
    }

    /// <summary>The planted bug: one cent of one payment, which both ways must count and a comparison must see.</summary>
    [Test]
    public void The_comparison_sees_one_cent()
    {
        var draft = new GeneratedLedger(caseNumber: 3).Make() with { Tells = LedgerKinds.All };
        var told = LedgerKinds.All.ToHashSet(StringComparer.Ordinal);
        var moved = draft with
        {
            Entries =
            [
                .. draft.Entries,
                new("disbursement", 1, new(2019, 8, 1)) { Organisation = TestFunds.Partner, SourceId = "cent" },
            ],
        };
        Assert.That(ByReference(moved, Late, told), Is.Not.EqualTo(ByReference(draft, Late, told)));
        Assert.That(BySql(moved, Late, told), Is.EqualTo(ByReference(moved, Late, told)));
    }

    /// <summary>This gate asks what was refused as files came in, which is in no books: <see cref="ScreeningGateTests"/> holds it.</summary>
    private const string AsksFiles = "screening";

    private static MetricScope Late { get; } = new(TestFunds.Plain, new DateOnly(2022, 12, 31), LastBatch: 1000);

    private void Compare(
        string name,
        DraftLedger draft,
        MetricScope scope,
        HashSet<(string Gate, GateOutcome Outcome)> reached
    )
    {
        foreach (var told in new[] { draft.Tells, [.. LedgerKinds.All, .. LedgerKinds.OfAccounts] })
        {
            var kinds = told.ToHashSet(StringComparer.Ordinal);
            var one = draft with { Tells = told };
            Assert.That(BySql(one, scope, kinds), Is.EqualTo(ByReference(one, scope, kinds)), name);
            reached.UnionWith(
                new ReferenceGates(new(one.ToReference(), scope, kinds)).Run().Select(gate => (gate.Id, gate.Outcome))
            );
        }
    }

    private IReadOnlyList<string> BySql(DraftLedger draft, MetricScope scope, IReadOnlySet<string> told)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        return GateLines.Of(new HardGates(run, told).Run());
    }

    private static IReadOnlyList<string> ByReference(DraftLedger draft, MetricScope scope, IReadOnlySet<string> told) =>
        GateLines.Of(new ReferenceGates(new(draft.ToReference(), scope, told)).Run());
}
