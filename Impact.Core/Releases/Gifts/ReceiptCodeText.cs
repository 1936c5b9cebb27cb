namespace Impact.Core.Releases.Gifts;

/// <summary>
/// A receipt code as text: 26 symbols of five bits and a check symbol, in groups of five. Letters that look like digits are read as
/// them; case, blanks and hyphens do not matter.
/// </summary>
/// <remarks>
/// The alphabet is Crockford's (no I, L, O, U). The check symbol makes Σ dᵢ·xⁿ⁻ⁱ = 0 in the field of 32 elements (x⁵ = x² + 1, in which x
/// has 31 different powers), so that one wrong symbol and any two that changed places are noticed.
/// </remarks>
internal static class ReceiptCodeText
{
    /// <summary>Twenty-seven symbols with the check symbol.</summary>
    public const int Symbols = 27;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsOfSymbol = 5;
    private const int BitsOfByte = 8;
    private const int GroupOf = 5;
    private const int Elements = 1 << BitsOfSymbol;

    /// <summary>x⁵ + x² + 1.</summary>
    private const int Polynomial = 0b10_0101;

    /// <summary>The text of a code.</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        Span<char> text = stackalloc char[Symbols + ((Symbols - 1) / GroupOf)];
        var (at, check) = (0, 0);
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            if (symbol > 0 && symbol % GroupOf == 0)
            {
                text[at++] = '-';
            }

            var value = symbol == Symbols - 1 ? TimesX(check) : Symbol(secret, symbol);
            check = TimesX(check) ^ value;
            text[at++] = Alphabet[value];
        }

        return new(text);
    }

    /// <summary>Reads a text; false for a wrong length, a symbol that is none, or a check symbol that does not fit.</summary>
    public static bool TryRead(string? text, out ReceiptCode? code)
    {
        code = null;
        var secret = new byte[ReceiptCode.Bytes];
        var (count, check) = (0, 0);
        foreach (var letter in text ?? string.Empty)
        {
            if (char.IsWhiteSpace(letter) || letter is '-' or '‐' or '‑' or '–' or '—' or '−')
            {
                continue;
            }

            var value = Alphabet.IndexOf(Digit(letter), StringComparison.Ordinal);
            if (value < 0 || count == Symbols)
            {
                return false;
            }

            check = TimesX(check) ^ value;
            if (count < Symbols - 1)
            {
                Put(secret, count, value);
            }

            count++;
        }

        if (count != Symbols || check != 0)
        {
            return false;
        }

        code = new(secret);
        return true;
    }

    private static char Digit(char letter) =>
        char.ToUpperInvariant(letter) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var upper => upper,
        };

    private static int TimesX(int value)
    {
        var shifted = value << 1;
        return shifted < Elements ? shifted : shifted ^ Polynomial;
    }

    private static int Symbol(ReadOnlySpan<byte> secret, int symbol)
    {
        var value = 0;
        for (var bit = symbol * BitsOfSymbol; bit < (symbol + 1) * BitsOfSymbol; bit++)
        {
            value = (value << 1) | ((secret[bit / BitsOfByte] >> (BitsOfByte - 1 - (bit % BitsOfByte))) & 1);
        }

        return value;
    }

    private static void Put(byte[] secret, int symbol, int value)
    {
        for (var place = 0; place < BitsOfSymbol; place++)
        {
            var bit = (symbol * BitsOfSymbol) + place;
            var isSet = (value >> (BitsOfSymbol - 1 - place)) & 1;
            secret[bit / BitsOfByte] |= (byte)(isSet << (BitsOfByte - 1 - (bit % BitsOfByte)));
        }
    }
}
