using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts.Recipes;

[TestFixture]
public sealed class PeopleChartTests
{
    private const string Chart = "people";

    [Test]
    public void The_headline_counts_statements_and_never_adds_people()
    {
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart).Headline,
            Is.EqualTo("In one of five statements, as many people were reached as planned, or more")
        );
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart, Language.Spanish).Headline,
            Is.EqualTo("En una de cinco declaraciones se alcanzó a tantas personas como se preveía, o más")
        );
    }

    [Test]
    public void The_subtitle_says_that_partners_state_it_and_that_rows_are_not_added()
    {
        var subtitle = Stories.Of(ChartSamples.SixPartners(), Chart).Subtitle;

        Assert.That(
            subtitle,
            Does.Contain("as each organisation states").And.Contain("rows are not added up").And.Contain("Q3 2020")
        );
    }

    [Test]
    public void The_latest_period_is_shown_and_an_earlier_one_is_not_added()
    {
        var description = Stories.Of(ChartSamples.SixPartners(), Chart).Description;

        Assert.That(
            description,
            Has.Some.EqualTo(
                "Rehearsal Community Kitchen (People at know-your-rights workshops): 350 planned; 340 reached."
            )
        );
    }

    [Test]
    public void Withheld_and_not_told_are_said_in_words()
    {
        var description = Stories.Of(ChartSamples.SixPartners(), Chart).Description;

        Assert.That(
            description,
            Has.Some.EqualTo(
                "Rehearsal Justice Center (People with a legal case opened): 60 planned; reached withheld to protect people."
            )
        );
        Assert.That(
            description,
            Has.Some.EqualTo(
                "Rehearsal Family Fund (People with a legal case opened): planned not told by the source; 40 reached."
            )
        );
    }

    [Test]
    public void A_later_period_without_a_number_reached_gives_way_to_an_earlier_one_with_it()
    {
        var tables = new ReleaseBuilder(fiction: false)
            .Organisation("XI-1", "Partner")
            .People("XI-1", "people", Period.Year(2023), "planned", 90)
            .People("XI-1", "people", Period.Year(2023), "reached", 100)
            .People("XI-1", "people", Period.Year(2024), "planned", 200)
            .People("XI-1", "people", Period.Year(2024), "reached", null, "x")
            .Build();
        var story = Stories.Of(tables, Chart, Language.Spanish, ChartSamples.Public);

        Assert.That(story.Description[1], Is.EqualTo("Partner: 90 previstas; 100 alcanzadas."));
        Assert.That(story.Subtitle, Does.StartWith("Personas, según declara cada organización").And.Contain("2023"));
    }

    [Test]
    public void Many_statements_are_fifteen_rows_and_the_rest_are_counted()
    {
        var story = Stories.Of(ChartSamples.FortyPartners(), Chart);

        Assert.That(story.Description, Has.Count.EqualTo(16));
        Assert.That(story.Notes, Has.Some.EqualTo("The 25 smaller statements are in the table."));
    }

    [Test]
    public void Splits_by_sex_and_age_are_not_counted_with_the_total()
    {
        var tables = ChartSamples.SixPartners();
        var people = tables["people"];
        var split = people.Rows.Select(row =>
            (IReadOnlyList<object?>)
                [.. row.Cells.Select((cell, index) => index == people.Schema.IndexOf("split") ? "women" : cell)]
        );
        var withSplit = new Dictionary<string, PublishedTable>(tables, StringComparer.Ordinal)
        {
            ["people"] = new(people.Schema, people.Rows.Select(row => row.Cells).Concat(split)),
        };

        Assert.That(Stories.Of(withSplit, Chart).Description, Is.EqualTo(Stories.Of(tables, Chart).Description));
    }
}
