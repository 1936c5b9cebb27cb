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
    private const int ShareOfCases = 6;

    /// <summary>Generated rows come with three batches.</summary>
    private static readonly int[] PastBatches = [1, 2];

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void What_came_later_changes_no_row()
    {
        var (rows, seen) = (new HashSet<string>(), new HashSet<string>());
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
                var asOf = BySql(draft, scope);
                var alone = BySql(WithoutLater(draft, last), scope with { LastBatch = 1000 });
                Assert.That(
                    asOf.Keys.SelectMany(name => SumsDifference.Of(name, asOf[name], alone[name])),
                    Is.Empty,
                    $"case {number}, batch {last}"
                );
                var later = BySql(draft, scope with { LastBatch = last + 1 });
                rows.UnionWith(asOf.Keys.Where(name => asOf[name].Count > 0));
                seen.UnionWith(asOf.Keys.Where(name => SumsDifference.Of(name, later[name], alone[name]).Any()));
            }
        }

        Assert.That(rows, Has.Count.EqualTo(MetricFamilies.All.Count + 2), "every family, sums of money and lots");
        Assert.That(seen, Is.EquivalentTo(rows), "where one batch more is seen");
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

    private Dictionary<string, IReadOnlyList<object>> BySql(DraftLedger draft, MetricScope scope)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        return MetricFamilies
            .All.Select(family => (family.Sql, family.BySql(run)))
            .Append(("money", Rows(SqlSums.Compute(run))))
            .Append(("lot_parts", [.. LotPart.All(run)]))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
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
