using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.Recipes;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts.Recipes;

[TestFixture]
public sealed class OrganisationsChartTests
{
    private const string Chart = "organisations";

    [Test]
    public void The_organisation_that_received_the_most_is_the_headline()
    {
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart).Headline,
            Is.EqualTo("Rehearsal Legal Aid Network received the most: $76,500")
        );
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart, Language.Spanish).Headline,
            Is.EqualTo("Rehearsal Legal Aid Network recibió más que las demás: $76,500")
        );
    }

    [Test]
    public void One_organisation_is_not_compared() =>
        Assert.That(
            Stories.Of(ChartSamples.OnePartner(), Chart).Headline,
            Is.EqualTo("Rehearsal Legal Aid Network received $4,000")
        );

    [Test]
    public void Two_that_received_the_same_get_a_plain_headline()
    {
        var build = new ReleaseBuilder(fiction: true);
        for (var partner = 0; partner < 2; partner++)
        {
            build
                .Organisation(ChartSamples.Id(partner), $"Partner {partner}")
                .OrganisationQuarter(ChartSamples.Id(partner), Period.Quarter(2020, 1), "disbursed", 100_00);
        }

        Assert.That(
            Stories.Of(build.WithSums().Build(), Chart).Headline,
            Is.EqualTo("What each organisation received and spent")
        );
    }

    [Test]
    public void Forty_organisations_are_fifteen_rows_and_one_whose_sums_are_exact()
    {
        var figures = new ReleaseFigures(ChartSamples.FortyPartners(), ChartSamples.Rehearsal);
        var rows = OrganisationsChart.Rows(figures, OrganisationsChart.Shown(figures));

        Assert.That(rows, Has.Count.EqualTo(16));
        Assert.That(rows.Sum(row => row.Members), Is.EqualTo(40));
        foreach (var flow in (MoneyFlow[])[MoneyFlow.Allocated, MoneyFlow.Sent, MoneyFlow.Spent])
        {
            var all = figures
                .Organisations.Select(id => figures.ToDate(id, flow))
                .Where(figure => figure.IsKnown)
                .Sum(figure => figure.Amount);
            Assert.That(rows.Sum(row => row.Figures[flow].Amount), Is.EqualTo(all), flow.ToString());
        }

        Assert.That(rows[^1].NotTold[MoneyFlow.Spent], Is.EqualTo(4));
    }

    [Test]
    public void Sixteen_organisations_are_sixteen_rows()
    {
        var figures = new ReleaseFigures(ChartSamples.PooledFund(16), ChartSamples.Public);
        var rows = OrganisationsChart.Rows(figures, OrganisationsChart.Shown(figures));

        Assert.That(rows.Select(row => row.Members), Is.EqualTo(Enumerable.Repeat(1, 16)));
    }

    [Test]
    public void Rows_are_in_order_of_size()
    {
        var figures = new ReleaseFigures(ChartSamples.SixPartners(), ChartSamples.Rehearsal);
        var rows = OrganisationsChart.Rows(figures, OrganisationsChart.Shown(figures));

        Assert.That(rows.Select(row => row.Figures[MoneyFlow.Allocated].Amount), Is.Ordered.Descending);
    }

    [Test]
    public void Zero_unknown_withheld_and_not_applicable_are_told_apart()
    {
        var build = new ReleaseBuilder(fiction: true);
        (long? Amount, string Status)[] cases = [(0, "ok"), (null, "x"), (null, "c"), (null, "z")];
        for (var partner = 0; partner < cases.Length; partner++)
        {
            build
                .Organisation(ChartSamples.Id(partner), $"Partner {partner}")
                .OrganisationQuarter(ChartSamples.Id(partner), Period.Quarter(2020, 1), "disbursed", 100_00)
                .OrganisationQuarter(
                    ChartSamples.Id(partner),
                    Period.Quarter(2020, 1),
                    "spent",
                    cases[partner].Amount,
                    cases[partner].Status
                );
        }

        var description = Stories.Of(build.WithSums().Build(), Chart).Description;

        Assert.That(
            description.Skip(1),
            Is.EqualTo(
                (string[])
                    [
                        "Partner 0: sent $100; spent $0.",
                        "Partner 1: sent $100; spent not told by the source.",
                        "Partner 2: sent $100; spent withheld to protect people.",
                        "Partner 3: sent $100; spent not applicable.",
                    ]
            )
        );
    }

    [Test]
    public void A_flow_that_no_organisation_tells_is_named_once()
    {
        var story = Stories.Of(ChartSamples.PooledFund(), Chart, Language.Spanish, ChartSamples.Public);

        Assert.That(story.Notes, Has.Some.EqualTo("La fuente no informa: enviado y gastado."));
        Assert.That(story.Description[^1], Does.StartWith("Otras 105 organizaciones: asignado $"));
    }

    [Test]
    public void Returns_are_taken_off_what_was_sent() =>
        Assert.That(
            Stories.Of(ChartSamples.ReturnsAndOneHugeValue(), Chart).Description,
            Has.Some.EqualTo("Rehearsal Family Fund: allocated $50,000; sent −$20,000; spent $25,000.")
        );

    [Test]
    public void An_organisation_without_a_name_is_shown_by_its_identifier()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .OrganisationQuarter("XI-NAMELESS-1", Period.Quarter(2020, 1), "disbursed", 100_00)
            .WithSums()
            .Build();

        Assert.That(Stories.Of(tables, Chart).Description[1], Is.EqualTo("XI-NAMELESS-1: sent $100."));
    }
}
