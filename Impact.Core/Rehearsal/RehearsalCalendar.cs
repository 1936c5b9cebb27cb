using System.Globalization;
using System.Text;

namespace Impact.Core.Rehearsal;

/// <summary>The days of the rehearsal, 7 August 2019 to 31 December 2020, counted from 0.</summary>
internal static class RehearsalCalendar
{
    /// <summary>17 months, August 2019 to December 2020.</summary>
    public const int Months = 17;

    /// <summary>6 quarters, the third of 2019 to the fourth of 2020.</summary>
    public const int Quarters = 6;

    private const int IsoLength = 10;
    private const int MonthsPerYear = 12;
    private const int MonthsPerQuarter = 3;

    /// <summary>August 2019 is month 1 of its quarter, counted from 0.</summary>
    private const int MonthsBeforeFirst = 1;

    /// <summary>The first day.</summary>
    public static DateOnly First => new(2019, 8, 7);

    /// <summary>The last day.</summary>
    public static DateOnly Last => new(2020, 12, 31);

    private static readonly byte[] IsoText = BuildIsoText();
    private static readonly byte[] MonthOfDay = [.. Enumerable.Range(0, Days).Select(day => (byte)MonthOf(Date(day)))];

    /// <summary>513 days.</summary>
    public static int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The date of a day.</summary>
    public static DateOnly Date(int day) => First.AddDays(day);

    /// <summary>The day of a date, counted from 0.</summary>
    public static int Day(int year, int month, int dayOfMonth) => Day(new DateOnly(year, month, dayOfMonth));

    /// <summary>The day of a date, counted from 0; below 0 before the fund began.</summary>
    public static int Day(DateOnly date) => date.DayNumber - First.DayNumber;

    /// <summary>The month of a day, August 2019 being 0.</summary>
    public static int Month(int day) => MonthOfDay[day];

    /// <summary>The quarter of a month, the third quarter of 2019 being 0.</summary>
    public static int QuarterOfMonth(int month) => (month + MonthsBeforeFirst) / MonthsPerQuarter;

    /// <summary>First day of a month within the rehearsal: August 2019 begins on the 7th.</summary>
    public static int FirstOfMonth(int month) => Math.Max(0, Day(new DateOnly(2019, 8, 1).AddMonths(month)));

    /// <summary>Last day of a month.</summary>
    public static int LastOfMonth(int month) => Day(new DateOnly(2019, 8, 1).AddMonths(month + 1)) - 1;

    /// <summary>Whether a day is the last of its month.</summary>
    public static bool IsMonthEnd(int day) => LastOfMonth(Month(day)) == day;

    /// <summary>Whether a day is the last of its quarter.</summary>
    public static bool IsQuarterEnd(int day) => IsMonthEnd(day) && Date(day).Month % MonthsPerQuarter == 0;

    /// <summary>A day as ISO 8601 in UTF-8.</summary>
    public static ReadOnlySpan<byte> Iso(int day) => IsoText.AsSpan(day * IsoLength, IsoLength);

    private static int MonthOf(DateOnly date) => ((date.Year - First.Year) * MonthsPerYear) + date.Month - First.Month;

    private static byte[] BuildIsoText() =>
        Encoding.ASCII.GetBytes(
            string.Concat(
                Enumerable.Range(0, Days).Select(day => Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            )
        );
}
