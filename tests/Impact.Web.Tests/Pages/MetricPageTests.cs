using System.Net;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>One page a metric, from its card.</summary>
[TestFixture]
internal sealed class MetricPageTests
{
    [Test]
    public async Task Every_card_has_its_page_with_meaning_formula_and_place_of_the_figures(
        [Values("", "/es")] string language
    )
    {
        using var client = ExampleSite.Client();
        var release = new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust).Latest(SmallFund.Id)!;
        var held = MetricCards.All.Where(card => release.FindTable(card.Table) is not null).ToList();

        // The example counts nobody, and shows no spending by category.
        var absent = MetricCards.All.Except(held).Select(card => card.Table).Distinct(StringComparer.Ordinal);
        Assert.That(
            absent,
            Is.SubsetOf(PublishedTables.OfCounts.Append(PublishedTables.SpendingByCategory).Select(table => table.Id))
        );
        foreach (var card in held)
        {
            var html = Html.Text(await client.GetStringAsync($"{language}/{SmallFund.Id}/metrics/{card.Id}"));
            var reader = language.Length == 0 ? Language.English : Language.Spanish;
            Assert.That(
                html,
                Does.Contain(card.Title.In(reader)).And.Contain(card.Term.In(reader)).And.Contain(card.Formula)
            );
            Assert.That(
                html,
                Does.Contain(card.Finality.In(reader))
                    .And.Contain(card.Completeness.In(reader))
                    .And.Contain(card.Reference)
            );
        }
    }

    [Test]
    public async Task The_four_figures_of_the_overview_lead_to_such_pages()
    {
        using var client = ExampleSite.Client();
        var figures = Html.Elements(await client.GetStringAsync($"/{SmallFund.Id}"), "dl", "figures")[0];
        Assert.That(Html.Addresses(figures), Has.Count.EqualTo(4).And.All.StartWith($"/{SmallFund.Id}/metrics/"));
    }

    [Test]
    public async Task A_metric_whose_table_the_release_does_not_hold_has_no_page()
    {
        using var client = ExampleSite.Client();
        using var held = await client.GetAsync($"/{LargeFund.Id}/metrics/funding_status");
        using var absent = await client.GetAsync($"/{LargeFund.Id}/metrics/delivery_rate");
        Assert.Multiple(() =>
        {
            Assert.That(held.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(absent.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }
}
