using System.Numerics;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class SquareRootMechanismTests
{
    private static readonly BigInteger Grid = BigInteger.One << SquareRootMechanism.GridBits;

    [TestCase(0, "1/1")]
    [TestCase(1, "1/2")]
    [TestCase(2, "3/8")]
    [TestCase(3, "5/16")]
    [TestCase(4, "35/128")]
    [TestCase(5, "63/256")]
    [TestCase(23, "514589420475/4398046511104")]
    public void Factors_are_exact(int lag, string expected)
    {
        Assert.That(SquareRootMechanism.Factor(lag).ToString(), Is.EqualTo(expected));
        if (lag > 0)
        {
            Assert.That(
                SquareRootMechanism.Factor(lag),
                Is.EqualTo(SquareRootMechanism.Factor(lag - 1) * Fraction.Of((2 * lag) - 1, 2 * lag))
            );
        }
    }

    [Test]
    public void The_matrix_times_itself_is_the_prefix_sum()
    {
        for (var row = 0; row < SquareRootMechanism.MostPeriods; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var entry = Enumerable
                    .Range(column, row - column + 1)
                    .Select(middle =>
                        SquareRootMechanism.Factor(row - middle) * SquareRootMechanism.Factor(middle - column)
                    )
                    .Aggregate((left, right) => left + right);
                Assert.That(entry, Is.EqualTo(Fraction.One));
            }
        }
    }

    [TestCase(1, "1/1")]
    [TestCase(8, "7207405/4194304")]
    [TestCase(12, "508710104205/274877906944")]
    [TestCase(24, "40128232690023504452613341/19342813113834066795298816")]
    public void Sensitivities_are_the_published_ones(int periods, string expected) =>
        Assert.That(SquareRootMechanism.SensitivitySquared(periods).ToString(), Is.EqualTo(expected));

    [Test]
    public void The_grid_ends_where_a_factor_leaves_it()
    {
        var counts = new long[SquareRootMechanism.MostPeriods + 1];

        Assert.That(() => SquareRootMechanism.Factor(SquareRootMechanism.MostPeriods), Refused);
        Assert.That(() => SquareRootMechanism.SensitivitySquared(SquareRootMechanism.MostPeriods + 1), Refused);
        Assert.That(() => SquareRootMechanism.SensitivitySquared(0), Refused);
        Assert.That(() => SquareRootMechanism.Measure(counts, Fraction.One), Refused);
        Assert.That(() => SquareRootMechanism.Measure([], Fraction.One), Refused);
        Assert.That(() => SquareRootMechanism.Measure([1], Fraction.Zero), Refused);
        Assert.That(() => SquareRootMechanism.Publish(new BigInteger[counts.Length]), Refused);

        // f_25 has a denominator of 2^47.
        var next = SquareRootMechanism.Factor(24) * Fraction.Of(49, 50);
        Assert.That(next.Denominator, Is.EqualTo(BigInteger.One << 47));
    }

    [Test]
    public void Without_noise_the_published_figure_would_be_the_cumulative_count()
    {
        // What is measured, less its draw, made here in fractions.
        long[] counts = [3, 0, 25, 7, 0, 0, 1, 12, 140, 2, 2, 5];
        List<BigInteger> exact = [];
        for (var period = 1; period <= counts.Length; period++)
        {
            var sum = counts
                .Take(period)
                .Select((count, index) => Fraction.Of(count) * SquareRootMechanism.Factor(period - 1 - index))
                .Aggregate((left, right) => left + right);
            exact.Add((sum * Fraction.Of(Grid)).Floor);

            Assert.That(SquareRootMechanism.Publish(exact), Is.EqualTo((BigInteger)counts.Take(period).Sum()));
        }
    }

    [TestCase(1, 0)]
    [TestCase(3, 2)]
    [TestCase(5, 2)]
    [TestCase(-1, 0)]
    [TestCase(-3, -2)]
    [TestCase(-5, -2)]
    public void Halves_are_rounded_to_even(int halves, int expected) =>
        Assert.That(SquareRootMechanism.Publish([halves * Grid / 2]), Is.EqualTo((BigInteger)expected));

    [Test]
    public void A_hair_beside_a_half_is_rounded_to_its_side()
    {
        Assert.That(SquareRootMechanism.Publish([(Grid / 2) + 1]), Is.EqualTo(BigInteger.One));
        Assert.That(SquareRootMechanism.Publish([(3 * Grid / 2) - 1]), Is.EqualTo(BigInteger.One));
        Assert.That(SquareRootMechanism.Publish([(-Grid / 2) - 1]), Is.EqualTo(BigInteger.MinusOne));
    }

    [Test]
    public void Published_figures_scatter_as_much_as_is_stated()
    {
        const int runs = 1_500;
        long[] counts = [30, 25, 20, 15, 10, 5];
        var variance = ZeroConcentrated.Variance(SquareRootMechanism.SensitivitySquared(6), Fraction.Of(1, 20));
        var stated = Number(SquareRootMechanism.PublishedVariance(variance, 6));
        var errors = Enumerable.Range(0, runs).Select(_ => Error(counts, variance)).ToList();

        // Rounding adds a twelfth; a variance's own deviation is √(2/runs) of it.
        Assert.That(
            errors.Average(error => error * error),
            Is.EqualTo(stated + (1.0 / 12)).Within(6 * stated * Math.Sqrt(2.0 / runs))
        );
        Assert.That(errors.Average(), Is.Zero.Within(6 * Math.Sqrt(stated / runs)));
        var half = (double)SquareRootMechanism.HalfWidth(variance, 6, Fraction.Of(19, 20));
        Assert.That(
            errors.Count(error => Math.Abs(error) <= half) / (double)runs,
            Is.AtLeast(0.95 - (6 * Math.Sqrt(0.95 * 0.05 / runs)))
        );
    }

    [Test]
    public void A_planted_shared_draw_scatters_too_much()
    {
        // One draw for every period: the errors add up instead of cancelling, and the same check sees it.
        const int runs = 1_500;
        var variance = ZeroConcentrated.Variance(SquareRootMechanism.SensitivitySquared(6), Fraction.Of(1, 20));
        var stated = Number(SquareRootMechanism.PublishedVariance(variance, 6));
        var errors = Enumerable
            .Range(0, runs)
            .Select(_ =>
            {
                var draw = SquareRootMechanism.Measure([0], variance);
                return (double)SquareRootMechanism.Publish([.. Enumerable.Repeat(draw, 6)]);
            });

        Assert.That(
            errors.Average(error => error * error),
            Is.GreaterThan(stated + (6 * stated * Math.Sqrt(2.0 / runs)))
        );
    }

    [Test]
    public void Two_measurements_of_the_same_counts_differ()
    {
        var measured = Enumerable
            .Range(0, 100)
            .Select(_ => SquareRootMechanism.Measure([5], Fraction.Of(10)))
            .Distinct();

        Assert.That(measured.Count(), Is.EqualTo(100));
    }

    // σ√(Σf²)·1.96 + ½ at ρ = 1/20, rounded up: with σ² = 10·Σf² it is √10·Σf²·1.96 + ½.
    [TestCase(24, 14)]
    [TestCase(8, 12)]
    public void The_half_width_is_rounded_up(int periods, int expected)
    {
        var variance = ZeroConcentrated.Variance(SquareRootMechanism.SensitivitySquared(periods), Fraction.Of(1, 20));

        Assert.That(
            SquareRootMechanism.HalfWidth(variance, periods, Fraction.Of(19, 20)),
            Is.EqualTo((BigInteger)expected)
        );
    }

    private static NUnit.Framework.Constraints.Constraint Refused => Throws.InstanceOf<ArgumentOutOfRangeException>();

    private static double Error(long[] counts, Fraction variance)
    {
        List<BigInteger> measured = [];
        for (var period = 1; period <= counts.Length; period++)
        {
            measured.Add(SquareRootMechanism.Measure(counts[..period], variance));
        }

        return (double)(SquareRootMechanism.Publish(measured) - counts.Sum());
    }

    private static double Number(Fraction value) => (double)value.Numerator / (double)value.Denominator;
}
