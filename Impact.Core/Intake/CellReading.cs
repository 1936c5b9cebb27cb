using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Impact.Core.Quantities;

namespace Impact.Core.Intake;

/// <summary>Reads single cells as the layout writes them, exactly or not at all: the same code for the engine and for tests.</summary>
internal static class CellReading
{
    /// <summary>No amount has more than forty characters.</summary>
    private const int LongestAmount = 40;

    /// <summary>Up to fifteen digits fit 64 bits as hundredths without a check.</summary>
    private const int ShortAmount = 15;

    /// <summary>Ninety million billion minor units, a tenth below what 64 bits hold.</summary>
    private const decimal LargestMinor = 90_000_000_000_000_000m;

    /// <summary>An amount in minor units, half to even where it is finer than the smallest coin.</summary>
    /// <param name="text">The cell, UTF-8: digits, at most one point, a sign, an exponent; no separators.</param>
    /// <param name="decimals">Decimals of the currency.</param>
    /// <param name="minor">Minor units.</param>
    /// <param name="rounded">Whether the amount was finer.</param>
    /// <returns>Whether the cell is an amount that fits.</returns>
    public static bool TryAmount(ReadOnlySpan<byte> text, int decimals, out long minor, out bool rounded)
    {
        rounded = false;
        if (TryWholeHundredths(text, decimals, out minor))
        {
            return true;
        }

        minor = 0;
        const NumberStyles style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (
            text.Length is 0 or > LongestAmount
            || !decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var amount)
        )
        {
            return false;
        }

        var scale = decimals switch
        {
            0 => 1m,
            2 => 100m,
            3 => 1000m,
            _ => 10_000m,
        };
        if (Math.Abs(amount) > LargestMinor / scale)
        {
            return false;
        }

        var exact = amount * scale;
        var whole = decimal.Round(exact, 0, MidpointRounding.ToEven);
        rounded = whole != exact;
        minor = (long)whole;
        return true;
    }

    /// <summary>A whole number, 0 or more, digits only (a fraction of zeros is taken as none).</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out long number)
    {
        var point = text.IndexOf((byte)'.');
        if (point > 0 && text[(point + 1)..].TrimEnd((byte)'0').IsEmpty && point + 1 < text.Length)
        {
            text = text[..point];
        }

        return Utf8Parser.TryParse(text, out number, out var used)
            && used == text.Length
            && number >= 0
            && text.Length > 0
            && text[0] is not (byte)'+';
    }

    /// <summary>Decimals of a currency, or -1 when the code is not known.</summary>
    public static int Decimals(ReadOnlySpan<byte> code)
    {
        const int codeLength = 3;
        if (code.Length != codeLength)
        {
            return -1;
        }

        if (code.SequenceEqual("USD"u8))
        {
            return 2;
        }

        return Currency.TryParse(Encoding.ASCII.GetString(code), out var currency) ? currency.Decimals : -1;
    }

    /// <summary>The usual case without a decimal number: digits, or digits, a point and two digits, in a currency of two decimals.</summary>
    private static bool TryWholeHundredths(ReadOnlySpan<byte> text, int decimals, out long minor)
    {
        const int hundredths = 2;
        minor = 0;
        if (decimals != hundredths || text.Length is 0 or > ShortAmount)
        {
            return false;
        }

        var point = text.IndexOf((byte)'.');
        if (point >= 0 && text.Length - point - 1 != hundredths)
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                minor = (minor * 10) + (letter - (byte)'0');
            }
            else if (letter != (byte)'.')
            {
                return false;
            }
        }

        if (point == 0 || text.LastIndexOf((byte)'.') != point)
        {
            return false;
        }

        minor = point < 0 ? minor * 100 : minor;
        return true;
    }
}
