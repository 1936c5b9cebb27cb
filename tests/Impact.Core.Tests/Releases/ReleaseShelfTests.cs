using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class ReleaseShelfTests
{
    [Test]
    public void A_reader_finds_funds_versions_tables_and_files()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        releases.Publish(SampleTables.People(value: 125));
        var shelf = releases.Shelf;
        var latest = shelf.Latest(SampleTables.Fund)!;
        using var stream = latest.OpenFile("charts/money-over-time.en.wide.txt");
        using var reader = new StreamReader(stream);
        Assert.Multiple(() =>
        {
            Assert.That(shelf.Funds, Is.EqualTo([SampleTables.Fund]));
            Assert.That(
                shelf.Index(SampleTables.Fund)!.Versions.Select(entry => entry.Version),
                Is.EqualTo(["1.0.0", "1.1.0"])
            );
            Assert.That(latest.Table("people").Rows[0].Integer("value"), Is.EqualTo(125));
            Assert.That(
                shelf.Open(SampleTables.Fund, "1.0.0")!.Table("people").Rows[0].Integer("value"),
                Is.EqualTo(120)
            );
            Assert.That(latest.Table("people"), Is.SameAs(shelf.Latest(SampleTables.Fund)!.Table("people")));
            Assert.That(latest.FindTable("contributions"), Is.Null);
            Assert.That(() => latest.Table("contributions"), Throws.TypeOf<KeyNotFoundException>());
            Assert.That(reader.ReadToEnd(), Is.EqualTo("money-over-time en"));
        });
    }

    [Test]
    public void A_publication_is_seen_by_a_shelf_that_is_open()
    {
        using var releases = new SampleReleases();
        var shelf = releases.Shelf;
        Assert.That(shelf.Latest(SampleTables.Fund), Is.Null);
        releases.Publish();
        Assert.That(shelf.Latest(SampleTables.Fund)!.Manifest.Version, Is.EqualTo("1.0.0"));
        releases.Publish(SampleTables.People(value: 125));
        Assert.That(shelf.Latest(SampleTables.Fund)!.Manifest.Version, Is.EqualTo("1.1.0"));
    }

    [TestCase("../xi-harbour", "1.0.0")]
    [TestCase("xi-harbour/", "1.0.0")]
    [TestCase("", "1.0.0")]
    [TestCase("XI-HARBOUR", "1.0.0")]
    [TestCase("xi-harbour", "../xi-harbour/1.0.0")]
    [TestCase("xi-harbour", "1.0.0/")]
    [TestCase("xi-harbour", "1.0.0\n")]
    [TestCase("xi-harbour", "01.0.0")]
    [TestCase("xi-harbour", "latest")]
    public void A_name_that_is_no_name_is_not_there(string fund, string version)
    {
        using var releases = new SampleReleases();
        releases.Publish();
        Assert.That(releases.Shelf.Open(fund, version), Is.Null);
    }

    [TestCase("../1.0.0/README.md")]
    [TestCase("manifest.json")]
    [TestCase("/etc/passwd")]
    [TestCase("data\\people.csv")]
    [TestCase("data/./people.csv")]
    public void A_path_that_the_manifest_does_not_list_is_not_opened(string path)
    {
        using var releases = new SampleReleases();
        var release = releases.Publish().Release;
        Assert.That(() => release.OpenFile(path), Throws.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public void A_manifest_that_lists_a_path_outside_is_no_manifest()
    {
        using var releases = new SampleReleases();
        var manifest = releases.Publish().Release.Manifest;
        foreach (var path in new[] { "../x", "/x", "a//b", ".hidden", "a/../b", "manifest.json", "a b" })
        {
            var planted = manifest with { Files = [new(path, 1, new string('0', 64))] };
            Assert.That(
                () => ReleaseJson.ReadManifest(ReleaseJson.Write(planted)),
                Throws.TypeOf<System.Text.Json.JsonException>(),
                path
            );
        }
    }

    [Test]
    public void A_changed_table_is_not_given_out()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var path = releases.PathOf("1.0.0", "data/people.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(",120,", ",121,", StringComparison.Ordinal));
        var release = releases.Shelf.Latest(SampleTables.Fund)!;
        Assert.That(
            Thrown.By<FaultException>(() => release.Table("people")).Fault.Kind,
            Is.EqualTo(Faults.ClaimFailed)
        );
    }

    [TestCase("manifest.json")]
    [TestCase("manifest.sig")]
    public void A_release_whose_signature_does_not_hold_is_not_given_out(string file)
    {
        using var releases = new SampleReleases();
        releases.Publish();
        File.AppendAllText(releases.PathOf("1.0.0", file), "\n");
        Assert.That(
            Thrown.By<FaultException>(() => releases.Shelf.Latest(SampleTables.Fund)).Fault.Kind,
            Is.EqualTo(Faults.ClaimFailed)
        );
    }

    [Test]
    public void A_version_in_the_folder_of_another_is_not_given_out()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        releases.Publish(SampleTables.People(value: 125));
        Directory.Delete(releases.PathOf("1.1.0"), recursive: true);
        Directory.Move(releases.PathOf("1.0.0"), releases.PathOf("1.1.0"));
        Assert.That(
            Thrown.By<FaultException>(() => releases.Shelf.Latest(SampleTables.Fund)).Fault.Kind,
            Is.EqualTo(Faults.ClaimFailed)
        );
    }

    [Test]
    public void An_index_that_was_not_signed_hides_the_fund_and_says_why_when_asked()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        File.AppendAllText(Path.Combine(releases.FundFolder, "index.json"), "\n");
        Assert.That(releases.Shelf.Funds, Is.Empty);
        Assert.That(
            Thrown.By<FaultException>(() => releases.Shelf.Index(SampleTables.Fund)).Fault.Kind,
            Is.EqualTo(Faults.ClaimFailed)
        );
    }

    [Test]
    public void Without_the_trusted_key_nothing_is_given_out()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        File.Delete(Path.Combine(releases.Trust, SampleTables.Fund + ".pub"));
        Assert.That(
            Thrown.By<FaultException>(() => releases.Shelf.Latest(SampleTables.Fund)).Fault.Kind,
            Is.EqualTo(Faults.TrustMissing)
        );
    }
}
