using System.IO.Compression;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Hosting;

/// <summary>The archive of a whole release can be unpacked and opened with the fund's key.</summary>
[TestFixture]
internal sealed class ReleaseArchiveTests
{
    [Test]
    public async Task What_is_unpacked_is_the_release_file_by_file()
    {
        using var client = ExampleSite.Client();
        var bytes = await client.GetByteArrayAsync($"/{SmallFund.Id}/releases/1.1.0.zip");
        var folder = Directory.CreateTempSubdirectory("impact-archive-").FullName;
        try
        {
            await ZipFile.ExtractToDirectoryAsync(new MemoryStream(bytes), folder);
            var unpacked = Path.Combine(folder, $"{SmallFund.Id}-1.1.0");
            var published = new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust)
                .Latest(SmallFund.Id)!
                .Folder;
            Assert.That(Files(unpacked), Is.EqualTo(Files(published)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(folder, path),
                path => Convert.ToBase64String(File.ReadAllBytes(path)),
                StringComparer.Ordinal
            );
}
