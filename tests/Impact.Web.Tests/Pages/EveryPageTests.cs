using System.Net;

namespace Impact.Web.Tests.Pages;

/// <summary>What holds for every page in both languages.</summary>
[TestFixture]
internal sealed class EveryPageTests
{
    [Test]
    public async Task A_page_is_there_with_one_title_one_heading_and_its_language(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();
        var language = path.StartsWith("/es", StringComparison.Ordinal) ? "es" : "en";
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(html, Does.StartWith("<!DOCTYPE html>"));
            Assert.That(html, Does.Contain($"<html lang=\"{language}\">"));
            Assert.That(Html.Elements(html, "title"), Has.Count.EqualTo(1));
            Assert.That(Html.Elements(html, "h1"), Has.Count.EqualTo(1));
            Assert.That(Html.Text(Html.Elements(html, "h1")[0]), Is.Not.Empty);
        });
    }

    [Test]
    public async Task A_page_of_an_invented_fund_says_so_in_its_banner_and_in_its_title(
        [ValueSource(typeof(SitePages), nameof(SitePages.Small))] string path
    )
    {
        using var client = ExampleSite.Client();
        var english = await client.GetStringAsync(path);
        var spanish = await client.GetStringAsync(SitePages.Spanish(path));
        Assert.Multiple(() =>
        {
            Assert.That(
                Html.Text(Html.Elements(english, "aside", "fiction")[0]),
                Is.EqualTo("Rehearsal. Every organisation, person and amount here is invented.")
            );
            Assert.That(Html.Elements(english, "title")[0], Does.StartWith("Invented figures: "));
            Assert.That(Html.Text(Html.Elements(spanish, "aside", "fiction")[0]), Does.StartWith("Ensayo."));
            Assert.That(Html.Elements(spanish, "title")[0], Does.StartWith("Cifras inventadas: "));
        });
    }

    [Test]
    public async Task A_page_of_another_fund_has_no_such_banner(
        [ValueSource(typeof(SitePages), nameof(SitePages.Large))] string path
    )
    {
        using var client = ExampleSite.Client();
        var html = await client.GetStringAsync(path);
        Assert.That(Html.Elements(html, "aside", "fiction"), Is.Empty);
    }

    [Test]
    public async Task A_page_names_itself_and_its_twin_in_the_other_language(
        [ValueSource(typeof(SitePages), nameof(SitePages.All))] string path
    )
    {
        using var client = ExampleSite.Client();
        var english = await client.GetStringAsync(path);
        var spanish = await client.GetStringAsync(SitePages.Spanish(path));
        Assert.Multiple(() =>
        {
            Assert.That(english, Does.Contain($"<link rel=\"canonical\" href=\"{path}\" />"));
            Assert.That(
                english,
                Does.Contain($"<link rel=\"alternate\" hreflang=\"es\" href=\"{SitePages.Spanish(path)}\" />")
            );
            Assert.That(english, Does.Contain($"<a class=\"language\" href=\"{SitePages.Spanish(path)}\" lang=\"es\""));
            Assert.That(spanish, Does.Contain($"<link rel=\"canonical\" href=\"{SitePages.Spanish(path)}\" />"));
            Assert.That(spanish, Does.Contain($"<a class=\"language\" href=\"{path}\" lang=\"en\""));
        });
    }

    [Test]
    public async Task Every_link_of_the_site_leads_somewhere()
    {
        using var client = ExampleSite.Client();
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in SitePages.Requests)
        {
            // All of the large fund's organisations have the same page: three hundred answers would tell nothing new.
            var found = Html.Addresses(await client.GetStringAsync(path)).Where(address => address.StartsWith('/'));
            addresses.UnionWith(
                found
                    .Where(address => !address.Contains("XI-EXAMPLE-", StringComparison.Ordinal))
                    .Select(address => address.Split('#')[0])
            );
        }

        var broken = new List<string>();
        foreach (var address in addresses)
        {
            using var response = await client.SendAsync(new(HttpMethod.Head, address));
            if (response.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{(int)response.StatusCode} {address}");
            }
        }

        Assert.That(addresses, Has.Count.GreaterThan(50));
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public async Task Every_link_within_a_page_has_its_target(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        using var client = ExampleSite.Client();
        var html = await client.GetStringAsync(path);
        var within = Html.Addresses(html)
            .Where(address => address.StartsWith('#') || address.StartsWith(path + "#", StringComparison.Ordinal));
        Assert.That(
            within.Where(address => !html.Contains($"id=\"{address.Split('#')[1]}\"", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public async Task A_page_holds_no_script_and_no_style_of_its_own(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        using var client = ExampleSite.Client();
        var html = await client.GetStringAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Not.Contain("<script"));
            Assert.That(html, Does.Not.Contain("<style"));
            Assert.That(html, Does.Not.Contain(" style="));
            Assert.That(Html.Addresses(html), Has.None.StartWith("http").And.None.StartWith("//"));
        });
    }

    [Test]
    public async Task A_page_is_light_even_where_the_fund_is_large(
        [ValueSource(typeof(SitePages), nameof(SitePages.Requests))] string path
    )
    {
        const int mostBytes = 40_000;
        using var client = ExampleSite.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.That(bytes, Has.Length.LessThan(mostBytes));
    }

    [Test]
    public async Task Text_that_a_reader_of_one_language_sees_is_not_in_the_other(
        [ValueSource(typeof(SitePages), nameof(SitePages.All))] string path
    )
    {
        using var client = ExampleSite.Client();
        var spanish = Html.Text(await client.GetStringAsync(SitePages.Spanish(path)));
        string[] english =
        [
            "Release",
            "Organisations",
            "Received",
            "How this works",
            "reports",
            "Every figure",
            "adds up",
        ];
        Assert.That(english.Where(word => spanish.Contains(word, StringComparison.Ordinal)), Is.Empty);
    }
}
