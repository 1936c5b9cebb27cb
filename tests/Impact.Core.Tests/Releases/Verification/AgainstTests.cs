using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>The release that a reader names with <c>--against</c> must be the one that the manifest names, whole and signed.</summary>
public class AgainstTests
{
    private static readonly string[] Compared = ["changes", "persistence", "version"];

    private SampleReleases _releases = null!;
    private TemporaryFolder _elsewhere = null!;

    [SetUp]
    public void Publish()
    {
        _releases = new SampleReleases();
        _releases.Publish();
        _releases.Publish(SampleTables.People(value: 125));
        _releases.Publish(SampleTables.People(value: 130));
        _elsewhere = new TemporaryFolder();
    }

    [TearDown]
    public void Remove()
    {
        _elsewhere.Dispose();
        _releases.Dispose();
    }

    [Test]
    public void The_right_one_stands_in_for_the_one_that_is_not_beside_it()
    {
        var (alone, before) = (Copy("1.1.0", "alone/download"), Copy("1.0.0", "before/old"));
        Assert.That(Failed(alone, before), Is.Empty);
        var passed = ReleaseVerifier.Verify(alone, _releases.Trust, before).Ids(ClaimOutcome.Passed);
        Assert.That(passed, Is.SupersetOf([.. Compared, "chain"]));
        var second = SecondChecker.Verify(alone, "--trust", _releases.Trust, "--against", before);
        Assert.That(((string[])[.. Compared, "chain"]).Where(claim => !second.Checks(claim)), Is.Empty);
    }

    [TestCase("another version")]
    [TestCase("no folder")]
    [TestCase("another manifest")]
    [TestCase("no signature")]
    [TestCase("another fund")]
    public void One_that_is_not_the_release_it_is_said_to_be_fails_by_name(string what)
    {
        using var other = new SampleReleases();
        other.Publish();
        var before = what switch
        {
            "another version" => _releases.PathOf("1.1.0"),
            "no folder" => Path.Combine(_elsewhere.Path, "none"),
            "another fund" => other.PathOf("1.0.0"),
            _ => Copy("1.0.0", "before/1.0.0"),
        };
        if (what == "another manifest")
        {
            _releases.SignAgain("1.0.0", manifest => manifest with { Tool = "another" });
            before = _releases.PathOf("1.0.0");
        }

        if (what == "no signature")
        {
            File.Delete(Path.Combine(before, "manifest.sig"));
        }

        var release = what == "another version" ? _releases.PathOf("1.1.0") : Copy("1.1.0", "alone/1.1.0");
        Assert.That(Failed(release, before), Is.EquivalentTo([.. Compared, "chain"]));
        Assert.That(Detail(release, before, "chain"), Is.EqualTo("--against"));
    }

    [Test]
    public void One_with_a_changed_table_fails_what_is_compared()
    {
        var before = Copy("1.0.0", "before/1.0.0");
        File.AppendAllText(Path.Combine(before, "data/people.csv"), "x");
        Assert.That(Failed(_releases.PathOf("1.1.0"), before), Is.EquivalentTo(Compared));
        Assert.That(Detail(_releases.PathOf("1.1.0"), before, "persistence"), Is.EqualTo("--against"));
    }

    [Test]
    public void A_first_release_is_compared_with_none() =>
        Assert.That(
            Failed(_releases.PathOf("1.0.0"), _releases.PathOf("1.1.0")),
            Is.EquivalentTo([.. Compared, "chain"])
        );

    private string Copy(string version, string to)
    {
        var folder = Path.Combine(_elsewhere.Path, to);
        DiskStates.Copy(_releases.PathOf(version), folder);
        return folder;
    }

    private string Detail(string release, string against, string claim) =>
        ReleaseVerifier.Verify(release, _releases.Trust, against).Claims.Single(one => one.Id == claim).Detail!.En;

    private IReadOnlySet<string> Failed(string release, string against) =>
        SecondChecker.RequireAgreement(release, _releases.Trust, against, against);
}
