using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Flows;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture]
internal sealed class MoneyRatesTests
{
    private static readonly DateOnly Day = new(2019, 8, 10);

    private static readonly MetricScope Scope = new(TestFunds.Plain, new DateOnly(2021, 12, 31), LastBatch: 10);

    private static readonly DraftLedger Ledger = new()
    {
        Entries =
        [
            new("gift", 1000, Day),
            new("processor_fee", 30, Day),
            new("fund_cost", 20, Day),
            new("allocation", 500, Day) { Organisation = TestFunds.Partner },
            new("disbursement", 400, Day) { Organisation = TestFunds.Partner },
            new("expenditure", 300, Day) { Organisation = TestFunds.Partner, Category = "food" },
            new("expenditure", 60, Day) { Organisation = TestFunds.Partner, Category = "administration" },
            new("expenditure", 30, Day) { Organisation = TestFunds.OtherPartner, Category = "administration" },
            new("expenditure", 10, Day) { Organisation = TestFunds.OtherPartner },
        ],
    };

    [TestCase("programme_expense_ratio", 300, 400)]
    [TestCase("administrative_ratio", 90, 400)]
    [TestCase("fundraising_ratio", 0, 400)]
    [TestCase("fund_cost_ratio", 50, 1000)]
    [TestCase("disbursement_rate", 400, 500)]
    public void A_rate_of_the_fund_is_sum_over_sum(string metric, long numerator, long denominator) =>
        Assert.That(Parts(Ledger, metric), Is.EqualTo(((long?)numerator, (long?)denominator)));

    [Test]
    public void A_rate_of_the_fund_is_not_the_mean_of_its_partners_rates()
    {
        var (one, other) = (Ratio(TestFunds.Partner), Ratio(TestFunds.OtherPartner));
        Assert.That(Ratio(organisation: null), Is.EqualTo(0.225m));
        Assert.That((one + other) / 2, Is.Not.EqualTo(Ratio(organisation: null)), "what a mean would have shown");

        static decimal? Ratio(string? organisation) =>
            Row(Ledger, organisation, "administrative_ratio").Decimal("ratio");
    }

    [Test]
    public void A_rate_without_its_numerator_is_not_told_and_without_a_denominator_not_applicable()
    {
        Assert.That(Status(Without("expenditure"), "delivery_rate"), Is.EqualTo("x"));
        Assert.That(Status(Ledger, "delivery_rate"), Is.EqualTo("ok"));
        Assert.That(Status(Without("return"), "delivery_rate"), Is.EqualTo("e"));
        Assert.That(Status(Without("platform_fee"), "fund_cost_ratio"), Is.EqualTo("e"));
        Assert.That(Status(new DraftLedger(), "delivery_rate"), Is.EqualTo("z"));
    }

    [Test]
    public void The_runway_is_the_balance_over_a_mean_month_of_the_last_twelve()
    {
        // The first disbursement lies before the last twelve months and counts in the balance alone.
        var draft = new DraftLedger
        {
            Entries =
            [
                new("gift", 10_000, new(2020, 11, 30)),
                new("disbursement", 700, new(2020, 12, 31)) { Organisation = TestFunds.Partner },
                new("disbursement", 300, new(2021, 1, 1)) { Organisation = TestFunds.Partner },
                new("return", 100, new(2021, 6, 1)) { Organisation = TestFunds.Partner },
                new("fund_cost", 160, new(2021, 12, 31)),
            ],
        };
        Assert.That(Parts(draft, "runway_months"), Is.EqualTo(((long?)(12 * 8940), (long?)360)));
        Assert.That(Row(draft, null, "runway_months").Decimal("ratio"), Is.EqualTo(298m));
    }

    [Test]
    public void Young_books_are_divided_by_their_own_months_and_not_by_twelve()
    {
        var draft = new DraftLedger
        {
            Entries = [new("gift", 1000, new(2021, 10, 1)), new("fund_cost", 300, new(2021, 12, 1))],
        };
        Assert.That(Parts(draft, "runway_months"), Is.EqualTo(((long?)(3 * 700), (long?)300)));
    }

    [TestCase("gift")]
    [TestCase("return")]
    public void Without_a_net_outflow_there_is_no_runway(string kind)
    {
        var draft = new DraftLedger { Entries = [new(kind, 500, new(2021, 12, 1))] };
        Assert.That(Status(draft, "runway_months"), Is.EqualTo("z"));
    }

    private static DraftLedger Without(string kind) =>
        Ledger with
        {
            Tells = [.. LedgerKinds.All.Where(other => other != kind)],
        };

    private static string Status(DraftLedger draft, string metric) => Row(draft, null, metric).Text("status");

    private static (long?, long?) Parts(DraftLedger draft, string metric)
    {
        var row = Row(draft, null, metric);
        return (row.Integer("numerator_minor"), row.Integer("denominator_minor"));
    }

    private static TableRow Row(DraftLedger draft, string? organisation, string metric) =>
        LaidOut
            .Rows(new MoneyRates(), PublishedTables.Rates, draft, Scope)
            .Single(row => row["organisation_id"] as string == organisation && row.Text("metric") == metric);
}
