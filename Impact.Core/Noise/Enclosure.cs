using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>A real number known to lie between two whole multiples of 2^−bits; every operation rounds the ends outwards.</summary>
/// <param name="Low">The lower end, in units of 2^−bits.</param>
/// <param name="High">The upper end, in units of 2^−bits, not below the lower.</param>
/// <param name="Bits">The number of binary places; operands share it.</param>
internal readonly record struct Enclosure(BigInteger Low, BigInteger High, int Bits)
{
    /// <summary>The upper end, exactly.</summary>
    public Fraction Upper => Fraction.Of(High, BigInteger.One << Bits);

    /// <summary>The lower end, exactly.</summary>
    public Fraction Lower => Fraction.Of(Low, BigInteger.One << Bits);

    /// <summary>A fraction, to the grid on both sides.</summary>
    public static Enclosure Of(Fraction value, int bits)
    {
        var scaled = value * Fraction.Of(BigInteger.One << bits);
        return new(scaled.Floor, scaled.Ceiling, bits);
    }

    /// <summary>A whole number.</summary>
    public static Enclosure Whole(BigInteger value, int bits) => new(value << bits, value << bits, bits);

    /// <summary>Adds.</summary>
    public static Enclosure operator +(Enclosure left, Enclosure right) =>
        new(left.Low + right.Low, left.High + right.High, left.Bits);

    /// <summary>Subtracts.</summary>
    public static Enclosure operator -(Enclosure left, Enclosure right) =>
        new(left.Low - right.High, left.High - right.Low, left.Bits);

    /// <summary>The other sign.</summary>
    public static Enclosure operator -(Enclosure value) => new(-value.High, -value.Low, value.Bits);

    /// <summary>Multiplies.</summary>
    public static Enclosure operator *(Enclosure left, Enclosure right)
    {
        var (a, b) = (left.Low * right.Low, left.Low * right.High);
        var (c, d) = (left.High * right.Low, left.High * right.High);
        var low = BigInteger.Min(BigInteger.Min(a, b), BigInteger.Min(c, d));
        var high = BigInteger.Max(BigInteger.Max(a, b), BigInteger.Max(c, d));
        return new(low >> left.Bits, Up(high, left.Bits), left.Bits);
    }

    /// <summary>Divides by a number whose ends are both above 0.</summary>
    /// <exception cref="DivideByZeroException">The divisor's lower end is not above 0.</exception>
    public static Enclosure operator /(Enclosure left, Enclosure right)
    {
        if (right.Low.Sign <= 0)
        {
            throw new DivideByZeroException("A divisor is above 0.");
        }

        var low = Down(left.Low << left.Bits, left.Low.Sign < 0 ? right.Low : right.High);
        var high = -Down(-left.High << left.Bits, left.High.Sign < 0 ? right.High : right.Low);
        return new(low, high, left.Bits);
    }

    /// <summary>Divides by a whole number above 0.</summary>
    public Enclosure Over(BigInteger divisor) => new(Down(Low, divisor), -Down(-High, divisor), Bits);

    /// <summary>The square root; a lower end below 0 counts as 0.</summary>
    public Enclosure Root() =>
        new(
            WholeRoot.Floor(BigInteger.Max(Low, BigInteger.Zero) << Bits),
            WholeRoot.Floor(High << Bits) + BigInteger.One,
            Bits
        );

    /// <summary>The smaller of this and 1, at least 0: a probability.</summary>
    public Enclosure AsProbability()
    {
        var one = BigInteger.One << Bits;
        return new(BigInteger.Clamp(Low, BigInteger.Zero, one), BigInteger.Clamp(High, BigInteger.Zero, one), Bits);
    }

    /// <summary>The same number on a coarser or finer grid.</summary>
    public Enclosure To(int bits) =>
        bits >= Bits
            ? new(Low << (bits - Bits), High << (bits - Bits), bits)
            : new(Low >> (Bits - bits), Up(High, Bits - bits), bits);

    /// <summary>Widened by so many steps on both sides.</summary>
    public Enclosure Widened(int steps) => new(Low - steps, High + steps, Bits);

    /// <summary>Whether every number in it is at most so many steps from 0.</summary>
    public bool IsWithin(int steps) => BigInteger.Abs(Low) <= steps && BigInteger.Abs(High) <= steps;

    /// <summary>The quotient by a positive divisor, rounded down below 0 too.</summary>
    private static BigInteger Down(BigInteger value, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return rest.Sign < 0 ? quotient - BigInteger.One : quotient;
    }

    private static BigInteger Up(BigInteger value, int bits) => -(-value >> bits);
}
