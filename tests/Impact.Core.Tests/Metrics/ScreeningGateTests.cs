using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>The gate of the screen: a refused row whose words could lead to a person stays open until the sheet comes without it.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class ScreeningGateTests(EngineKind engine)
{
    private TestLedger _ledger = null!;

    [SetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [TearDown]
    public void CloseLedger() => _ledger.Dispose();

    [TestCase("note-unfit", true, "impact-replies 2")]
    [TestCase("size-unfit", true, "impact-replies 2")]
    [TestCase("note-unfit", false, null, Description = "a remark is no refusal")]
    [TestCase("code-unknown", true, null, Description = "leads to nobody")]
    public void A_refused_row_that_could_lead_to_a_person_is_open(string rule, bool isRejected, string? named)
    {
        Batch(1, "impact-replies");
        Finding(1, rule, isRejected, line: 2);
        Finding(1, rule, isRejected, line: 2);
        Finding(1, rule, isRejected, line: 7);
        Assert.That(Open(1), Is.EqualTo(named));
    }

    [Test]
    public void The_same_sheet_without_it_closes_it_and_another_sheet_does_not()
    {
        Batch(1, "impact-replies");
        Finding(1, "note-unfit", isRejected: true);
        Batch(2, "impact-gifts");
        Assert.That(Open(2), Is.Not.Null);
        Batch(3, "impact-replies");
        Assert.That((Open(3), Open(2)), Is.EqualTo(((string?)null, "impact-replies 1")), "and as was known before");
    }

    [Test]
    public void The_rules_it_asks_for_are_rules_that_refuse() =>
        Assert.That(
            Rules.All.Where(rule => rule.Id is "note-unfit" or "size-unfit").Select(rule => rule.Rejects),
            Is.EqualTo([true, true])
        );

    private void Batch(int number, string profile) =>
        _ledger.Store.Execute(
            "batch",
            $"INSERT INTO batch VALUES ({number}, 'a', '{profile}', 1, TIMESTAMP '2020-01-01', '', 1, 0, 0, 1, 0)"
        );

    private void Finding(int batch, string rule, bool isRejected, int line = 2) =>
        _ledger.Store.Execute(
            "finding",
            $"INSERT INTO finding VALUES ({batch}, {line}, '{rule}', 'text_en', {(isRejected ? "true" : "false")})"
        );

    private string? Open(int lastBatch)
    {
        var scope = new MetricScope(TestFunds.Plain, new(2020, 3, 31), lastBatch);
        using var run = new MetricRun(_ledger.Store, scope);
        var gate = new HardGates(run, new HashSet<string>()).Run().Single(one => one.Id == "screening");
        return gate.Violations is [var open] ? $"{open.Subject} {open.AmountMinor}" : null;
    }
}
