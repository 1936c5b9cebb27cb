using Impact.Testing.Releases;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Impact.Web.Tests;

/// <summary>The site over the example releases, started once for all tests of this project.</summary>
[SetUpFixture]
internal sealed class ExampleSite
{
    private static ExampleReleases? s_releases;
    private static WebApplicationFactory<Program>? s_factory;

    public static ExampleReleases Releases =>
        s_releases ?? throw new InvalidOperationException("The example site is not started.");

    /// <summary>A client that neither follows redirects nor unpacks answers.</summary>
    public static HttpClient Client() =>
        Start(s_factory ?? throw new InvalidOperationException("The example site is not started."));

    /// <summary>A site over any data directory; the caller disposes it.</summary>
    public static WebApplicationFactory<Program> Over(string publicFolder, string trustFolder, string address = "") =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("releases", publicFolder).UseSetting("trust", trustFolder);
            if (address.Length > 0)
            {
                host.UseSetting("address", address);
            }
        });

    public static HttpClient Start(WebApplicationFactory<Program> factory) =>
        factory.CreateClient(new() { AllowAutoRedirect = false });

    [OneTimeSetUp]
    public void Publish()
    {
        s_releases = ExampleReleases.Publish();
        s_factory = Over(s_releases.Public, s_releases.Trust);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        s_factory?.Dispose();
        s_releases?.Dispose();
    }
}
