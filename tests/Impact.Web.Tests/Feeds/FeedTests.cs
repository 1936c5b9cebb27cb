using System.Net;
using System.Xml.Linq;
using Impact.Testing.Releases;
using Impact.Web.Feeds;

namespace Impact.Web.Tests.Feeds;

/// <summary>The feeds of releases and corrections.</summary>
[TestFixture]
internal sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [TestCase("/feeds/releases.atom", "en")]
    [TestCase("/feeds/corrections.atom", "en")]
    [TestCase("/es/feeds/releases.atom", "es")]
    [TestCase("/es/feeds/corrections.atom", "es")]
    public async Task A_feed_has_what_Atom_demands(string address, string language)
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync(address);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var again = await client.SendAsync(request);
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/atom+xml"));
            Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(feed.Name, Is.EqualTo(Atom + "feed"));
            Assert.That(feed.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo(language));
            Assert.That(feed.Elements(Atom + "entry"), Is.Not.Empty);
            Assert.That(Faults(feed), Is.Empty);
        });
    }

    [Test]
    public void A_feed_with_two_entries_of_one_identifier_or_without_a_moment_is_seen()
    {
        var entry = new XElement(
            Atom + "entry",
            new XElement(Atom + "id", "urn:uuid:1"),
            new XElement(Atom + "title", "x"),
            new XElement(Atom + "updated", "yesterday")
        );
        Assert.That(Faults(new XElement(Atom + "feed", entry, entry)), Has.Count.GreaterThan(2));
    }

    [Test]
    public async Task A_release_keeps_its_identifier_and_says_when_its_state_changed()
    {
        using var releases = ExampleReleases.Empty();
        releases.Publish(new SmallFund(closedQuarters: 3), charts: false);
        releases.Publish(new SmallFund(closedQuarters: 4), charts: false);
        await using var site = ExampleSite.Over(releases.Public, releases.Trust);
        using var client = ExampleSite.Start(site);
        var before = await EntriesAsync(client, "/feeds/releases.atom");
        releases.Withdraw(SmallFund.Id, "1.1.0", new("Counted twice.", "Contado dos veces."));
        var after = await EntriesAsync(client, "/feeds/releases.atom");
        var corrections = await EntriesAsync(client, "/es/feeds/corrections.atom");
        Assert.Multiple(() =>
        {
            Assert.That(after.Keys, Is.EquivalentTo(before.Keys));
            Assert.That(before[FeedEntry.IdOf($"release {SmallFund.Id} 1.1.0")], Does.Contain("Published"));
            Assert.That(after[FeedEntry.IdOf($"release {SmallFund.Id} 1.1.0")], Does.Contain("Counted twice."));
            Assert.That(
                corrections[FeedEntry.IdOf($"withdrawal {SmallFund.Id} 1.1.0")],
                Does.Contain("Contado dos veces.")
            );
        });
    }

    [TestCase("", "/feeds/")]
    [TestCase("/es", "/es/feeds/")]
    public async Task Pages_lead_to_the_feeds_and_the_data_page_to_the_interface(string language, string feeds)
    {
        using var client = ExampleSite.Client();
        var html = await client.GetStringAsync($"{language}/{SmallFund.Id}/data");
        foreach (
            var link in (string[])
                [$"{feeds}releases.atom", $"{feeds}corrections.atom", $"/v1/funds/{SmallFund.Id}", "/openapi/v1.json"]
        )
        {
            Assert.That(html, Does.Contain($"href=\"{link}\""));
            using var response = await client.GetAsync(link);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), link);
        }

        Assert.That(html, Does.Contain("<link rel=\"alternate\" type=\"application/atom&#x2B;xml\""));
    }

    private static async Task<Dictionary<string, string>> EntriesAsync(HttpClient client, string address) =>
        XDocument
            .Parse(await client.GetStringAsync(address))
            .Root!.Elements(Atom + "entry")
            .ToDictionary(entry => entry.Element(Atom + "id")!.Value, entry => entry.Element(Atom + "summary")!.Value);

    /// <summary>What RFC 4287 demands of a feed without sources, and this one does not do.</summary>
    private static List<string> Faults(XElement feed)
    {
        var faults = new List<string>();
        foreach (var part in feed.Elements(Atom + "entry").Prepend(feed))
        {
            faults.AddRange(new[] { "id", "title", "updated" }.Where(name => part.Elements(Atom + name).Count() != 1));
            if (
                !DateTimeOffset.TryParse(
                    part.Element(Atom + "updated")?.Value,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out _
                )
            )
            {
                faults.Add("moment");
            }
        }

        var ids = feed.Descendants(Atom + "id").Select(id => id.Value).ToList();
        faults.AddRange(
            ids.Where(id => ids.Count(one => one == id) > 1 || !id.StartsWith("urn:uuid:", StringComparison.Ordinal))
        );
        faults.AddRange(feed.Element(Atom + "author")?.Element(Atom + "name") is null ? ["author"] : []);
        faults.AddRange(
            feed.Elements(Atom + "link").Count(link => link.Attribute("rel")?.Value is "self") == 1 ? [] : ["self"]
        );
        return faults;
    }
}
