using System.Numerics;

namespace Impact.Core.Quantities;

/// <summary>What many amounts come to when they are converted exactly and rounded once, at the end: the other side of the rounding difference.</summary>
public sealed class ConversionTotal
{
    private readonly Dictionary<BigInteger, BigInteger> _byDenominator = [];

    /// <summary>Adds an amount, or the sum of amounts of one rate.</summary>
    /// <param name="conversion">Its rates.</param>
    /// <param name="minor">Minor units of the currency converted from.</param>
    public void Add(CurrencyConversion conversion, long minor) =>
        _byDenominator[conversion.Denominator] =
            _byDenominator.GetValueOrDefault(conversion.Denominator) + (minor * conversion.Numerator);

    /// <summary>The total in minor units of the other currency, half to even; 0 of nothing.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public long Rounded()
    {
        List<(BigInteger Numerator, BigInteger Denominator)> parts =
        [
            .. _byDenominator.Select(pair => (pair.Value, pair.Key)),
        ];
        if (parts.Count == 0)
        {
            return 0;
        }

        // Neighbours are joined until one is left: the long numbers meet only at the end.
        while (parts.Count > 1)
        {
            parts = [.. parts.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : Joined(pair[0], pair[1]))];
        }

        return checked((long)CurrencyConversion.HalfToEven(parts[0].Numerator, parts[0].Denominator));
    }

    private static (BigInteger Numerator, BigInteger Denominator) Joined(
        (BigInteger Numerator, BigInteger Denominator) one,
        (BigInteger Numerator, BigInteger Denominator) other
    ) =>
        (
            (one.Numerator * other.Denominator) + (other.Numerator * one.Denominator),
            one.Denominator * other.Denominator
        );
}
