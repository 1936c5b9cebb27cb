using System.Globalization;

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

    /// <summary>The rate as it was published, for example <c>1.1234</c>.</summary>
    public override string ToString()
    {
        var digits = Unscaled.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        return Decimals == 0 ? digits : $"{digits[..^Decimals]}.{digits[^Decimals..]}";
    }
}
