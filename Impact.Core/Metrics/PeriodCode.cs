using System.Globalization;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics;

/// <summary>Reads period codes that intake has let through: <c>2019-08</c>, <c>2019-Q3</c> or <c>2019</c>.</summary>
internal static class PeriodCode
{
    private const int YearLength = 4;

    /// <summary>The period of a code.</summary>
    /// <exception cref="FormatException">The text is no period code.</exception>
    public static Period Parse(string code)
    {
        var year = Number(code[..YearLength]);
        return code.Length switch
        {
            YearLength => Period.Year(year),
            _ when code[YearLength + 1] == 'Q' => Period.Quarter(year, Number(code[(YearLength + 2)..])),
            _ => Period.Month(year, Number(code[(YearLength + 1)..])),
        };
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
