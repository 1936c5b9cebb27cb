using System.Text;
using System.Text.Json;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

/// <summary>A manifest is read before its signature can be checked, so whatever bytes come must end in one kind of error.</summary>
public class ReleaseJsonTests
{
    private static readonly Manifest Sample = SampleReleases.Begun() with
    {
        Version = "1.1.0",
        Previous = new("1.0.0", new string('0', 64)),
        Files = [new("README.md", 1, new string('0', 64))],
    };

    [Test]
    public void A_changed_byte_gives_another_manifest_or_a_json_error()
    {
        var bytes = ReleaseJson.Write(Sample);
        byte[] changes = [0x01, 0x02, 0x10, 0x20, 0x80];
        for (var position = 0; position < bytes.Length; position++)
        {
            foreach (var change in changes)
            {
                bytes[position] ^= change;
                Assert.That(Reads(bytes), Is.True.Or.False);
                bytes[position] ^= change;
            }
        }

        Assert.That(Reads(bytes), Is.True);
    }

    [TestCase("\"files\": [", "\"files\": [null, ")]
    [TestCase("\"content\": [", "\"content\": [null, ")]
    [TestCase("\"checks\": [", "\"checks\": [null, ")]
    [TestCase("\"tool\": \"impact 1.0.0\"", "\"tool\": null")]
    [TestCase("\"outcome\": \"warning\"", "\"outcome\": \"failed\"")]
    [TestCase("\"outcome\": \"warning\"", "\"outcome\": 1")]
    [TestCase("\"currency\": \"USD\"", "\"currency\": \"ZZZ\"")]
    [TestCase("\"table\": \"people\"", "\"table\": \"households\"")]
    [TestCase("\"bytes\": 1", "\"bytes\": -1")]
    [TestCase("\"tool\"", "\"households\"")]
    [TestCase("\"version\": \"1.1.0\"", "\"version\": \"1.1\"")]
    [TestCase("\"tool\": \"impact 1.0.0\"", "\"tool\": \"a\", \"tool\": \"b\"")]
    public void What_a_manifest_may_not_say_is_a_json_error(string from, string to)
    {
        var text = Encoding.UTF8.GetString(ReleaseJson.Write(Sample));
        Assert.That(text, Does.Contain(from));
        Assert.That(Reads(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal))), Is.False);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{\"resources\": 1}")]
    [TestCase("{\"resources\": [null]}")]
    [TestCase("{\"resources\": [{\"path\": 1, \"bytes\": 1, \"hash\": \"sha256:\"}]}")]
    [TestCase("{\"resources\": [{\"path\": \"a\", \"bytes\": 1e99, \"hash\": \"sha256:\"}]}")]
    [TestCase("{\"resources\": [{\"path\": \"a\", \"bytes\": 1, \"hash\": \"md5\"}]}")]
    public void A_data_package_that_cannot_be_read_is_none(string text) =>
        Assert.That(DataPackage.ReadFiles(Encoding.UTF8.GetBytes(text)), Is.Null);

    private static bool Reads(byte[] bytes)
    {
        try
        {
            ReleaseJson.ReadManifest(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
