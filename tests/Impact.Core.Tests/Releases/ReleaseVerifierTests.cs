using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

/// <summary>Every claim with the change that breaks it: by a stranger, and by the fund's own key.</summary>
public class ReleaseVerifierTests
{
    private SampleReleases _releases = null!;

    [SetUp]
    public void Publish()
    {
        _releases = new SampleReleases();
        _releases.Publish();
    }

    [TearDown]
    public void Remove() => _releases.Dispose();

    [Test]
    public void One_flipped_bit_of_any_file_is_found()
    {
        foreach (
            var path in Directory
                .EnumerateFiles(_releases.PathOf("1.0.0"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var before = File.ReadAllBytes(path);
            var after = before.ToArray();
            after[after.Length / 2] ^= 1;
            File.WriteAllBytes(path, after);
            var report = _releases.Verify();
            var expected = Path.GetFileName(path) switch
            {
                "manifest.json" => report.Version.Length == 0 ? "manifest" : "signature",
                "manifest.sig" => "signature",
                _ => "files",
            };
            Assert.That(report.Failed(), Does.Contain(expected), path);
            File.WriteAllBytes(path, before);
        }

        Assert.That(_releases.Verify().Holds);
    }

    [Test]
    public void A_missing_file_and_an_added_file_are_named()
    {
        File.Delete(_releases.PathOf("1.0.0", "README.md"));
        File.WriteAllText(_releases.PathOf("1.0.0", "data/households.csv"), "x");
        var claim = _releases.Verify().Claims.Single(claim => claim.Outcome == ClaimOutcome.Failed);
        Assert.That(claim.Id, Is.EqualTo("files"));
        Assert.That(claim.Detail!.En, Is.EqualTo("README.md, data/households.csv"));
    }

    [Test]
    public void A_link_in_the_place_of_a_file_is_found()
    {
        var path = _releases.PathOf("1.0.0", "README.md");
        var elsewhere = Path.Combine(_releases.Data, "elsewhere.md");
        File.Move(path, elsewhere);
        File.CreateSymbolicLink(path, elsewhere);
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["files"]));
    }

    [Test]
    public void A_stranger_who_edits_a_sum_and_signs_with_another_key_is_found()
    {
        Edit("data/funding_status.csv", ",5700000,57000.00,", ",5800000,58000.00,");
        using var stranger = new SampleReleases();
        var own = _releases.PathOf("1.0.0");
        CopyFolder(own, stranger.PathOf("1.0.0"));
        File.Copy(Path.Combine(_releases.FundFolder, "index.json"), Path.Combine(stranger.FundFolder, "index.json"));
        stranger.SignAgain("1.0.0");
        File.Copy(stranger.PathOf("1.0.0", "manifest.json"), Path.Combine(own, "manifest.json"), overwrite: true);
        File.Copy(stranger.PathOf("1.0.0", "manifest.sig"), Path.Combine(own, "manifest.sig"), overwrite: true);
        var report = _releases.Verify();
        Assert.That(report.Failed(), Is.SupersetOf(["signature", "content-csv", "statement", "index"]));
        Assert.That(report.Ids(ClaimOutcome.NotChecked), Is.SupersetOf(["content-parquet", "content-database"]));
    }

    [Test]
    public void Signatures_of_two_releases_cannot_be_swapped()
    {
        _releases.Publish(SampleTables.People(value: 125));
        File.Copy(
            _releases.PathOf("1.0.0", "manifest.sig"),
            _releases.PathOf("1.1.0", "manifest.sig"),
            overwrite: true
        );
        Assert.That(_releases.Verify("1.1.0").Failed(), Is.EqualTo(["signature"]));
    }

    [Test]
    public void A_release_in_the_folder_of_another_version_is_found()
    {
        Directory.Move(_releases.PathOf("1.0.0"), _releases.PathOf("2.0.0"));
        Assert.That(_releases.Verify("2.0.0").Failed(), Is.EqualTo(["manifest"]));
    }

    [Test]
    public void A_manifest_of_another_format_is_read_no_further()
    {
        Edit("manifest.json", "impact-release/1", "impact-release/9");
        var report = _releases.Verify();
        Assert.That(report.Failed(), Is.EqualTo(["manifest"]));
        Assert.That(report.Ids(ClaimOutcome.NotChecked).Count(), Is.EqualTo(ReleaseClaims.All.Count - 1));
    }

    [Test]
    public void A_signed_interval_that_does_not_follow_from_the_statements_is_found()
    {
        Edit("data/people_reached_bounds.csv", ",118,122,", ",119,122,");
        _releases.SignAgain("1.0.0");
        Assert.That(_releases.Verify().Failed(), Does.Contain("derived"));
    }

