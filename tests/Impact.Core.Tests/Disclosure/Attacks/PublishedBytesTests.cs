namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attacks B and I on releases, from a fund's files to the bytes that are published, with one household or none.</summary>
/// <remarks>The first release of each side holds every table; the others begin at the counted list and hold the tables about families alone.</remarks>
[TestFixture]
internal sealed class PublishedBytesTests
{
    /// <summary>One tenth: what the policy says all tables together may tell of a family.</summary>
    private const double Claimed = 0.1;

    private static readonly int Releases = AttackSize.Of(50);

    private List<PublishedCounts> _without = null!;
    private List<PublishedCounts> _with = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        Parallel.Invoke(() => _without = Published(helped: false), () => _with = Published(helped: true));
    }

    [Test]
    public void Whole_releases_tell_no_more_than_is_claimed()
    {
        var seen = EmpiricalLoss.Of(_without.Select(Sum), _with.Select(Sum), sum => sum >= 1);
        TestContext.Out.WriteLine($"claimed {Claimed}, proven {seen.Bound:0.0000} with {2 * Releases} releases");
        Assert.That(seen.Exceeds(Claimed), Is.False);
    }

    [Test]
    public void Releases_without_noise_are_found()
    {
        var seen = EmpiricalLoss.Of(_without.Select(_ => 0L), _with.Select(_ => 2L), sum => sum >= 1);
        Assert.That(seen.Exceeds(Claimed), Is.True);
    }

    [Test]
    public void Hardly_two_releases_are_alike()
    {
        Assert.That(Different(_without), Is.GreaterThan(10));
        Assert.That(Different(Enumerable.Repeat(_without[0], Releases)), Is.EqualTo(1), "without noise");

        static int Different(IEnumerable<PublishedCounts> releases) =>
            releases.Select(one => (one.LastToDate, one.Quarter)).Distinct().Count();
    }

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
    private static long Sum(PublishedCounts release) => release.LastToDate + release.Quarter;

    private static List<PublishedCounts> Published(bool helped)
    {
        using var fund = new PublishedFund(helped);
        return [fund.PublishWhole(), .. Enumerable.Range(1, Releases - 1).Select(_ => fund.Publish())];
    }
}
