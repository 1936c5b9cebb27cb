using Impact.Core.Disclosure.HouseholdMoney;

namespace Impact.Core.Tests.Disclosure.HouseholdMoney;

/// <summary>What noisy counts tell by themselves stops no release; what money would tell on top does.</summary>
[TestFixture]
internal sealed class BoundedByCountsTests
{
    private const long Ten = 10;

    [Test]
    public void Money_must_leave_ten_numbers_or_all_that_the_counts_leave()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Programmes(high: 40).Needed(Ten), Is.EqualTo(Ten));
            Assert.That(Programmes(high: 7).Needed(Ten), Is.EqualTo(8));
            Assert.That(Programmes(high: 7, twoSigma: 30).Needed(Ten), Is.EqualTo(8));
            Assert.That(Programmes(high: 100, twoSigma: 30).Needed(Ten), Is.EqualTo(30));
        });
    }

    /// <summary>Noise can make the count of a small organisation so low that fewer than ten numbers fit, whatever money is shown.</summary>
    [TestCase(0)]
    [TestCase(3)]
    [TestCase(8)]
    public void A_small_organisation_is_not_stopped_by_the_luck_of_its_noise(long high)
    {
        var known = Programmes(high);
        var needed = known.Needed(Ten);
        Assert.That(HouseholdAidGate.PossibleValues(known, needed), Has.Count.EqualTo(needed));
    }

    [Test]
    public void Money_that_tells_more_than_the_counts_is_still_seen()
    {
        var known = new HouseholdAidCase("one", [new(["cash_aid"], 250_000)])
        {
            Stipends = [50_000],
            Bounds = [new("XI-ONE", new(2019, 7, 1), Low: 0, High: 7)],
        };
        Assert.That(HouseholdAidGate.PossibleValues(known, known.Needed(Ten)), Has.Count.LessThan(known.Needed(Ten)));
    }

    private static HouseholdAidCase Programmes(long high, long twoSigma = 0) =>
        new("one", [new(["cash_aid", "staff"], 1_000_000)])
        {
            Bounds = [new("XI-ONE", new(2019, 7, 1), Low: 0, high) { TwoSigma = twoSigma }],
        };
}