    [Test]
    public void Signed_text_with_other_content_is_found()
    {
        Edit("data/people.csv", ",120,", ",121,");
        _releases.SignAgain("1.0.0");
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["content-csv", "data-package", "derived"]));
    }

    [Test]
    public void Signed_text_that_is_not_canonical_is_found()
    {
        Edit("data/people.csv", ",120,", ",+120,");
        _releases.SignAgain("1.0.0");
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["content-csv", "data-package"]));
    }

    [Test]
    public void Signed_columns_outside_the_catalogue_are_found()
    {
        Edit("data/people.csv", "fund,organisation_id,", "fund,household_id,");
        File.WriteAllText(_releases.PathOf("1.0.0", "data/households.csv"), "x");
        _releases.SignAgain("1.0.0");
        var report = _releases.Verify();
        Assert.That(report.Failed(), Is.EqualTo(["content-csv", "columns", "data-package", "derived"]));
        Assert.That(
            report.Claims.Single(claim => claim.Id == "columns").Detail!.En,
            Is.EqualTo("data/people.csv, data/households.csv")
        );
    }

    [TestCase("data/people.parquet", "content-parquet")]
    [TestCase("release.duckdb", "content-database")]
    public void Signed_files_for_programs_with_other_content_are_found(string file, string claim)
    {
        using var other = new SampleReleases();
        other.Publish(SampleTables.People(value: 121));
        File.Copy(other.PathOf("1.0.0", file), _releases.PathOf("1.0.0", file), overwrite: true);
        _releases.SignAgain("1.0.0");
        Assert.That(_releases.Verify().Failed(), Is.EqualTo([claim, "data-package"]));
    }

    [Test]
    public void A_data_package_that_states_other_digests_is_found()
    {
        Edit("datapackage.json", "sha256:", "sha256:0");
        _releases.SignAgain("1.0.0");
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["data-package"]));
    }

    [Test]
    public void A_manifest_that_hides_fiction_is_found()
    {
        _releases.SignAgain("1.0.0", manifest => manifest with { Fund = manifest.Fund with { Fiction = false } });
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["fiction"]));
    }

    [Test]
    public void A_release_before_that_was_exchanged_is_found()
    {
        _releases.Publish(SampleTables.People(value: 125));
        _releases.SignAgain("1.0.0", manifest => manifest with { Tool = "another" });
        Assert.That(_releases.Verify("1.1.0").Failed(), Is.EqualTo(["chain"]));
    }

    [Test]
    public void An_index_that_lists_another_manifest_is_found()
    {
        var index = Path.Combine(_releases.FundFolder, "index.json");
        var signature = Path.Combine(_releases.FundFolder, "index.sig");
        var (oldIndex, oldSignature) = (File.ReadAllBytes(index), File.ReadAllBytes(signature));
        _releases.SignAgain("1.0.0", manifest => manifest with { Tool = "another" });
        File.WriteAllBytes(index, oldIndex);
        File.WriteAllBytes(signature, oldSignature);
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["index"]));
        File.Delete(signature);
        Assert.That(_releases.Verify().Failed(), Is.EqualTo(["index"]));
    }

    [Test]
    public void A_release_that_stands_alone_is_checked_as_far_as_it_goes()
    {
        _releases.Publish(SampleTables.People(value: 125));
        using var alone = new TemporaryFolder();
        var folder = Path.Combine(alone.Path, "fund", "download");
        CopyFolder(_releases.PathOf("1.1.0"), folder);
        var report = ReleaseVerifier.Verify(folder, _releases.Trust);
        Assert.That(report.Holds);
        Assert.That(
            report.Ids(ClaimOutcome.NotChecked),
            Is.EqualTo([
                "gift-roots",
                "gift-totals",
                "privacy-budget",
                "noisy-counts",
                "frozen",
                "changes",
                "persistence",
                "version",
                "chain",
                "index",
            ])
        );
    }

    [Test]
    public void A_key_inside_the_release_is_never_used()
    {
        var folder = _releases.PathOf("1.0.0");
        File.Copy(
            Path.Combine(_releases.Trust, SampleTables.Fund + ".pub"),
            Path.Combine(folder, SampleTables.Fund + ".pub")
        );
        using var empty = new TemporaryFolder();
        foreach (var trust in new[] { empty.Path, Path.Combine(empty.Path, "none") })
        {
            Assert.That(
                Thrown.By<FaultException>(() => ReleaseVerifier.Verify(folder, trust)).Fault.Kind,
                Is.EqualTo(Faults.TrustMissing)
            );
        }
    }

    [Test]
    public void A_folder_without_a_manifest_is_no_release() =>
        Assert.That(
            Thrown.By<FaultException>(() => ReleaseVerifier.Verify(_releases.Data, _releases.Trust)).Fault.Kind,
            Is.EqualTo(Faults.ReleaseUnreadable)
        );

    [Test]
    public void Every_claim_is_worded_in_both_languages() =>
        Assert.That(
            _releases.Verify().Claims.Select(claim => (claim.Id, claim.Statement)),
            Is.EqualTo(ReleaseClaims.All.Select(claim => (claim.Id, claim.Statement)))
                .And.All.Matches<(string Id, BilingualText Text)>(claim =>
                    claim.Text.En.Length > 0 && claim.Text.Es.Length > 0
                )
        );

    private static void CopyFolder(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private void Edit(string file, string from, string to)
    {
        var path = _releases.PathOf("1.0.0", file);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
