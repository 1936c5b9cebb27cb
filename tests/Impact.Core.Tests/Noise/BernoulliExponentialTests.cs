using System.Numerics;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class BernoulliExponentialTests
{
    private const double Deviations = 6;

    [TestCase(2, 3, 0.513417119)]
    [TestCase(1, 1, 0.367879441)]
    [TestCase(1, 4, 0.778800783)]
    [TestCase(7, 3, 0.096971968)]
    [TestCase(2, 1, 0.135335283)]
    public void It_is_true_as_often_as_the_exponential_says(int numerator, int denominator, double expected)
    {
        // The same quotient on integers of any size too.
        var factor = BigInteger.One << 130;

        Assert.That(Share(() => BernoulliExponential.Draw(numerator, denominator)), NearTo(expected));
        Assert.That(Share(() => BernoulliExponential.Draw(numerator * factor, denominator * factor)), NearTo(expected));
    }

    [Test]
    public void A_planted_division_is_found()
    {
        var planted = new PlantedSampler(PlantedFault.DivisionByGcd);

        Assert.That(Share(() => planted.Exponential(2, 3)), NearTo(0.609018876));
        Assert.That(Share(() => planted.Exponential(2, 3)), Is.Not.InRange(0.50, 0.53));
    }

    [Test]
    public void Nothing_in_the_exponent_is_certain() =>
        Assert.That(Share(() => BernoulliExponential.Draw(0, 7)), Is.EqualTo(1));

    [Test]
    public void A_negative_exponent_or_no_denominator_is_refused()
    {
        Assert.That(() => BernoulliExponential.Draw(-1, 7), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => BernoulliExponential.Draw(1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static double Share(Func<bool> draw) =>
        Enumerable.Range(0, LawChecks.Draws).Count(_ => draw()) / (double)LawChecks.Draws;

    private static NUnit.Framework.Constraints.Constraint NearTo(double share) =>
        Is.EqualTo(share).Within(Deviations * Math.Sqrt(share * (1 - share) / LawChecks.Draws));
}
