using System.Globalization;
using System.Numerics;

namespace Impact.Core.Noise;

/// <summary>An exact rational number: any whole numerator over a positive whole denominator, always reduced. The default value is 0.</summary>
/// <remarks>Used for the privacy budget ρ and for the variance σ², so that sums, comparisons and refusals are exact.</remarks>
public readonly record struct Fraction : IComparable<Fraction>
{
    /// <summary>Kept one too small, so that the default value is 0/1 and not 0/0.</summary>
    private readonly BigInteger denominatorLessOne;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        denominatorLessOne = (denominator / common) - BigInteger.One;
    }

    /// <summary>Nothing: 0/1.</summary>
    public static Fraction Zero => default;

    /// <summary>One whole: 1/1.</summary>
    public static Fraction One { get; } = new(BigInteger.One, BigInteger.One);

    /// <summary>The upper part, which carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The lower part, at least 1.</summary>
    public BigInteger Denominator => denominatorLessOne + BigInteger.One;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The largest whole number that is not larger, also below 0.</summary>
    public BigInteger Floor => (Numerator - (((Numerator % Denominator) + Denominator) % Denominator)) / Denominator;

    /// <summary>The smallest whole number that is not smaller, also below 0.</summary>
    public BigInteger Ceiling => -(-this).Floor;

    /// <summary>A quotient of whole numbers; a negative denominator gives its sign to the numerator.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Fraction Of(BigInteger numerator, BigInteger denominator) =>
        denominator.Sign switch
        {
            0 => throw new DivideByZeroException("A fraction's denominator is not 0."),
            > 0 => new(numerator, denominator),
            < 0 => new(-numerator, -denominator),
        };

    /// <summary>A whole number.</summary>
    public static Fraction Of(BigInteger whole) => new(whole, BigInteger.One);

    /// <summary>Ten to a whole power, for example 10⁻⁷ for −7.</summary>
    public static Fraction PowerOfTen(int exponent) =>
        exponent < 0 ? Of(BigInteger.One, BigInteger.Pow(10, checked(-exponent))) : Of(BigInteger.Pow(10, exponent));

    /// <summary>Reads <c>1/20</c>, <c>-2/3</c> or <c>5</c>: ASCII digits, no blanks, a sign only in front of the numerator.</summary>
    /// <exception cref="FormatException">The text is not such a fraction; the message does not quote it.</exception>
    public static Fraction Parse(string text) =>
        TryParse(text, out var fraction)
            ? fraction
            : throw new FormatException("A fraction is written as whole numbers, for example 1/20.");

    /// <summary>Reads what <see cref="Parse" /> reads; false and 0 for anything else, null included.</summary>
    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        var parts = (text ?? string.Empty).Split('/');
        if (parts.Length > 2 || !Whole(parts[0], NumberStyles.AllowLeadingSign, out var numerator))
        {
            return false;
        }

        var denominator = BigInteger.One;
        if (parts.Length == 2 && (!Whole(parts[1], NumberStyles.None, out denominator) || denominator.IsZero))
        {
            return false;
        }

        fraction = new(numerator, denominator);
        return true;
    }

    /// <summary>Adds exactly.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator
        );

    /// <summary>Subtracts exactly.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The same size with the other sign.</summary>
    public static Fraction operator -(Fraction value) => new(-value.Numerator, value.Denominator);

    /// <summary>Multiplies exactly.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Divides exactly: one multiplication by the reciprocal, on whole numbers.</summary>
    /// <exception cref="DivideByZeroException">The right side is 0.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether the left side is smaller.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left side is larger.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left side is smaller or equal.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left side is larger or equal.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The smallest decimal with so many decimals that is not smaller, for example <c>2.349</c>: for what may not be understated.</summary>
    public string RoundedUp(int decimals) => Decimals((this * PowerOfTen(decimals)).Ceiling, decimals);

    /// <summary>The largest decimal with so many decimals that is not larger: for what may not be overstated.</summary>
    public string RoundedDown(int decimals) => Decimals((this * PowerOfTen(decimals)).Floor, decimals);

    /// <summary>Numerator, stroke, denominator, for example <c>1/20</c>; whole numbers too: <c>5/1</c>.</summary>
    public override string ToString() =>
        $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    private static bool Whole(string text, NumberStyles style, out BigInteger value) =>
        BigInteger.TryParse(text, style, CultureInfo.InvariantCulture, out value);

    private static string Decimals(BigInteger scaled, int decimals)
    {
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var text = decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
        return scaled.Sign < 0 ? "-" + text : text;
    }
}
