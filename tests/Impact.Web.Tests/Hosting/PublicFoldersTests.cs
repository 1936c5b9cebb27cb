using System.Net;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Hosting;

/// <summary>Attack J: the site needs the two public folders and nothing beside them.</summary>
[TestFixture]
internal sealed class PublicFoldersTests
{
    private const string Version = "1.1.0";

    private string _folder = null!;

    [OneTimeSetUp]
    public void CopyWhatIsPublic()
    {
        _folder = Directory.CreateTempSubdirectory("impact-public-only-").FullName;
        Copy(ExampleSite.Releases.Public, Path.Combine(_folder, "public"));
        Copy(ExampleSite.Releases.Trust, Path.Combine(_folder, "trust"));
        Directory.CreateDirectory(Path.Combine(_folder, "nothing"));
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task With_the_two_folders_alone_every_page_and_file_is_served()
    {
        Assert.That(
            Directory.Exists(Path.Combine(ExampleSite.Releases.Folder, "private")),
            Is.True,
            "what is left out"
        );
        Assert.That(await MissingAsync("public", "trust"), Is.Empty);
    }

    [Test]
    public async Task Without_one_of_them_it_would_be_seen() =>
        Assert.That(await MissingAsync("public", "nothing"), Is.Not.Empty);

    /// <summary>What the site does not answer with 200 over these folders.</summary>
    private async Task<List<string>> MissingAsync(string releases, string trust)
    {
        await using var site = ExampleSite.Over(Path.Combine(_folder, releases), Path.Combine(_folder, trust));
        using var client = ExampleSite.Start(site);
        List<string> missing = [];
        foreach (var address in SitePages.Requests.Concat(Files()))
        {
            using var response = await client.GetAsync(address);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                missing.Add(address);
            }
        }

        return missing;
    }

    private static IEnumerable<string> Files() =>
        new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust)
            .Open(SmallFund.Id, Version)!
            .Files.Select(file => $"/{SmallFund.Id}/releases/{Version}/{file.Path}");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
