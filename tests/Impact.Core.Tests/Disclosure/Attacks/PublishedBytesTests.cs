namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attacks B and I on releases, each from its own fund's files to the bytes that are published, with one household or none.</summary>
/// <remarks>Nothing is shared between two releases: each has a fund, a ledger, keys and a budget of its own. All but the first of each side hold the tables about families alone.</remarks>
[TestFixture]
internal sealed class PublishedBytesTests
{
    /// <summary>One tenth: what the policy says all tables together may tell of a family.</summary>
    private const double Claimed = 0.1;

    private static readonly int Releases = AttackSize.Of(50);

    private PublishedCounts[] _without = null!;
    private PublishedCounts[] _with = null!;

    [OneTimeSetUp]
    public void Publish() => (_without, _with) = (Published(helped: false), Published(helped: true));

    [Test]
    public void Whole_releases_tell_no_more_than_is_claimed()
    {
        var seen = Attack(_without, _with);
        TestContext.Out.WriteLine($"claimed {Claimed}, proven {seen.Bound:0.0000} with {2 * Releases} releases");
        AttackResults.Note("B", $"rho_proven, whole releases, claimed {Claimed}", seen.Bound, Releases);
        Assert.That(seen.Exceeds(Claimed), Is.False);
    }

    [Test]
    public void Releases_without_noise_are_found()
    {
        // What is not random is the same each time: two of each side are published, and stand for all.
        var (without, with) = (WithoutNoise(helped: false), WithoutNoise(helped: true));
        Assert.That(Attack(without, with).Exceeds(Claimed), Is.True);
        Assert.That(without.Concat(with).Select(release => release.Outline).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Different(with), Is.EqualTo(1), "two releases of the same fund without noise differ");

        static PublishedCounts[] WithoutNoise(bool helped)
        {
            var twice = new[] { helped, helped }
                .Select(one => PublishedFund.FromFiles(one, withoutNoise: true))
                .ToList();
            return [.. Enumerable.Range(0, Releases).Select(place => twice[place % twice.Count])];
        }
    }

    [Test]
    public void Hardly_two_releases_are_alike() => Assert.That(Different(_without), Is.GreaterThan(10));

    [Test]
    public void Neighbours_have_the_same_rows_in_the_same_order() =>
        Assert.That(_without.Concat(_with).Select(release => release.Outline).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void A_table_without_its_empty_cells_is_found() =>
        Assert.That(
            _without
                .Select(release => release with { ByOrganisation = [release.ByOrganisation[0]] })
                .Concat(_with)
                .Select(release => release.Outline)
                .Distinct()
                .Count(),
            Is.GreaterThan(1)
        );

    /// <summary>Both tables, each household once in each.</summary>
    private static EmpiricalLoss Attack(IEnumerable<PublishedCounts> without, IEnumerable<PublishedCounts> with) =>
        EmpiricalLoss.Of(without.Select(Sum), with.Select(Sum), sum => sum >= 1);

    private static long Sum(PublishedCounts release) => release.LastToDate + release.Quarter;

    private static int Different(IEnumerable<PublishedCounts> releases) =>
        releases.Select(one => (one.LastToDate, one.Quarter)).Distinct().Count();

    private static PublishedCounts[] Published(bool helped)
    {
        var releases = new PublishedCounts[Releases];
        _ = Parallel.For(0, Releases, place => releases[place] = PublishedFund.FromFiles(helped, whole: place == 0));
        return releases;
    }
}
