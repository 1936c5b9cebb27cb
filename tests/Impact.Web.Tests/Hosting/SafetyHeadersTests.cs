namespace Impact.Web.Tests.Hosting;

/// <summary>Headers that every answer carries.</summary>
[TestFixture]
internal sealed class SafetyHeadersTests
{
    private static readonly string[] Answers = ["/", "/es/methodology", "/no-such-fund", "/health"];

    [Test]
    public async Task Every_answer_forbids_what_it_does_not_need([ValueSource(nameof(Answers))] string path)
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(
                Header(response, "Content-Security-Policy"),
                Does.StartWith("default-src 'none';").And.Not.Contain("unsafe")
            );
            Assert.That(Header(response, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Header(response, "X-Frame-Options"), Is.EqualTo("DENY"));
            Assert.That(Header(response, "Referrer-Policy"), Is.EqualTo("no-referrer"));
            Assert.That(Header(response, "Cross-Origin-Opener-Policy"), Is.EqualTo("same-origin"));
            Assert.That(response.Headers.Contains("Server"), Is.False);
            Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
        });
    }

    [Test]
    public async Task Health_is_plain_and_never_kept()
    {
        using var client = ExampleSite.Client();
        using var response = await client.GetAsync("/health");
        Assert.Multiple(async () =>
        {
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("ok"));
            Assert.That(Header(response, "Cache-Control"), Is.EqualTo("no-store"));
        });
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : string.Empty;
}
