using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts.Recipes;

[TestFixture]
public sealed class MoneyOverTimeTests
{
    private const string Chart = "money-over-time";

    [Test]
    public void Money_that_came_early_is_the_headline()
    {
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart).Headline,
            Is.EqualTo("Half of the money came in the first three months")
        );
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart, Language.Spanish).Headline,
            Is.EqualTo("La mitad del dinero llegó en los primeros tres meses")
        );
    }

    [Test]
    public void Else_the_share_that_was_sent_is_the_headline() =>
        Assert.That(
            Stories.Of(ChartSamples.OnePartner(), Chart).Headline,
            Is.EqualTo("The fund has sent partners 80 cents of each dollar it received")
        );

    [Test]
    public void Where_nothing_is_known_of_sending_the_headline_is_what_came_in() =>
        Assert.That(
            Stories.Of(ChartSamples.PooledFund(3), Chart, context: ChartSamples.Public).Headline,
            Is.EqualTo("$1.05B received since January 2011")
        );

    [Test]
    public void The_description_tells_the_running_total_of_every_line_to_the_cent()
    {
        var description = string.Join('\n', Stories.Of(ChartSamples.SixPartners(), Chart).Description);

        Assert.That(
            description,
            Does.Contain("Received: $229,733.50 by 31 December 2019; $346,263.75 by 31 December 2020 (provisional).")
        );
        Assert.That(
            description,
            Does.Contain("$251,000 by 31 December 2020 (provisional)"),
            "255,000 sent less 4,000 returned"
        );
        Assert.That(description, Does.Contain("Spent by partners: $62,000 by 30 September 2019"));
    }

    [Test]
    public void The_spanish_description_tells_the_same_amounts()
    {
        var description = string.Join(
            '\n',
            Stories.Of(ChartSamples.SixPartners(), Chart, Language.Spanish).Description
        );

        Assert.That(
            description,
            Does.Contain(
                "Recibido: $229,733.50 al 31 de diciembre de 2019; $346,263.75 al 31 de diciembre de 2020 (provisional)."
            )
        );
    }

    [Test]
    public void What_the_source_does_not_tell_is_named_and_not_drawn()
    {
        var story = Stories.Of(ChartSamples.PooledFund(3), Chart, context: ChartSamples.Public);

        Assert.That(story.Notes, Has.Some.EqualTo("Not told by the source: sent and spent."));
        Assert.That(story.Description, Has.Count.EqualTo(2), "a sentence and one line");
    }

    [Test]
    public void A_line_ends_where_the_source_stops_telling()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .Month(Period.Month(2020, 1), "received", 100_00)
            .Month(Period.Month(2020, 2), "received", 50_00)
            .Month(Period.Month(2020, 3), "received", null, "x")
            .Month(Period.Month(2020, 4), "received", 70_00)
            .Build();
        var story = Stories.Of(tables, Chart);

        Assert.That(story.Description[1], Is.EqualTo("Received: $100 by 31 January 2020; $150 by 29 February 2020."));
        Assert.That(story.Notes, Has.Some.EqualTo("Received: not told by the source from March 2020."));
    }

    [Test]
    public void A_withheld_month_is_passed_over_and_named()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .Month(Period.Month(2020, 1), "received", 100_00)
            .Month(Period.Month(2020, 2), "received", null, "c")
            .Month(Period.Month(2020, 3), "received", 50_00)
            .Build();
        var story = Stories.Of(tables, Chart);

        Assert.That(story.Description[1], Is.EqualTo("Received: $100 by 31 January 2020; $150 by 31 March 2020."));
        Assert.That(
            story.Notes,
            Has.Some.EqualTo(
                "Received: one period is withheld to protect people; what came in it is counted in a later one."
            )
        );
    }

    [Test]
    public void A_period_after_the_cut_off_is_not_drawn()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .Month(Period.Month(2020, 12), "received", 100_00)
            .Month(Period.Month(2021, 1), "received", 50_00)
            .Build();

        Assert.That(
            Stories.Of(tables, Chart).Description[1],
            Is.EqualTo("Received: $100 by 31 December 2020 (provisional).")
        );
    }

    [Test]
    public void Final_figures_have_no_note_about_dashes()
    {
        var tables = new ReleaseBuilder(fiction: true).Month(Period.Month(2020, 1), "received", 100_00).Build();

        Assert.That(Stories.Of(tables, Chart).Notes, Is.Empty);
    }
}
