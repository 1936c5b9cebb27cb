using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Charts.Words;

/// <summary>Amounts of one currency in one language. Both languages group thousands with a comma, as Spanish in the United States does.</summary>
/// <remarks>Dollars carry their sign, any other currency its code: before the number in English, after it in Spanish.</remarks>
internal sealed class Amounts(string currencyCode, Language language)
{
    private const decimal Thousand = 1_000;
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;

    /// <summary>From ten thousand an axis counts in thousands.</summary>
    private const decimal AxisCountsThousandsFrom = 10_000;

    /// <summary>A blank at which no line breaks.</summary>
    private const string Blank = "\u00a0";

    private readonly Currency _currency = Currency.Parse(currencyCode);

    /// <summary>The currency in words, for a subtitle.</summary>
    public string Unit
    {
        get
        {
            if (!IsDollar)
            {
                return _currency.Code;
            }

            return language == Language.Spanish ? "dólares de EE.\u00a0UU." : "US dollars";
        }
    }

    /// <summary>Whether shares are told in cents.</summary>
    public bool IsDollar => string.Equals(_currency.Code, "USD", StringComparison.Ordinal);

    /// <summary>Major units as a decimal number, for places on an axis.</summary>
    public decimal Major(long minor) => new Money(minor, _currency).Major;

    /// <summary>The whole amount; minor units only where there are some: <c>$1,234,567.89</c>.</summary>
    public string Exact(long minor)
    {
        var major = Major(minor);
        var decimals = major == decimal.Truncate(major) ? 0 : _currency.Decimals;
        return Signed(
            major,
            Math.Abs(major)
                .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        );
    }

    /// <summary>The amount beside a mark: whole up to one million, then three digits: <c>$812,345</c>, <c>$1.23M</c>.</summary>
    public string Short(long minor)
    {
        var major = decimal.Round(Major(minor), 0, MidpointRounding.ToEven);
        var size = Math.Abs(major);
        // An amount that is not nothing is never shown as nothing.
        return major == 0 && minor != 0
            ? Exact(minor)
            : Signed(major, size < Million ? size.ToString("N0", CultureInfo.InvariantCulture) : Large(size));
    }

    /// <summary>A round number on an axis, in the unit that its highest number asks for.</summary>
    public string Axis(decimal major, decimal highest)
    {
        var size = Math.Abs(major);
        if (size == 0 || highest < AxisCountsThousandsFrom)
        {
            return Signed(major, size.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        var text = highest < Million ? Scaled(size, Thousand) + Word("K", "mil") : Large(size, highest);
        return Signed(major, text);
    }

    /// <summary>A part of a whole: <c>81 cents of each dollar</c>, or <c>81%</c> where the currency is not the dollar.</summary>
    public string ShareInWords(long part, long whole)
    {
        var (size, isUnderOne) = Share(part, whole);
        if (!IsDollar)
        {
            var percent = (isUnderOne ? Pick("less than ", "menos del ") : string.Empty) + Whole(size) + "%";
            return language == Language.Spanish && !isUnderOne ? "el " + percent : percent;
        }

        if (isUnderOne)
        {
            return Pick("less than one cent of each dollar", "menos de un centavo de cada dólar");
        }

        return size == 1
            ? Pick("one cent of each dollar", "un centavo de cada dólar")
            : Pick($"{Whole(size)} cents of each dollar", $"{Whole(size)} centavos de cada dólar");
    }

    /// <summary>A part of a whole beside a mark: <c>81¢</c>, <c>&lt;1¢</c>, or <c>81%</c>.</summary>
    public string ShareShort(long part, long whole)
    {
        var (size, isUnderOne) = Share(part, whole);
        return (isUnderOne ? "<1" : Whole(size)) + (IsDollar ? "¢" : "%");
    }

    /// <summary>Hundredths, rounded; but what is not all is never 100, and what is not nothing is never 0.</summary>
    private static (decimal Size, bool IsUnderOne) Share(long part, long whole)
    {
        const decimal all = 100;
        var exact = all * part / whole;
        var rounded = decimal.Round(exact, 0, MidpointRounding.ToEven);
        if (rounded == all && part < whole)
        {
            return (all - 1, false);
        }

        return rounded == 0 && part > 0 ? (1, true) : (rounded, false);
    }

    private static string Scaled(decimal size, decimal unit) =>
        decimal.Divide(size, unit).ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Whole(decimal number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Three digits of a large number, with its unit.</summary>
    private string Large(decimal size)
    {
        var unit = 1m;
        while (size / unit >= Thousand)
        {
            unit *= 10;
        }

        var rounded = decimal.Round(size / unit, 0, MidpointRounding.ToEven) * unit;
        return Large(rounded, rounded);
    }

    /// <summary>Spanish counts a thousand millions where English has a billion.</summary>
    private string Large(decimal size, decimal highest) =>
        language == Language.English && highest >= Billion
            ? Scaled(size, Billion) + "B"
            : Scaled(size, Million) + Word("M", "M");

    private string Word(string english, string spanish) => language == Language.Spanish ? Blank + spanish : english;

    private string Pick(string english, string spanish) => language == Language.Spanish ? spanish : english;

    private string Signed(decimal major, string digits)
    {
        var sign = major < 0 ? "\u2212" : string.Empty;
        if (IsDollar)
        {
            return sign + "$" + digits;
        }

        return language == Language.Spanish
            ? sign + digits + Blank + _currency.Code
            : sign + _currency.Code + Blank + digits;
    }
}
