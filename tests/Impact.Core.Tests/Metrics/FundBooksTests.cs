using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class FundBooksTests(EngineKind engine)
{
    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Every_table_of_a_funds_books_may_be_published()
    {
        var tables = Publish(Gifts(10));
        Assert.That(
            tables.Select(table => table.Schema),
            Is.EqualTo(
                PublishedTables.All.Where(table =>
                    !PublishedTables.TellsOfReleases(table) && !PublishedTables.OfCounts.Contains(table)
                )
            )
        );
        var months = tables.Single(table => table.Schema == PublishedTables.MoneyByMonth).Rows;
        Assert.That(months.Single(row => row.Text("measure") == "received").Integer("amount_minor"), Is.EqualTo(1000));
    }

    [Test]
    public void Nine_givers_have_no_month_of_their_own()
    {
        var months = Publish(Gifts(9)).Single(table => table.Schema == PublishedTables.MoneyByMonth).Rows;
        Assert.That(months.Select(row => row.Text("measure")), Has.None.EqualTo("received"));
    }

    [Test]
    public void A_public_source_of_which_only_statements_are_known_ends_with_the_last_period_that_was_over()
    {
        _ledger.Fill(
            new DraftLedger
            {
                Statements =
                [
                    Reached("2018"),
                    Reached("2019-Q2"),
                    Reached("2020-Q1"),
                    Reached("2021") with
                    {
                        Measure = "planned",
                    },
                ],
                ReceivedOn = _ => new DateOnly(2020, 1, 10),
            }
        );
        var books = new FundBooks(_ledger.Store, DisclosurePolicy.Default);
        Assert.That(
            books.Run(TestFunds.FromPublicSources, cutOff: null).Scope.CutOff,
            Is.EqualTo(new DateOnly(2019, 6, 30))
        );
    }

    [Test]
    public void An_empty_ledger_has_nothing_to_publish()
    {
        _ledger.Fill(new DraftLedger());
        var books = new FundBooks(_ledger.Store, DisclosurePolicy.Default);
        Assert.That(() => books.Run(TestFunds.Plain, new(2019, 9, 30)), Throws.TypeOf<FaultException>());
    }

    [Test]
    public void An_organisation_that_only_the_entries_know_has_its_totals_all_the_same()
    {
        var draft = new DraftLedger
        {
            Entries = [.. Gifts(10).Entries, new("allocation", 50, new(2019, 8, 20)) { Organisation = "XI-UNNAMED" }],
        };
        var tables = Publish(draft);
        var named = tables
            .Single(table => table.Schema == PublishedTables.Organisations)
            .Rows.Select(row => row.Text("name"));
        var total = tables
            .Single(table => table.Schema == PublishedTables.OrganisationTotals)
            .Rows.Single(row => row.Text("organisation_id") == "XI-UNNAMED" && row.Text("measure") == "allocated");
        Assert.Multiple(() =>
        {
            Assert.That(named, Does.Contain("XI-UNNAMED"));
            Assert.That(total.Integer("amount_minor"), Is.EqualTo(50));
        });
    }

    private static DraftLedger Gifts(int people) => new() { Entries = [.. Enumerable.Range(1, people).Select(Gift)] };

    private static DraftEntry Gift(int number) =>
        new("gift", 100, new(2019, 8, 10))
        {
            SourceId = number.ToString(CultureInfo.InvariantCulture),
            Donor = new Guid(number, 0, 0, new byte[8]),
            GiverKind = "individual",
        };

    private List<PublishedTable> Publish(DraftLedger draft)
    {
        _ledger.Fill(draft);
        var run = new FundBooks(_ledger.Store, DisclosurePolicy.Default).Run(TestFunds.Plain, new(2019, 9, 30));
        return
        [
            .. FundPublication
                .Control(TestFunds.Plain, run.Tables, DisclosurePolicy.Default, [])
                .Select(controlled => controlled.Table),
        ];
    }

    private static ReferenceStatement Reached(string period) =>
        new()
        {
            Batch = 1,
            Organisation = TestFunds.Partner,
            Indicator = "calls",
            Period = period,
            Measure = "reached",
            Split = "total",
            People = 50,
        };
}
