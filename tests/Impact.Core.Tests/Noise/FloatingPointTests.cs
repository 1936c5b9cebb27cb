using System.Numerics;
using System.Security.Cryptography;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

/// <summary>The last bits of floating-point noise tell two counts apart (Mironov 2012); whole numbers have none.</summary>
[TestFixture]
internal sealed class FloatingPointTests
{
    private const int Draws = 40_000;

    [Test]
    public void A_planted_double_tells_none_from_one_by_its_last_bits()
    {
        var ofNone = Enumerable.Range(0, Draws).Count(_ => IsOffTheGrid(0 + DoubleLaplace()));
        var ofOne = Enumerable.Range(0, Draws).Count(_ => IsOffTheGrid(1 + DoubleLaplace()));

        Assert.That(ofNone / (double)Draws, Is.InRange(0.2, 0.35));
        Assert.That(ofOne, Is.Zero);
    }

    [Test]
    public void Our_figures_never_show_the_event()
    {
        var sampler = new DiscreteLaplace(Fraction.One);
        foreach (var count in (int[])[0, 1])
        {
            Assert.That(Enumerable.Range(0, Draws).Count(_ => IsOffTheGrid(count + sampler.SampleInt64())), Is.Zero);
        }
    }

    [Test]
    public void What_is_drawn_measured_and_published_is_a_whole_number()
    {
        Type[] whole = [typeof(long), typeof(BigInteger), typeof(bool)];
        var results = new[]
        {
            typeof(DiscreteGaussian),
            typeof(DiscreteGaussianTable),
            typeof(DiscreteLaplace),
            typeof(BernoulliExponential),
        }
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.StartsWith("Sample", StringComparison.Ordinal) || method.Name == "Draw")
            .Append(typeof(SquareRootMechanism).GetMethod(nameof(SquareRootMechanism.Measure))!)
            .Append(typeof(SquareRootMechanism).GetMethod(nameof(SquareRootMechanism.Publish))!)
            .Select(method => method.ReturnType)
            .ToList();

        Assert.That(results, Has.Count.EqualTo(8));
        Assert.That(results.Distinct(), Is.SubsetOf(whole));
    }

    private static bool IsOffTheGrid(double value) => Math.ScaleB(value, 53) % 1 != 0;

    /// <summary>The textbook sampler: the logarithm of a uniform double.</summary>
    private static double DoubleLaplace()
    {
        var bits = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        var uniform = ((bits >> 11) + 0.5) * Math.ScaleB(1, -53);
        return (bits & 1) == 0 ? Math.Log(uniform) : -Math.Log(uniform);
    }
}
