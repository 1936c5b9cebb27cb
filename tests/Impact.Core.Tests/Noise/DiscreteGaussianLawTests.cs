using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class DiscreteGaussianLawTests
{
    private static readonly Fraction[] Levels =
    [
        Fraction.Of(9, 10),
        Fraction.Of(19, 20),
        Fraction.Of(99, 100),
        Fraction.Of(999, 1000),
    ];

    [TestCase(2, new long[] { 3, 4, 5, 7 })]
    [TestCase(3, new long[] { 5, 6, 8, 10 })]
    [TestCase(4, new long[] { 7, 8, 10, 13 })]
    [TestCase(5, new long[] { 8, 10, 13, 16 })]
    [TestCase(6, new long[] { 10, 12, 15, 20 })]
    [TestCase(8, new long[] { 13, 16, 21, 26 })]
    [TestCase(10, new long[] { 16, 20, 26, 33 })]
    [TestCase(20, new long[] { 33, 39, 52, 66 })]
    public void Half_widths_are_the_quantiles_of_the_exact_law(int deviation, long[] expected)
    {
        var law = new DiscreteGaussianLaw(Fraction.Of(deviation * deviation));

        Assert.That(Levels.Select(level => law.HalfWidth(level)), Is.EqualTo(expected));
    }

    // What an interval of ninety-five in a hundred really holds, in hundredths of a per cent.
    [TestCase(2, 97.70)]
    [TestCase(3, 97.05)]
    [TestCase(4, 96.69)]
    [TestCase(5, 96.46)]
    [TestCase(8, 96.10)]
    [TestCase(10, 95.97)]
    [TestCase(20, 95.18)]
    public void The_coverage_of_whole_numbers_is_a_little_more_than_asked_for(int deviation, double expected)
    {
        var law = new DiscreteGaussianLaw(Fraction.Of(deviation * deviation));
        var half = law.HalfWidth(Fraction.Of(19, 20));
        var coverage = law.Cumulative(half) - law.Cumulative(-half - 1);

        Assert.That(100 * coverage, Is.EqualTo(expected).Within(0.005));
    }

    [Test]
    public void Intervals_that_hold_together_are_wider()
    {
        var law = new DiscreteGaussianLaw(Fraction.Of(25));

        Assert.That(law.HalfWidth(Fraction.Of(999, 1000), 48), Is.EqualTo(law.HalfWidth(Fraction.Of(47_999, 48_000))));
        Assert.That(law.HalfWidth(Fraction.Of(999, 1000), 48), Is.GreaterThan(law.HalfWidth(Fraction.Of(999, 1000))));
    }

    // σ², 1/normaliser and variance as published with the reference.
    [TestCase("1/4", 1.2713415221890152, 0.21501267508813849)]
    [TestCase("1/2", 1.7726372048266522, 0.49897913083282046)]
    [TestCase("1", 2.5066282880429055, 0.99999978876772808)]
    [TestCase("2", 3.5449077018110321, 1.9999999999999977)]
    [TestCase("10", 7.926654595212022, 10.0)]
    public void The_normaliser_and_the_variance_are_the_published_ones(string variance, double whole, double spread)
    {
        var law = new DiscreteGaussianLaw(Fraction.Parse(variance));
        var values = Enumerable.Range(-100, 201).ToList();

        Assert.That(1 / law.Probability(0), Is.EqualTo(whole).Within(1e-14 * whole));
        Assert.That(
            values.Sum(value => (double)value * value * law.Probability(value)),
            Is.EqualTo(spread).Within(1e-13 * spread)
        );
        Assert.That(values.Sum(value => law.Probability(value)), Is.EqualTo(1).Within(1e-14));
    }

    [Test]
    public void Tails_and_cumulatives_belong_together()
    {
        var law = new DiscreteGaussianLaw(Fraction.Of(7));
        for (var value = -30L; value <= 30; value++)
        {
            var above = law.AtLeast(value + 1);
            Assert.That(
                law.Cumulative(value),
                Is.EqualTo(1 - ((double)(above * Fraction.PowerOfTen(18)).Floor / 1e18)).Within(1e-15)
            );
            Assert.That(law.AtLeast(value), Is.GreaterThanOrEqualTo(above));
        }

        Assert.That(law.Probability(long.MinValue), Is.Zero);
        Assert.That(law.Probability(5), Is.EqualTo(law.Probability(-5)));
    }

    [Test]
    public void A_law_that_cannot_be_summed_and_a_level_out_of_reach_are_refused()
    {
        var law = new DiscreteGaussianLaw(Fraction.One);

        Assert.That(() => new DiscreteGaussianLaw(Fraction.Zero), Refused);
        Assert.That(() => new DiscreteGaussianLaw(Fraction.Of(1_000_001)), Refused);
        Assert.That(() => law.HalfWidth(Fraction.One), Refused);
        Assert.That(() => law.HalfWidth(Fraction.Of(1, 2), 0), Refused);
        Assert.That(() => law.HalfWidth(-Fraction.One), Refused);
    }

    [TestCase("1/4")]
    [TestCase("2")]
    [TestCase("10")]
    [TestCase("100")]
    public void A_table_is_within_two_to_the_minus_120_of_the_law(string variance)
    {
        var table = new DiscreteGaussianTable(Fraction.Parse(variance));
        var limit = Fraction.Of(1, System.Numerics.BigInteger.One << 120);

        Assert.That(table.StatisticalDistance, Is.LessThan(limit));
        Assert.That(Distance(table), Is.LessThanOrEqualTo(table.StatisticalDistance));
    }

    [Test]
    public void What_a_table_adds_to_delta_is_stated_upwards()
    {
        var table = new DiscreteGaussianTable(Fraction.Of(10));
        var added = table.DeltaIncrease(Fraction.Of(4), 100_000);

        Assert.That(added, Is.GreaterThan(table.StatisticalDistance * Fraction.Of(5_559_815)));
        Assert.That(added, Is.LessThan(table.StatisticalDistance * Fraction.Of(5_559_816)));
        Assert.That(added, Is.LessThan(Fraction.Of(1, System.Numerics.BigInteger.One << 99)));
        Assert.That(() => table.DeltaIncrease(-Fraction.One, 1), Refused);
        Assert.That(() => new DiscreteGaussianTable(Fraction.Of(101)), Refused);
        Assert.That(() => new DiscreteGaussianTable(Fraction.Zero), Refused);
    }

    [TestCase("0")]
    [TestCase("-1")]
    public void No_sampler_without_noise_is_made(string parameter)
    {
        Assert.That(() => new DiscreteGaussian(Fraction.Parse(parameter)), Refused);
        Assert.That(() => new DiscreteLaplace(Fraction.Parse(parameter)), Refused);
    }

    [Test]
    public void A_draw_that_does_not_fit_is_refused()
    {
        // σ is 2^100: a draw that fits 64 bits comes once in 2^36.
        var sampler = new DiscreteGaussian(Fraction.Of(System.Numerics.BigInteger.One << 200));

        Assert.That(() => sampler.SampleInt64(), Throws.InstanceOf<OverflowException>());
        Assert.That(sampler.Sample().IsZero, Is.False);
    }

    private static NUnit.Framework.Constraints.Constraint Refused => Throws.InstanceOf<ArgumentOutOfRangeException>();

    /// <summary>Half the sum of all differences of probabilities between the table and the law, with what the table cannot reach.</summary>
    private static Fraction Distance(DiscreteGaussianTable table)
    {
        var law = new DiscreteGaussianLaw(table.Variance);
        var whole = System.Numerics.BigInteger.One << 128;
        var (sum, before, exactBefore) = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
        var magnitude = 0;
        foreach (
            var threshold in table.CumulativeThresholds.Select(one => Fraction.Of(one, whole)).Append(Fraction.One)
        )
        {
            var exact = law.Within(magnitude++).Upper;
            var difference = threshold - before - (exact - exactBefore);
            sum += difference.Sign < 0 ? -difference : difference;
            (before, exactBefore) = (threshold, exact);
        }

        return (sum + Fraction.One - exactBefore) / Fraction.Of(2);
    }
}
