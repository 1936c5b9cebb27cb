using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture]
internal sealed class TableAssemblyTests
{
    private static readonly DateOnly Day = new(2019, 8, 10);

    private static readonly DraftLedger Ledger = new()
    {
        Entries =
        [
            new("gift", 1000, Day),
            new("allocation", 500, Day) { Organisation = TestFunds.Partner },
            new("disbursement", 400, Day) { Organisation = TestFunds.Partner },
            new("expenditure", 300, Day) { Organisation = TestFunds.Partner, Category = "food" },
        ],
    };

    [Test]
    public void What_is_told_is_shown()
    {
        Assert.That(
            StatusOf(LedgerKinds.All, PublishedTables.FundingStatus, "line", "partner_expenditure"),
            Is.EqualTo("ok 300")
        );
        Assert.That(StatusOf(LedgerKinds.All, PublishedTables.FundingStatus, "line", "interest"), Is.EqualTo("ok 0"));
    }

    [TestCase("expenditure", "partner_expenditure")]
    [TestCase("expenditure", "partner_balance")]
    [TestCase("interest", "interest")]
    [TestCase("gift", "contributions")]
    [TestCase("disbursement", "fund_balance")]
    public void A_line_whose_kind_no_source_tells_is_not_told_and_never_zero(string untold, string line) =>
        Assert.That(StatusOf(Without(untold), PublishedTables.FundingStatus, "line", line), Is.EqualTo("x "));

    [Test]
    public void A_total_without_a_side_part_is_an_estimate() =>
        Assert.That(
            StatusOf(Without("interest"), PublishedTables.FundingStatus, "line", "total_sources"),
            Is.EqualTo("e 1000")
        );

    [Test]
    public void A_quarter_of_an_untold_kind_is_not_told() =>
        Assert.That(
            StatusOf(Without("expenditure"), PublishedTables.MoneyByQuarter, "measure", "spent"),
            Is.EqualTo("x ")
        );

    [Test]
    public void An_organisations_total_of_an_untold_kind_is_not_told() =>
        Assert.That(
            StatusOf(Without("receipt"), PublishedTables.OrganisationTotals, "measure", "confirmed"),
            Is.EqualTo("x ")
        );

    [Test]
    public void Every_identity_of_generated_books_holds_to_the_cent()
    {
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var draft = new GeneratedLedger(number).Make() with { Balances = [] };
            var rows = Tables(LedgerKinds.All, draft)
                .Single(table => table.Schema == PublishedTables.Reconciliation)
                .Rows;
            var at = PublishedTables.Reconciliation.IndexOf("difference_minor");
            Assert.That(rows.Select(row => row.Cells[at]), Is.All.EqualTo(0L), $"case {number}");
        }
    }

    [Test]
    public void The_proof_table_sees_one_cent_that_the_statement_lost()
    {
        var sums = Sums(LedgerKinds.All, Ledger);
        var lost = sums with
        {
            Books = [.. sums.Books.Select(one => one.Kind == "gift" ? one with { AmountMinor = 999 } : one)],
        };
        var table = Assemble(LedgerKinds.All, lost).Single(one => one.Schema == PublishedTables.Reconciliation);
        var at = table.Schema.IndexOf("difference_minor");
        var broken = table
            .Rows.Where(row => row.Cells[at] is not 0L)
            .Select(row => row.Cells[table.Schema.IndexOf("identity")]);
        Assert.That(broken, Is.EqualTo((string[])["F1", "T2", "U"]));
    }

    [TestCase("reached", "2021-Q4", 1)]
    [TestCase("reached", "2022", 0)]
    [TestCase("planned", "2022", 1)]
    public void People_reached_are_told_of_periods_that_are_over(string measure, string period, int rows)
    {
        var sums = Sums(LedgerKinds.All, Ledger) with
        {
            People = [new(TestFunds.Partner, "one", period, measure, "total", 20)],
        };
        var people = Assemble(LedgerKinds.All, sums).Single(table => table.Schema == PublishedTables.People);
        Assert.That(people.Rows, Has.Count.EqualTo(rows));
    }

    private static IReadOnlyList<string> Without(string kind) => [.. LedgerKinds.All.Where(other => other != kind)];

    private static string StatusOf(IReadOnlyList<string> told, TableSchema schema, string column, string code)
    {
        var row = Tables(told, Ledger)
            .Single(table => table.Schema == schema)
            .Rows.First(row => Equals(row.Cells[schema.IndexOf(column)], code));
        return $"{row.Cells[schema.IndexOf("status")]} {row.Cells[schema.IndexOf("amount_minor")]}";
    }

    private static IReadOnlyList<RawTable> Tables(IReadOnlyList<string> told, DraftLedger draft) =>
        Assemble(told, Sums(told, draft));

    private static MetricScope Scope { get; } = new(TestFunds.Plain, new(2021, 12, 31), 10);

    private static MoneySums Sums(IReadOnlyList<string> told, DraftLedger draft) =>
        ReferenceSums.Compute(draft.ToReference(), told.ToHashSet(StringComparer.Ordinal), Scope);

    private static IReadOnlyList<RawTable> Assemble(IReadOnlyList<string> told, MoneySums sums) =>
        new TableAssembly(Scope, sums, told.ToHashSet(StringComparer.Ordinal)).Assemble([], Scope.Fund.Organisations);
}
