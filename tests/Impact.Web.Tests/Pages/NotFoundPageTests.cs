using System.Net;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>What is not there is said calmly, in the reader's language.</summary>
[TestFixture]
internal sealed class NotFoundPageTests
{
    private static readonly string[] Missing =
    [
        "/no-such-fund",
        "/no-such-fund/data",
        $"/{SmallFund.Id}/nothing",
        $"/{SmallFund.Id}/releases/9.9.9",
        $"/{SmallFund.Id}/releases/latest",
        $"/{SmallFund.Id}/organisations/nobody",
        "/a/b/c/d/e",
        "/.env",
        "/favicon.ico",
        "/XI-Rehearsal",
    ];

    [Test]
    public async Task A_page_that_is_not_there_says_so_in_english([ValueSource(nameof(Missing))] string path)
    {
        var (status, html) = await GetAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(html, Does.Contain("<html lang=\"en\">"));
            Assert.That(Html.Text(Html.Elements(html, "h1")[0]), Is.EqualTo("There is no page here"));
        });
    }

    [Test]
    public async Task And_in_spanish([ValueSource(nameof(Missing))] string path)
    {
        var (status, html) = await GetAsync("/es" + path);
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(html, Does.Contain("<html lang=\"es\">"));
            Assert.That(Html.Text(Html.Elements(html, "h1")[0]), Is.EqualTo("Aquí no hay ninguna página"));
        });
    }

    [Test]
    public async Task What_a_visitor_typed_is_not_repeated_in_the_page_but_as_an_escaped_address()
    {
        var (_, html) = await GetAsync("/%3Cimg%20src=x%20onerror=alert(1)%3E\"'");
        Assert.That(html, Does.Not.Contain("<img"));
    }

    [Test]
    public async Task Nothing_can_be_sent_to_the_site([Values("POST", "PUT", "DELETE", "PATCH")] string method)
    {
        using var client = ExampleSite.Client();
        using var response = await client.SendAsync(new(new HttpMethod(method), $"/{SmallFund.Id}"));
        Assert.That(
            response.StatusCode,
            Is.EqualTo(HttpStatusCode.MethodNotAllowed).Or.EqualTo(HttpStatusCode.NotFound)
        );
    }

    private static async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
