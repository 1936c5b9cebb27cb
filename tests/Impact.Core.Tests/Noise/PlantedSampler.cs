using System.Numerics;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

/// <summary>The faults that samplers in use have had.</summary>
internal enum PlantedFault
{
    /// <summary>None: the copy itself is right, so what a planted fault fails by is the fault.</summary>
    None = 0,

    /// <summary>A fraction divided by a whole number as <c>(b / g) * i</c>.</summary>
    DivisionByGcd,

    /// <summary>The sign is drawn once, before zero is rejected.</summary>
    SignBeforeReject,

    /// <summary>A byte modulo the limit.</summary>
    ModuloBias,

    /// <summary>σ taken for σ².</summary>
    DeviationForVariance,

    /// <summary>1 … n for 0 … n − 1.</summary>
    RangeFromOne,
}

/// <summary>A short sampler after the same paper, with one of the known faults built in.</summary>
internal sealed class PlantedSampler(PlantedFault fault)
{
    public long Gaussian(long variance)
    {
        var used = fault == PlantedFault.DeviationForVariance ? Root(variance) : variance;
        var scale = Root(used) + 1;
        while (true)
        {
            var candidate = Laplace(scale);
            var distance = (BigInteger.Abs(candidate) * scale) - used;
            if (Exponential(distance * distance, 2 * used * scale * scale))
            {
                return (long)candidate;
            }
        }
    }

    public BigInteger Laplace(BigInteger scale)
    {
        var negative = Below(2, exact: true).IsZero;
        while (true)
        {
            var rest = Below(scale);
            if (!Exponential(rest, scale))
            {
                continue;
            }

            BigInteger turns = 0;
            while (Exponential(1, 1))
            {
                turns++;
            }

            if (fault != PlantedFault.SignBeforeReject)
            {
                negative = Below(2, exact: true).IsZero;
            }

            var size = rest + (scale * turns);
            if (!negative || !size.IsZero)
            {
                return negative ? -size : size;
            }
        }
    }

    public bool Exponential(BigInteger numerator, BigInteger denominator)
    {
        for (; numerator > denominator; numerator -= denominator)
        {
            if (!Exponential(1, 1))
            {
                return false;
            }
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        BigInteger step = 1;
        while (Bernoulli(numerator, denominator, step))
        {
            step++;
        }

        return !step.IsEven;
    }

    private bool Bernoulli(BigInteger numerator, BigInteger denominator, BigInteger step)
    {
        if (fault != PlantedFault.DivisionByGcd)
        {
            return Below(denominator * step, exact: true) < numerator;
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, step);
        return Below(denominator / common * step, exact: true) < numerator / common;
    }

    private BigInteger Below(BigInteger limit, bool exact = false) =>
        (exact ? PlantedFault.None : fault) switch
        {
            PlantedFault.ModuloBias => (SecureBits.OfThread.Next32() & byte.MaxValue) % limit,
            PlantedFault.RangeFromOne => SecureBits.OfThread.Below(limit) + 1,
            _ => SecureBits.OfThread.Below(limit),
        };

    private static long Root(long value) => (long)Math.Sqrt(value);
}
