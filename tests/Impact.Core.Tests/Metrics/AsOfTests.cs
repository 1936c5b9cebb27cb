using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>
/// The ledger read as of a past cut-off is, to the row, the ledger in which everything that came later is left out: every family, every
/// sum of money and every part of a lot.
/// </summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class AsOfTests(EngineKind engine)
{
    private const int ShareOfCases = 3;

    /// <summary>Generated rows come with three batches.</summary>
    private static readonly int[] PastBatches = [1, 2];

    private TestLedger _ledger = null!;

    private static IEnumerable<string> Read =>
        [.. MetricFamilies.All.Select(family => family.Sql), "money", "lot_parts"];

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [TestCaseSource(nameof(Read))]
    public void What_came_later_changes_no_row(string name)
    {
        var (rows, seen) = (0, 0);
        for (var number = 0; number < (GeneratedCases.On(engine) + ShareOfCases - 1) / ShareOfCases; number++)
        {
            var generated = new GeneratedLedger(number);
            var draft = generated.Make();
            var whole = generated.AfterReleases(new MetricScope(TestFunds.Plain, generated.CutOff(), LastBatch: 3));
            foreach (var last in PastBatches)
            {
                var scope = whole with
                {
                    LastBatch = last,
                    Published = [.. whole.Published.Where(one => one.LastBatch <= last)],
                };
                var asOf = BySql(name, draft, scope);
                var alone = BySql(name, WithoutLater(draft, last), scope with { LastBatch = 1000 });
                Assert.That(SumsDifference.Of(name, asOf, alone), Is.Empty, $"case {number}, batch {last}");
                rows += asOf.Count;
                seen += SumsDifference.Of(name, BySql(name, draft, scope with { LastBatch = last + 1 }), alone).Count();
            }
        }

        Assert.That(rows, Is.GreaterThan(0), "the cases say something");
        Assert.That(seen, Is.GreaterThan(0), "one batch more is seen");
    }

    private static DraftLedger WithoutLater(DraftLedger draft, int last) =>
        draft with
        {
            Entries = [.. draft.Entries.Where(one => one.Batch <= last)],
            Statements = [.. draft.Statements.Where(one => one.Batch <= last)],
            Balances = [.. draft.Balances.Where(one => one.Batch <= last)],
            Services = [.. draft.Services.Where(one => one.Batch <= last)],
            AccountLines = [.. draft.AccountLines.Where(one => one.Batch <= last)],
            Explanations = [.. draft.Explanations.Where(one => one.Batch <= last)],
            Rates = [.. draft.Rates.Where(one => one.Batch <= last)],
            Sheets = [.. draft.Sheets.Where(one => one.Batch <= last)],
        };

    private IReadOnlyList<object> BySql(string name, DraftLedger draft, MetricScope scope)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        return name switch
        {
            "money" => Rows(SqlSums.Compute(run)),
            "lot_parts" => [.. LotPart.All(run)],
            _ => MetricFamilies.All.Single(family => family.Sql == name).BySql(run),
        };
    }

    private static IReadOnlyList<object> Rows(MoneySums sums) =>
        [
            .. sums.ByMonth.Select(one => ("by month", one)).Cast<object>(),
            .. sums.ByQuarter.Select(one => ("by quarter", one)).Cast<object>(),
            .. sums.ByOrganisation,
            .. sums.OrganisationTotals.Select(one => ("total", one)).Cast<object>(),
            .. sums.Statement,
            .. sums.Contributions,
            .. sums.People,
            .. sums.Reporting,
            .. sums.Books,
            sums.Balance ?? (object)"no balance",
        ];
}
