using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class FamilyAgreementTests(EngineKind engine)
{
    private TestLedger _ledger = null!;

    private static IEnumerable<string> Families => MetricFamilies.All.Select(family => family.Sql);

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Sql_and_reference_agree_on_every_family()
    {
        var rows = Families.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        for (var number = 0; number < GeneratedCases.On(engine); number++)
        {
            var generated = new GeneratedLedger(number);
            var draft = generated.Make();
            var fund = number % 2 == 0 ? TestFunds.Plain : TestFunds.FromPublicSources;
            var scope = generated.AfterReleases(new MetricScope(fund, generated.CutOff(), generated.LastBatch()));
            var reference = new ReferenceLedger(
                draft.ToReference(),
                scope,
                draft.Tells.ToHashSet(StringComparer.Ordinal)
            );
            _ledger.Fill(draft);
            using var run = new MetricRun(_ledger.Store, scope);
            foreach (var family in MetricFamilies.All)
            {
                var bySql = family.BySql(run);
                rows[family.Sql] += bySql.Count;
                Assert.That(
                    SumsDifference.Of(family.Sql, bySql, family.ByReference(reference)),
                    Is.Empty,
                    $"case {number}"
                );
            }
        }

        Assert.That(
            rows.Where(pair => pair.Value == 0).Select(pair => pair.Key),
            Is.Empty,
            "families that no case reached"
        );
    }

    [TestCaseSource(nameof(Families))]
    public void The_comparison_sees_a_row_too_many(string name)
    {
        var family = MetricFamilies.All.Single(one => one.Sql == name);
        var generated = new GeneratedLedger(caseNumber: 3);
        var draft = generated.Make();
        var scope = new MetricScope(TestFunds.FromPublicSources, new DateOnly(2022, 12, 31), LastBatch: 10);
        var reference = new ReferenceLedger(draft.ToReference(), scope, draft.Tells.ToHashSet(StringComparer.Ordinal));
        var all = family.ByReference(reference);
        Assert.That(all, Is.Not.Empty, "the case says something of the family");
        Assert.That(SumsDifference.Of(name, [.. all.Skip(1)], all), Is.Not.Empty);
    }
}
