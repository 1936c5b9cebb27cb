using Impact.Core.Catalogue;
using Impact.Core.Charts;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts.Recipes;

[TestFixture]
public sealed class OrganisationChartTests
{
    [Test]
    public void The_share_it_spent_is_the_headline()
    {
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), "organisation-xi-rehearsal-6").Headline,
            Is.EqualTo("Rehearsal Language Access Project has spent 94 cents of each dollar it received")
        );
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), "organisation-xi-rehearsal-6", Language.Spanish).Headline,
            Is.EqualTo("Rehearsal Language Access Project ha gastado 94 centavos de cada dólar que recibió")
        );
    }

    [Test]
    public void A_quarter_in_which_more_came_back_than_went_out_is_below_zero_and_named()
    {
        var story = Stories.Of(ChartSamples.SixPartners(), "organisation-xi-rehearsal-6");

        Assert.That(story.Description[1], Does.Contain("Q3 2020 −$2,560 (provisional)"));
        Assert.That(story.Notes, Has.Some.StartsWith("Below zero"));
        Assert.That(story.Notes, Has.Some.StartsWith("Hatched: provisional"));
    }

    [Test]
    public void Where_sending_is_not_told_its_allocations_are_shown_by_year_once_quarters_are_many()
    {
        var story = Stories.Of(ChartSamples.PooledFund(), "organisation-ocha-1000", context: ChartSamples.Public);

        Assert.That(story.Headline, Does.EndWith("was allocated $56.2M"));
        Assert.That(story.Subtitle, Does.StartWith("Money allocated by year"));
        Assert.That(story.Description[1], Does.StartWith("Allocated: 2011 $3,750,000; 2012 $3,750,000"));
        Assert.That(story.Notes, Has.Some.EqualTo("Not told by the source: sent and spent."));
    }

    [Test]
    public void Years_add_their_quarters_exactly()
    {
        var build = new ReleaseBuilder(fiction: true);
        for (var quarter = 0; quarter < 20; quarter++)
        {
            build.OrganisationQuarter(
                "XI-1",
                Period.Quarter(2015 + (quarter / 4), 1 + (quarter % 4)),
                "disbursed",
                1_01 + quarter
            );
        }

        var story = Stories.Of(build.WithSums().Build(), "organisation-xi-1");

        Assert.That(
            story.Description[1],
            Is.EqualTo("Sent: 2015 $4.10; 2016 $4.26; 2017 $4.42; 2018 $4.58; 2019 $4.74.")
        );
    }

    [Test]
    public void Only_the_twenty_five_largest_have_a_picture()
    {
        var charts = ChartBook
            .Compose(ChartSamples.FortyPartners(), ChartSamples.Rehearsal)
            .Select(page => page.Chart)
            .Where(chart => chart.StartsWith("organisation-", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.That(
            charts,
            Is.EqualTo(Enumerable.Range(1, 25).Select(partner => $"organisation-xi-rehearsal-{partner}"))
        );
    }

    [Test]
    public void A_quarter_that_is_not_told_or_withheld_carries_a_sign_that_the_foot_explains()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "disbursed", 100_00)
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 2), "disbursed", null, "x")
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 3), "disbursed", null, "c")
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 4), "disbursed", null, "z")
            .WithSums()
            .Build();
        var page = ChartBook
            .Compose(tables, ChartSamples.Rehearsal)
            .First(page => string.Equals(page.Chart, "organisation-xi-1", StringComparison.Ordinal));

        Assert.That(
            page.Story.Notes,
            Has.Some.EqualTo("? not told by the source; × withheld to protect people; – not applicable.")
        );
        Assert.That(
            page.Picture.Texts.Select(text => text.Text),
            Has.Some.EqualTo("?").And.Some.EqualTo("×").And.Some.EqualTo("–")
        );
        Assert.That(page.Story.Headline, Is.EqualTo("XI-1"), "a total of unknown parts is unknown");
    }
}
