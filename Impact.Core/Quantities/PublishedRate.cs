using System.Numerics;

namespace Impact.Core.Quantities;

/// <summary>How many units of a currency one unit of another is worth, with exactly the digits its source publishes; never a float.</summary>
/// <param name="Unscaled">All digits as one whole number, above 0 and below 10¹⁸: 11234 for 1.1234.</param>
/// <param name="Decimals">How many of them stand behind the point, 0 to 18.</param>
public readonly record struct PublishedRate(long Unscaled, int Decimals)
{
    /// <summary>Eighteen digits always fit 64 bits.</summary>
    private const int MostDigits = 18;

    /// <summary>One to one: the rate of a table's own base.</summary>
    public static PublishedRate One { get; } = new(1, 0);

    /// <summary>Reads a rate: digits with at most one point between them; no sign, no exponent, no separators.</summary>
    /// <param name="text">The cell, UTF-8.</param>
    /// <param name="rate">The rate with its digits as written.</param>
    /// <returns>Whether the text is a rate: above 0 and of at most eighteen digits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out PublishedRate rate)
    {
        rate = default;
        var point = text.IndexOf((byte)'.');
        var digits = point < 0 ? text.Length : text.Length - 1;
        if (digits is 0 or > MostDigits || point == 0 || point == text.Length - 1)
        {
            return false;
        }

        var unscaled = 0L;
        for (var place = 0; place < text.Length; place++)
        {
            if (place == point)
            {
                continue;
            }

            if (text[place] is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            unscaled = (unscaled * 10) + (text[place] - (byte)'0');
        }

        rate = new(unscaled, point < 0 ? 0 : text.Length - point - 1);
        return unscaled > 0;
    }
}

/// <summary>Turns minor units of one currency into those of another over the base of one rate table: exact, with one rounding, half to even.</summary>
/// <remarks>amount × rate(to) ÷ rate(from), in whole numbers of any length, so that nothing overflows before the result.</remarks>
public sealed class CurrencyConversion
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

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
        _numerator = numerator / common;
        _denominator = denominator / common;
    }

    /// <summary>Converts one amount.</summary>
    /// <param name="minor">Minor units of the currency converted from; a negative amount mirrors its positive one.</param>
    /// <returns>Minor units of the other currency, half to even; null when they do not fit 64 bits.</returns>
    public long? Convert(long minor)
    {
        var doubled = BigInteger.Abs(minor) * _numerator * 2;
        // Half to even: what is past the half goes up, what is on it goes up only from an odd number.
        var whole = BigInteger.DivRem(doubled, 2 * _denominator, out var remainder);
        if (remainder > _denominator || (remainder == _denominator && !whole.IsEven))
        {
            whole++;
        }

        return whole > long.MaxValue ? null : (long)whole * Math.Sign(minor);
    }

    private static BigInteger Power(int exponent) => BigInteger.Pow(10, exponent);
}
