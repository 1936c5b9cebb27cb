using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class ReferenceAgreementTests(EngineKind engine)
{
    private static readonly DateOnly LateDay = new(2022, 12, 31);

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Sql_and_reference_agree_on_every_sum()
    {
        for (var number = 0; number < GeneratedCases.On(engine); number++)
        {
            var generated = new GeneratedLedger(number);
            var draft = generated.Make();
            var fund = number % 2 == 0 ? TestFunds.Plain : TestFunds.FromPublicSources;
            var scope = generated.AfterReleases(new MetricScope(fund, generated.CutOff(), generated.LastBatch()));
            var byReference = ReferenceSums.Compute(
                draft.ToReference(),
                draft.Tells.ToHashSet(StringComparer.Ordinal),
                scope
            );
            Assert.That(SumsDifference.Between(BySql(draft, scope), byReference), Is.Empty, $"case {number}");
        }
    }

    [Test]
    public void The_comparison_sees_one_cent()
    {
        var draft = new DraftLedger { Entries = [new("gift", 100, new(2019, 8, 1))] };
        var wrong = new DraftLedger { Entries = [new("gift", 101, new(2019, 8, 1))] };
        var lists = SumsDifference.Between(BySql(draft, Late), BySql(wrong, Late)).Select(line => line.Split(',')[0]);
        Assert.That(
            lists.Distinct(),
            Is.EqualTo((string[])["by month", "by quarter", "statement", "contributions", "books"])
        );
    }

    [Test]
    public void The_order_of_rows_changes_nothing()
    {
        ForEachLedger(draft =>
            SumsDifference.Between(
                BySql(draft, Late),
                BySql(
                    draft with
                    {
                        Entries = [.. draft.Entries.Reverse()],
                        Statements = [.. draft.Statements.Reverse()],
                        Balances = [.. draft.Balances.Reverse()],
                    },
                    Late
                )
            )
        );
    }

    [Test]
    public void Splitting_into_batches_changes_nothing()
    {
        ForEachLedger(draft =>
            SumsDifference.Between(
                BySql(draft, Late),
                BySql(
                    draft with
                    {
                        Entries = [.. draft.Entries.Select((entry, place) => entry with { Batch = place + 1 })],
                        Statements = [.. draft.Statements.Select((one, place) => one with { Batch = place + 1 })],
                    },
                    Late with
                    {
                        LastBatch = 1000,
                    }
                )
            )
        );
    }

    [Test]
    public void An_unrelated_organisation_changes_no_figure_of_another() =>
        ForEachLedger(draft =>
        {
            var (before, alone) = (BySql(draft, Stranger.Late), BySql(Stranger.Alone(draft), Stranger.Late));
            var together = SideBySide.Of(before, alone);
            Assert.That(
                new[] { alone.ByMonth.Count, alone.People.Count, alone.Contributions.Count, alone.Books.Count }.Min(),
                Is.GreaterThan(0),
                "the stranger is there"
            );
            Assert.That(
                SumsDifference.Between(together, BySql(Stranger.Beside(Changed(draft)), Stranger.Late)),
                Is.Not.Empty,
                "a change in what is somebody else's is seen"
            );
            return SumsDifference.Between(together, BySql(Stranger.Beside(draft), Stranger.Late));
        });

    [Test]
    public void Taking_everything_back_gives_zero_everywhere()
    {
        ForEachLedger(draft =>
        {
            var sums = BySql(
                draft with
                {
                    Entries = [.. draft.Entries, .. draft.Entries.Select(entry => entry.TakenBack(entry.Batch))],
                    Statements = [.. draft.Statements, .. draft.Statements.Select(Opposite)],
                },
                Late
            );
            return
            [
                .. sums
                    .ByMonth.Concat(sums.ByQuarter)
                    .Concat(sums.ByOrganisation)
                    .Where(sum => sum.AmountMinor != 0)
                    .Select(sum => $"{sum}"),
                .. sums.Statement.Where(sum => sum.AmountMinor != 0).Select(sum => $"{sum}"),
                .. sums.Contributions.Where(sum => sum.AmountMinor != 0).Select(sum => $"{sum}"),
                .. sums.Books.Where(sum => sum.AmountMinor != 0).Select(sum => $"{sum}"),
                .. sums.OrganisationTotals.Where(sum => sum.AmountMinor != 0).Select(sum => $"{sum}"),
                .. sums.People.Select(sum => $"{sum}"),
            ];
        });
    }

    [Test]
    public void A_statement_that_was_taken_back_is_absent_and_a_stated_zero_stays()
    {
        var taken = Statement("cases", 40);
        var zero = Statement("people", 0);
        var sums = BySql(new DraftLedger { Statements = [taken, Opposite(taken), zero] }, Late);
        Assert.That(sums.People.Select(sum => (sum.Indicator, sum.People)), Is.EqualTo(new[] { ("people", 0L) }));
    }

    [Test]
    public void A_category_on_a_receipt_does_not_lose_the_receipt()
    {
        var receipt = new DraftEntry("receipt", 500, new(2019, 8, 1))
        {
            Organisation = TestFunds.Partner,
            Category = "food",
        };
        var sums = BySql(new DraftLedger { Entries = [receipt] }, Late);
        Assert.That(
            sums.OrganisationTotals,
            Is.EqualTo(new[] { new FlowSum(TestFunds.Partner, "confirmed", null, 500) })
        );
    }

    [Test]
    public void A_cost_that_names_an_organisation_stays_in_the_statement()
    {
        var cost = new DraftEntry("fund_cost", 500, new(2019, 8, 1)) { Organisation = TestFunds.Partner };
        var sums = BySql(new DraftLedger { Entries = [cost] }, Late);
        Assert.That(sums.Statement.Single(line => line.Line == "direct_costs").AmountMinor, Is.EqualTo(500));
    }

    private static MetricScope Late { get; } = new(TestFunds.Plain, LateDay, 10);

    private static ReferenceStatement Statement(string indicator, long people) =>
        new()
        {
            Batch = 1,
            Organisation = TestFunds.Partner,
            Indicator = indicator,
            Period = "2019-Q3",
            Measure = "reached",
            Split = "total",
            People = people,
        };

    private static ReferenceStatement Opposite(ReferenceStatement statement) =>
        statement with
        {
            People = -statement.People,
            IsReversal = !statement.IsReversal,
        };

    private static DraftLedger Changed(DraftLedger draft) =>
        draft with
        {
            Entries = [.. draft.Entries, new("gift", 1, new(2019, 8, 1))],
        };

    private static void ForEachLedger(Func<DraftLedger, IReadOnlyList<string>> differences)
    {
        const int shareOfCases = 6;
        for (var number = 0; number < (GeneratedCases.Count + shareOfCases - 1) / shareOfCases; number++)
        {
            Assert.That(differences(new GeneratedLedger(number).Make()), Is.Empty, $"case {number}");
        }
    }

    private MoneySums BySql(DraftLedger draft, MetricScope scope)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        return SqlSums.Compute(run);
    }
}
