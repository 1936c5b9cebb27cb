using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>A fund signs that its release is compared with another than the one before it, so that what went need not be named.</summary>
public class FalseComparisonTests
{
    private static readonly string[] Compared = ["changes", "persistence", "version"];

    private SampleReleases _releases = null!;

    [SetUp]
    public void PublishThree()
    {
        _releases = new SampleReleases();
        _releases.Publish();
        _releases.Publish(SampleTables.People(value: 125));
        _releases.Publish(SampleTables.People(value: 130));
    }

    [TearDown]
    public void Remove() => _releases.Dispose();

    [Test]
    public void Compared_with_none_a_row_may_not_go_in_silence()
    {
        // The rows are gone, the lists of changes are empty, and the number is the one of a release that can be compared with none.
        _releases.Replace("1.1.0", SampleTables.NoPeople());
        _releases.Replace("1.1.0", new(PublishedTables.Changes, []));
        _releases.Replace("1.1.0", new(PublishedTables.StructuralChanges, []));
        _releases.SignAgain("1.1.0", manifest => manifest with { Changes = With(manifest, null) with { Changed = 0 } });
        Assert.That(Failed("1.1.0"), Is.SupersetOf(Compared));
        Assert.That(Detail("1.1.0", "persistence"), Is.EqualTo("comparedWith none"));
    }

    [Test]
    public void Compared_with_an_older_one_nothing_passes()
    {
        _releases.SignAgain("1.2.0", manifest => manifest with { Changes = With(manifest, "1.0.0") });
        Assert.That(Failed("1.2.0"), Is.EquivalentTo(Compared));
        Assert.That(Detail("1.2.0", "changes"), Is.EqualTo("comparedWith 1.0.0"));
    }

    [TestCase("1.2.0")]
    [TestCase("0.9.0")]
    public void Compared_with_one_that_is_none_before_it_nothing_passes(string version)
    {
        _releases.SignAgain("1.1.0", manifest => manifest with { Changes = With(manifest, version) });
        Assert.That(Failed("1.1.0"), Is.SupersetOf(Compared));
    }

    [Test]
    public void Without_an_index_a_comparison_with_another_than_the_one_before_is_not_believed()
    {
        _releases.SignAgain("1.2.0", manifest => manifest with { Changes = With(manifest, "1.0.0") });
        File.Delete(Path.Combine(_releases.FundFolder, "index.json"));
        Assert.That(_releases.Verify("1.2.0").Ids(ClaimOutcome.NotChecked), Is.SupersetOf(Compared));
        Assert.That(Failed("1.2.0"), Is.Empty);
        var second = SecondChecker.Verify(_releases.PathOf("1.2.0"), "--trust", _releases.Trust);
        Assert.That(Compared.Where(second.Checks), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void An_older_one_is_right_only_where_all_between_are_withdrawn_for_safety(bool forSafety)
    {
        Withdraw("1.2.0", forSafety);
        var next = _releases.Publish(SampleTables.People(value: 135)).Release.Manifest;
        Assert.That(next.Changes.ComparedWith, Is.EqualTo(forSafety ? "1.1.0" : "1.2.0"));
        Assert.That(Failed(next.Version), Is.Empty);
        Assert.That(_releases.Verify(next.Version).Ids(ClaimOutcome.Passed), Is.SupersetOf(Compared));

        // The one that stands between was not deleted, or is not the newest that can be compared with.
        var wrong = forSafety ? "1.0.0" : "1.1.0";
        _releases.SignAgain(next.Version, manifest => manifest with { Changes = With(manifest, wrong) });
        Assert.That(Failed(next.Version), Is.EquivalentTo(Compared));
    }

    [Test]
    public void A_release_that_passes_over_the_one_before_it_is_found_by_the_index()
    {
        var first = Digests.Of(_releases.PathOf("1.0.0", "manifest.json"));
        _releases.SignAgain("1.2.0", manifest => manifest with { Previous = new("1.0.0", first) });
        Assert.That(Failed("1.2.0"), Has.Member("chain"));
        Assert.That(Detail("1.2.0", "chain"), Is.EqualTo("index.json"));

        // Nor may a later release say that it is the first.
        _releases.SignAgain("1.1.0", manifest => manifest with { Previous = null, Changes = With(manifest, null) });
        Assert.That(Failed("1.1.0"), Is.SupersetOf(["chain", "version"]));
    }

    private static ManifestChanges With(Manifest manifest, string? compared) =>
        manifest.Changes with
        {
            ComparedWith = compared,
        };

    private void Withdraw(string version, bool forSafety) =>
        new ReleaseWithdrawal(_releases.Data).Withdraw(
            SampleTables.Fund,
            version,
            Withdrawal.For(new("It was wrong.", "Estaba mal."), forSafety, _releases.Clock)
        );

    private string Detail(string version, string claim) =>
        _releases.Verify(version).Claims.Single(one => one.Id == claim).Detail!.En;

    private IReadOnlySet<string> Failed(string version) =>
        SecondChecker.RequireAgreement(_releases.PathOf(version), _releases.Trust, version);
}
