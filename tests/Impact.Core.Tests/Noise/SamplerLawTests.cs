using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

/// <summary>Draws against the exact law. Ten times as many: IMPACT_NIGHTLY=1.</summary>
[TestFixture]
internal sealed class SamplerLawTests
{
    private static readonly string[] Parameters =
    [
        "1/4",
        "1/2",
        "1",
        "2",
        "3",
        "5",
        "7",
        "10",
        "5/3",
        "7/2",
        "25",
        "125/3",
        "10000",
    ];

    private static readonly string[] TableParameters =
    [
        "1/4",
        "1/2",
        "1",
        "2",
        "3",
        "5",
        "7",
        "10",
        "5/3",
        "7/2",
        "25",
        "125/3",
        "100",
    ];

    [TestCaseSource(nameof(Parameters))]
    public void Gaussian_draws_follow_the_law(string variance)
    {
        var sampler = new DiscreteGaussian(Fraction.Parse(variance));

        Assert.That(Failures(LawChecks.Gaussian(Number(variance)), sampler.SampleInt64), Is.Empty);
    }

    [TestCaseSource(nameof(Parameters))]
    public void Gaussian_draws_on_integers_of_any_size_follow_the_law(string variance)
    {
        var sampler = new DiscreteGaussian(Fraction.Parse(variance), narrow: false);

        Assert.That(Failures(LawChecks.Gaussian(Number(variance)), () => (long)sampler.Sample()), Is.Empty);
    }

    [TestCaseSource(nameof(Parameters))]
    public void Laplace_draws_follow_the_law(string scale)
    {
        var sampler = new DiscreteLaplace(Fraction.Parse(scale));

        Assert.That(Failures(LawChecks.Laplace(Number(scale)), sampler.SampleInt64), Is.Empty);
    }

    [TestCase("3")]
    [TestCase("5/3")]
    public void Laplace_draws_on_integers_of_any_size_follow_the_law(string scale)
    {
        // The same value, but with parts beyond the machine's integers: b = n·2^70/(d·2^70 + 1) is 10⁻²¹ away.
        var wide = Fraction.Of(1, System.Numerics.BigInteger.One << 70);
        var value = Fraction.Parse(scale) + wide;
        var sampler = new DiscreteLaplace(value);

        Assert.That(value.Denominator, Is.GreaterThan(System.Numerics.BigInteger.One << 62));
        Assert.That(Failures(LawChecks.Laplace(Number(scale)), sampler.SampleInt64), Is.Empty);
    }

    // Scale and variance as published with the reference: the law that Laplace draws are held to is that one.
    [TestCase("1/2", 0.36203083048315523)]
    [TestCase("1", 1.8413471884155846)]
    [TestCase("2", 7.8353961780655275)]
    [TestCase("3", 17.834255192513014)]
    [TestCase("5", 49.833666138305917)]
    [TestCase("10", 199.83341663360945)]
    public void The_variance_of_the_discrete_Laplace_is_the_published_one(string scale, double variance)
    {
        var sampler = new DiscreteLaplace(Fraction.Parse(scale));
        double SquareOfADraw() => Math.Pow(sampler.SampleInt64(), 2);
        var seen = Enumerable.Range(0, LawChecks.Draws).Average(_ => SquareOfADraw());

        Assert.That(LawChecks.Laplace(Number(scale)).Variance, Is.EqualTo(variance).Within(1e-12 * variance));
        Assert.That(
            seen,
            Is.EqualTo(variance).Within(0.06 * variance),
            "more than six standard deviations of the mean"
        );
    }

    [TestCase("25")]
    [TestCase("7/2")]
    public void Gaussian_draws_whose_judgement_alone_is_beyond_128_bits_follow_the_law(string variance)
    {
        // The same value with a wide denominator, as on the square-root mechanism's grid: candidates are drawn on the machine's integers.
        var value = Fraction.Parse(variance) + Fraction.Of(1, System.Numerics.BigInteger.One << 90);
        var sampler = new DiscreteGaussian(value);

        Assert.That(Failures(LawChecks.Gaussian(Number(variance)), () => (long)sampler.Sample()), Is.Empty);
    }

    [TestCaseSource(nameof(TableParameters))]
    public void Draws_from_the_table_follow_the_law(string variance)
    {
        var sampler = new DiscreteGaussianTable(Fraction.Parse(variance));

        Assert.That(Failures(LawChecks.Gaussian(Number(variance)), sampler.SampleInt64), Is.Empty);
    }

    [TestCase(7)]
    [TestCase(25)]
    public void The_copy_that_faults_are_planted_in_is_right(int variance)
    {
        var sampler = new PlantedSampler(PlantedFault.None);

        Assert.That(Failures(LawChecks.Gaussian(variance), () => sampler.Gaussian(variance)), Is.Empty);
        Assert.That(Failures(LawChecks.Laplace(variance), () => (long)sampler.Laplace(variance)), Is.Empty);
    }

    [TestCase(PlantedFault.DivisionByGcd, 25)]
    [TestCase(PlantedFault.SignBeforeReject, 7)]
    [TestCase(PlantedFault.ModuloBias, 10_000)]
    [TestCase(PlantedFault.DeviationForVariance, 25)]
    [TestCase(PlantedFault.RangeFromOne, 7)]
    public void A_planted_fault_of_a_Gaussian_is_found(PlantedFault fault, int variance)
    {
        var sampler = new PlantedSampler(fault);

        Assert.That(Failures(LawChecks.Gaussian(variance), () => sampler.Gaussian(variance)), Is.Not.Empty);
    }

    [TestCase(PlantedFault.DivisionByGcd, 3)]
    [TestCase(PlantedFault.DivisionByGcd, 5)]
    [TestCase(PlantedFault.DivisionByGcd, 10)]
    [TestCase(PlantedFault.SignBeforeReject, 5)]
    [TestCase(PlantedFault.ModuloBias, 100)]
    [TestCase(PlantedFault.RangeFromOne, 5)]
    public void A_planted_fault_of_a_Laplace_is_found(PlantedFault fault, int scale)
    {
        var sampler = new PlantedSampler(fault);

        Assert.That(Failures(LawChecks.Laplace(scale), () => (long)sampler.Laplace(scale)), Is.Not.Empty);
    }

    [Test]
    public void Five_hundredths_too_small_a_deviation_is_found()
    {
        // σ² = 361/40 is 0.95²·10.
        var sampler = new DiscreteGaussian(Fraction.Of(361, 40));

        Assert.That(Failures(LawChecks.Gaussian(10), sampler.SampleInt64), Is.Not.Empty);
    }

    private static IReadOnlyList<string> Failures(LawChecks law, Func<long> draw) =>
        law.Failures([.. Enumerable.Range(0, LawChecks.Draws).Select(_ => draw())]);

    private static double Number(string text) =>
        Fraction.Parse(text) is var value ? (double)value.Numerator / (double)value.Denominator : 0;
}
