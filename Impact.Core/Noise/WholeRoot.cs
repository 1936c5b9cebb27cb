using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>Square roots in whole numbers.</summary>
internal static class WholeRoot
{
    /// <summary>The largest whole number whose square is at most <paramref name="value" />; Newton's method from above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static BigInteger Floor(BigInteger value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        if (value.IsZero)
        {
            return BigInteger.Zero;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>The smallest whole number whose square is at least <paramref name="value" />.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static BigInteger Ceiling(Fraction value)
    {
        var whole = value.Ceiling;
        return whole.IsZero ? whole : Floor(whole - BigInteger.One) + BigInteger.One;
    }
}
