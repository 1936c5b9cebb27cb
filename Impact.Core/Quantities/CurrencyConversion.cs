using System.Numerics;

namespace Impact.Core.Quantities;

/// <summary>Turns minor units of one currency into those of another over the base of one rate table: exact, with one rounding, half to even.</summary>
/// <remarks>amount × rate(to) ÷ rate(from), in whole numbers of any length, so that nothing overflows before the result.</remarks>
public sealed class CurrencyConversion
{
    // Rates of the usual length fit 64 bits and their products 128; 0 where they do not.
    private readonly long _numerator;
    private readonly long _denominator;

    /// <summary>Prepares the conversion of one pair of rates of one day.</summary>
    /// <param name="from">The currency converted from.</param>
    /// <param name="fromRate">Its rate; <see cref="PublishedRate.One"/> when it is the table's base.</param>
    /// <param name="to">The currency converted to.</param>
    /// <param name="toRate">Its rate; <see cref="PublishedRate.One"/> when it is the table's base.</param>
    public CurrencyConversion(Currency from, PublishedRate fromRate, Currency to, PublishedRate toRate)
    {
        var numerator = toRate.Unscaled * Power(fromRate.Decimals + to.Decimals);
        var denominator = fromRate.Unscaled * Power(toRate.Decimals + from.Decimals);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        Denominator = denominator / common;
        if (Numerator <= long.MaxValue && Denominator <= long.MaxValue)
        {
            (_numerator, _denominator) = ((long)Numerator, (long)Denominator);
        }
    }

    /// <summary>Minor units of the other currency for so many of this one as <see cref="Denominator"/> says.</summary>
    internal BigInteger Numerator { get; }

    /// <summary>See <see cref="Numerator"/>.</summary>
    internal BigInteger Denominator { get; }

    /// <summary>Converts one amount.</summary>
    /// <param name="minor">Minor units of the currency converted from; a negative amount mirrors its positive one.</param>
    /// <returns>Minor units of the other currency, half to even; null when they do not fit 64 bits.</returns>
    public long? Convert(long minor)
    {
        if (_denominator > 0)
        {
            return Short(minor);
        }

        var converted = HalfToEven(minor * Numerator, Denominator);
        return BigInteger.Abs(converted) > long.MaxValue ? null : (long)converted;
    }

    /// <summary>A quotient as a whole number: what is past the half goes away from zero, what is on it goes to the even one.</summary>
    internal static BigInteger HalfToEven(BigInteger numerator, BigInteger denominator)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var remainder);
        var twice = 2 * remainder;
        if (twice > denominator || (twice == denominator && !whole.IsEven))
        {
            whole++;
        }

        return numerator.Sign < 0 ? -whole : whole;
    }

    /// <summary>The same without numbers of any length: millions of amounts are converted while a file streams through.</summary>
    private long? Short(long minor)
    {
        var (whole, remainder) = Int128.DivRem(Int128.Abs((Int128)minor * _numerator), _denominator);
        var twice = 2 * remainder;
        if (twice > _denominator || (twice == _denominator && Int128.IsOddInteger(whole)))
        {
            whole++;
        }

        return whole > long.MaxValue ? null : (long)whole * Math.Sign(minor);
    }

    private static BigInteger Power(int exponent) => BigInteger.Pow(10, exponent);
}
