using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class DisclosureControlTests
{
    private static readonly InflowEvidence Enough = new(10, 1000, 100, 100);

    [TestCase("received")]
    [TestCase("refunded")]
    [TestCase("charged_back")]
    public void A_monthly_inflow_without_evidence_stops_the_table(string measure) =>
        Assert.That(() => Apply(TestFunds.Plain, Month(measure, null)), Throws.TypeOf<UncontrolledTableException>());

    [Test]
    public void A_monthly_inflow_with_too_few_givers_stops_the_table() =>
        Assert.That(
            () => Apply(TestFunds.Plain, Month("received", Enough with { People = 9 })),
            Throws.TypeOf<UncontrolledTableException>()
        );

    [Test]
    public void A_monthly_inflow_with_enough_givers_is_shown() =>
        Assert.That(
            Apply(TestFunds.Plain, Month("received", Enough)).Decisions,
            Is.EqualTo((string[])["enough-givers"])
        );

    [Test]
    public void Interest_needs_no_evidence() =>
        Assert.That(Apply(TestFunds.Plain, Month("interest", null)).Decisions, Is.EqualTo((string[])["exact"]));

    [Test]
    public void An_inflow_of_a_public_source_is_shown_as_published() =>
        Assert.That(
            Apply(TestFunds.FromPublicSources, Month("received", null)).Decisions,
            Is.EqualTo((string[])["public-source"])
        );

    [TestCase(ProtectionClass.DonorNoise)]
    [TestCase(ProtectionClass.HouseholdNoise)]
    [TestCase(ProtectionClass.NotPublished)]
    [TestCase((ProtectionClass)99)]
    public void A_class_without_a_rule_stops_the_table(ProtectionClass protection)
    {
        var table = new RawTable(
            PublishedTables.MoneyByMonth with
            {
                Protection = protection,
            },
            [Month("interest", null)]
        );
        var control = new DisclosureControl(
            TestFunds.FromPublicSources,
            DisclosurePolicy.Default,
            InflowBoundaries.From([])
        );
        Assert.That(() => control.Apply(table), Throws.TypeOf<UncontrolledTableException>());
    }

    [Test]
    public void A_row_without_a_decision_stops_the_table()
    {
        var cells = Month("interest", null).Cells;
        Assert.That(() => ControlledTable.Decide(PublishedTables.MoneyByMonth, [(cells, "exact")]), Throws.Nothing);
        Assert.That(
            () => ControlledTable.Decide(PublishedTables.MoneyByMonth, [(cells, string.Empty)]),
            Throws.TypeOf<InvalidOperationException>()
        );
    }

    [Test]
    public void Each_decision_stays_with_its_row_when_rows_are_put_in_order()
    {
        var table = ControlledTable.Decide(
            PublishedTables.MoneyByMonth,
            [(Month("received", null).Cells, "last"), (Month("disbursed", null).Cells, "first")]
        );
        var pairs = table.Table.Rows.Zip(table.Decisions, (row, decision) => (row.Text("measure"), decision));
        Assert.That(pairs, Is.EqualTo(new[] { ("disbursed", "first"), ("received", "last") }));
    }

    private static RawRow Month(string measure, InflowEvidence? evidence)
    {
        var month = Period.Month(2019, 8);
        var writer = new RowWriter(new MetricScope(TestFunds.Plain, month.End, 1));
        var context = new FigureContext("ok", month.End, RowWriter.OneSource);
        return writer.Amount([month.Code, month.Start, month.End, measure], 1000, context) with { Evidence = evidence };
    }

    private static ControlledTable Apply(FundDescription fund, RawRow row) =>
        new DisclosureControl(fund, DisclosurePolicy.Default, InflowBoundaries.From([])).Apply(
            new RawTable(PublishedTables.MoneyByMonth, [row])
        );
}
