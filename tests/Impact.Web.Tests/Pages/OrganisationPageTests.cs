using System.Net;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>The page of one organisation, and the list of all.</summary>
[TestFixture]
internal sealed class OrganisationPageTests
{
    private static string Path => $"/{SmallFund.Id}/organisations/{SmallFund.IdOf(1)}";

    [Test]
    public async Task Its_totals_are_the_table_s_to_the_cent()
    {
        var shown = Html.Values(Html.Elements(await PageAsync(Path), "table", "statement")[0]);
        Assert.That(shown, Is.EquivalentTo(Rows("organisation_totals").Select(row => row.Decimal("amount"))));
    }

    [Test]
    public async Task Its_quarters_are_the_table_s_newest_first()
    {
        var html = await PageAsync(Path);
        var table = Html.Elements(html, "table")
            .First(one => Html.Text(one).StartsWith("Closed quarters", StringComparison.Ordinal));
        var quarters = Html.Elements(table, "th", "rowheader").Select(Html.Text).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                Html.Values(table),
                Is.EquivalentTo(Rows("money_by_organisation").Select(row => row.Decimal("amount")))
            );
            Assert.That(quarters[0], Does.StartWith("Oct–Dec 2020"));
            Assert.That(quarters[^1], Does.StartWith("Jul–Sep 2019"));
        });
    }

    [Test]
    public async Task Its_people_are_its_own_statement_with_each_split_whole()
    {
        var html = Html.Text(await PageAsync(Path));
        var newest = Rows("people")
            .Where(row => row.Text("period") == "2020-Q4" && row.Text("measure") == "reached")
            .ToList();
        var women = newest.First(row => row.Text("split") == "women").Integer("value");
        Assert.That(
            html,
            Does.Contain($"Reached: women {women}, men {women}, girls {women}, boys {women}, not recorded {women}")
        );
    }

    [Test]
    public async Task It_shows_the_organisation_s_own_chart()
    {
        var html = await PageAsync(Path);
        Assert.That(html, Does.Contain("charts/organisation-xi-rehearsal-2.en.wide.svg"));
    }

    [Test]
    public async Task An_organisation_that_is_not_there_is_a_calm_404(
        [Values("XI-REHEARSAL-99", "xi-rehearsal-2", "%20")] string id
    )
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync($"/{SmallFund.Id}/organisations/{id}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_list_of_450_names_every_one_and_can_be_read_by_name()
    {
        var byMoney = await PageAsync($"/{LargeFund.Id}/organisations");
        var byName = await PageAsync($"/{LargeFund.Id}/organisations?order=name");
        var names = Html.Elements(byName, "th", "rowheader")
            .Select(Html.Text)
            .Where(name => name.StartsWith("Example", StringComparison.Ordinal))
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                Html.Elements(byMoney, "a").Count(link => link.StartsWith("Example", StringComparison.Ordinal)),
                Is.EqualTo(LargeFund.Partners)
            );
            Assert.That(names, Is.Ordered.Using((System.Collections.IComparer)StringComparer.Ordinal));
            Assert.That(byName, Does.Contain($"<link rel=\"canonical\" href=\"/{LargeFund.Id}/organisations\" />"));
        });
    }

    private static async Task<string> PageAsync(string path)
    {
        using var client = ExampleSite.Client();
        return await client.GetStringAsync(path);
    }

    private static IEnumerable<Core.Catalogue.TableRow> Rows(string table) =>
        new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust)
            .Latest(SmallFund.Id)!
            .Table(table)
            .Rows.Where(row => row.Text("organisation_id") == SmallFund.IdOf(1));
}
