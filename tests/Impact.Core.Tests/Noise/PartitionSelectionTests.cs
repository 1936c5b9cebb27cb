using System.Numerics;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class PartitionSelectionTests
{
    /// <summary>1/ln 3 to forty places: the scale at which ε is ln 3.</summary>
    private static readonly Fraction ScaleOfThree =
        Fraction.Parse("9102392266268373936142401657361070006126") * Fraction.PowerOfTen(-40);

    [TestCase(2, 13, 11)]
    [TestCase(4, 24, 21)]
    [TestCase(5, 30, 26)]
    [TestCase(8, 47, 40)]
    [TestCase(10, 58, 50)]
    public void Thresholds_are_the_published_ones(int deviation, int hundredMillionth, int millionth)
    {
        var variance = Fraction.Of(deviation * deviation);

        Assert.That(PartitionSelection.Threshold(variance, Fraction.PowerOfTen(-8)), Is.EqualTo(hundredMillionth));
        Assert.That(PartitionSelection.Threshold(variance, Fraction.PowerOfTen(-6)), Is.EqualTo(millionth));
    }

    [Test]
    public void A_threshold_keeps_to_delta_and_one_less_does_not(
        [Values(1, 3, 10)] int keys,
        [Values(4, 25)] int variance
    )
    {
        var (spread, delta) = (Fraction.Of(variance), Fraction.PowerOfTen(-7));
        var threshold = PartitionSelection.Threshold(spread, delta, keys);
        var laplace = PartitionSelection.LaplaceThreshold(spread, delta, keys);

        Assert.That(PartitionSelection.Delta(spread, threshold, keys), Is.LessThanOrEqualTo(delta));
        Assert.That(PartitionSelection.Delta(spread, threshold - 1, keys), Is.GreaterThan(delta));
        Assert.That(PartitionSelection.LaplaceDelta(spread, laplace, keys), Is.LessThanOrEqualTo(delta));
        Assert.That(PartitionSelection.LaplaceDelta(spread, laplace - 1, keys), Is.GreaterThan(delta));
    }

    [Test]
    public void A_count_that_reaches_the_threshold_is_counted_too()
    {
        // P[Z ≥ 9] at scale 1; leaving out the value 9 itself gives a δ too small by e, a fault of a library in use.
        var delta = PartitionSelection.LaplaceDelta(Fraction.One, 10);
        var planted = PartitionSelection.LaplaceDelta(Fraction.One, 11);

        Assert.That(Number(delta), Is.EqualTo(9.02197959646e-5).Within(1e-16));
        Assert.That(Number(planted), Is.EqualTo(3.319000812207484e-5).Within(1e-16));
        Assert.That(Number(delta) / Number(planted), Is.EqualTo(Math.E).Within(1e-12));
    }

    [TestCase(1, 0.5)]
    [TestCase(2, 0.16666666666666666)]
    [TestCase(3, 0.05555555555555555)]
    [TestCase(4, 0.018518518518518517)]
    [TestCase(5, 0.006172839506172839)]
    [TestCase(10, 2.5402631e-5)]
    [TestCase(20, 4.3019580e-10)]
    public void Continuous_deltas_are_the_published_ones(int threshold, double expected) =>
        Assert.That(
            Number(PartitionSelection.ContinuousLaplaceDelta(ScaleOfThree, Fraction.Of(threshold))),
            Is.EqualTo(expected).Within(expected * 1e-7)
        );

    [TestCase(2, 2.0442276554e-12)]
    [TestCase(3, 2.4160769485e-8)]
    [TestCase(5, 5.2740294469e-5)]
    [TestCase(10, 0.02272960873)]
    public void Several_keys_of_one_unit_raise_delta(int keys, double expected) =>
        Assert.That(
            Number(PartitionSelection.ContinuousLaplaceDelta(ScaleOfThree * Fraction.Of(keys), Fraction.Of(50), keys)),
            Is.EqualTo(expected).Within(expected * 1e-9)
        );

    [TestCase(4, "8.7526833436", 9)]
    [TestCase(8, "17.1362964407", 18)]
    [TestCase(16, "33.9035226351", 34)]
    public void A_threshold_between_two_whole_numbers_is_rounded_up(int exponent, string published, int whole)
    {
        var delta = Fraction.PowerOfTen(-exponent);
        var exact = Fraction.Parse(published.Replace(".", "", StringComparison.Ordinal)) * Fraction.PowerOfTen(-10);
        var step = exact * Fraction.PowerOfTen(-9);

        Assert.That(PartitionSelection.ContinuousLaplaceDelta(ScaleOfThree, exact + step), Is.LessThan(delta));
        Assert.That(PartitionSelection.ContinuousLaplaceDelta(ScaleOfThree, exact - step), Is.GreaterThan(delta));
        Assert.That(PartitionSelection.ContinuousLaplaceThreshold(ScaleOfThree, delta), Is.EqualTo(whole));
        Assert.That(
            PartitionSelection.ContinuousLaplaceDelta(ScaleOfThree, Fraction.Of(whole - 1)),
            Is.GreaterThan(delta),
            "rounded down it would give more away than δ"
        );
    }

    [Test]
    public void A_threshold_below_the_count_itself_gives_nearly_everything_away()
    {
        Assert.That(Number(PartitionSelection.Delta(Fraction.Of(4), -20)), Is.EqualTo(1).Within(1e-15));
        Assert.That(Number(PartitionSelection.LaplaceDelta(Fraction.One, -40)), Is.EqualTo(1).Within(1e-15));
        Assert.That(
            Number(PartitionSelection.LaplaceDelta(Fraction.One, 1)),
            Is.EqualTo(1 / (1 + Math.Exp(-1))).Within(1e-15)
        );
    }

    [Test]
    public void What_no_threshold_can_keep_is_refused()
    {
        var small = Fraction.Of(1, BigInteger.One << 400);

        Assert.That(() => PartitionSelection.Threshold(Fraction.Of(4), small), Refused);
        Assert.That(() => PartitionSelection.Threshold(Fraction.Of(4), Fraction.Zero), Refused);
        Assert.That(() => PartitionSelection.Threshold(Fraction.Of(4), Fraction.PowerOfTen(-8), 0), Refused);
        Assert.That(() => PartitionSelection.LaplaceDelta(Fraction.Zero, 5), Refused);
    }

    private static NUnit.Framework.Constraints.Constraint Refused => Throws.InstanceOf<ArgumentOutOfRangeException>();

    private static double Number(Fraction value) => (double)(value * Fraction.PowerOfTen(40)).Floor * 1e-40;
}
