using System.Globalization;
using Impact.Core.Quantities;

namespace Impact.Web.Wording;

/// <summary>How amounts, dates and sizes are written for readers of English and of American Spanish: both group by comma.</summary>
public static class Formats
{
    // A true minus, as wide as a digit, and a blank that does not break.
    private const char Minus = '\u2212';
    private const char Blank = '\u00A0';

    // One kilobyte is a thousand bytes.
    private const long Kilo = 1_000;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-MX");

    /// <summary>An amount to its smallest coin: <c>$1,234,567.89</c> for dollars, <c>1,234,567.89 CHF</c> for others.</summary>
    public static string Exact(Money money) => WithCurrency(money, money.Currency.Decimals);

    /// <summary>An amount in whole units, half to even: for headlines only; the exact amount stands in the page beside it.</summary>
    public static string Whole(Money money) => WithCurrency(money, decimals: 0);

    /// <summary>An amount to its smallest coin without its currency: for columns whose heading names it.</summary>
    public static string Bare(Money money) => Signed(money, money.Currency.Decimals, string.Empty);

    /// <summary>A whole number.</summary>
    public static string Count(long value) =>
        value < 0
            ? Minus + (-value).ToString("N0", CultureInfo.InvariantCulture)
            : value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A ratio as per cent with one decimal, half to even: <c>62.5%</c>, in Spanish <c>62.5 %</c>.</summary>
    public static string Percent(this Reader reader, decimal ratio)
    {
        const int hundred = 100;
        var rounded = decimal.Round(ratio * hundred, 1, MidpointRounding.ToEven);
        var digits = Math.Abs(rounded).ToString("N1", CultureInfo.InvariantCulture);
        return (rounded < 0 ? Minus + digits : digits) + reader.Say("%", Blank + "%");
    }

    /// <summary>Months to one decimal, half to even: <c>4.5 months</c>.</summary>
    public static string Months(this Reader reader, decimal months)
    {
        var rounded = decimal.Round(months, 1, MidpointRounding.ToEven);
        var digits = Math.Abs(rounded).ToString("N1", CultureInfo.InvariantCulture);
        var isOne = rounded == 1;
        return (rounded < 0 ? Minus + digits : digits)
            + Blank
            + reader.Say(isOne ? "month" : "months", isOne ? "mes" : "meses");
    }

    /// <summary>A day in full: <c>31 December 2019</c>, <c>31 de diciembre de 2019</c>.</summary>
    public static string Day(this Reader reader, DateOnly day) =>
        reader.Say(day.ToString("d MMMM yyyy", English), day.ToString("d 'de' MMMM 'de' yyyy", Spanish));

    /// <summary>A day, short: <c>31 Dec 2019</c>, <c>31 dic 2019</c>.</summary>
    public static string ShortDay(this Reader reader, DateOnly day) =>
        string.Join(' ', day.Day.ToString(CultureInfo.InvariantCulture), reader.ShortMonth(day), Year(day))
            .Replace(' ', Blank);

    /// <summary>A period by its months: <c>Jul–Sep 2019</c>; a whole year is its number, a single month is named alone.</summary>
    public static string Span(this Reader reader, DateOnly start, DateOnly end)
    {
        const int lastMonth = 12;
        if (start.Year != end.Year)
        {
            return $"{reader.ShortMonth(start)} {Year(start)}–{reader.ShortMonth(end)} {Year(end)}";
        }

        return (start.Month, end.Month) switch
        {
            (1, lastMonth) => Year(start),
            var (first, last) when first == last => $"{reader.ShortMonth(start)} {Year(start)}",
            _ => $"{reader.ShortMonth(start)}–{reader.ShortMonth(end)} {Year(start)}",
        };
    }

    /// <summary>A size in bytes, kB, MB or GB of a thousand, with at most one decimal.</summary>
    public static string Bytes(long bytes)
    {
        var (divisor, unit) = bytes switch
        {
            >= Kilo * Kilo * Kilo => (Kilo * Kilo * Kilo, "GB"),
            >= Kilo * Kilo => (Kilo * Kilo, "MB"),
            >= Kilo => (Kilo, "kB"),
            _ => (1L, "B"),
        };
        return decimal.Divide(bytes, divisor).ToString("#,0.#", CultureInfo.InvariantCulture) + Blank + unit;
    }

    private static string WithCurrency(Money money, int decimals) =>
        money.Currency.Code is "USD"
            ? Signed(money, decimals, "$")
            : Signed(money, decimals, string.Empty) + Blank + money.Currency.Code;

    private static string Signed(Money money, int decimals, string symbol)
    {
        var rounded = decimal.Round(money.Major, decimals, MidpointRounding.ToEven);
        var digits = Math.Abs(rounded)
            .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (rounded < 0 ? Minus.ToString() : string.Empty) + symbol + digits;
    }

    private static string ShortMonth(this Reader reader, DateOnly day)
    {
        var name = reader.Say(day.ToString("MMM", English), day.ToString("MMM", Spanish)).TrimEnd('.');
        return name.Length > LongestShortMonth ? name[..LongestShortMonth] : name;
    }

    // Some calendars write "Sept": three letters keep the columns even.
    private const int LongestShortMonth = 3;

    private static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);
}
