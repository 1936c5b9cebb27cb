using Impact.Core.Catalogue;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.House;

/// <summary>One label under a time axis.</summary>
/// <param name="Day">The day it stands at: the first of a month.</param>
/// <param name="Label">The month, or the year where only years are shown.</param>
/// <param name="Year">The year under the month where a year begins, else empty.</param>
internal sealed record TimeTick(DateOnly Day, string Label, string Year);

/// <summary>Months and years under a time axis, as many as there is room for.</summary>
internal static class TimeTicks
{
    /// <summary>A label needs about this many pixels, blank included.</summary>
    private const float RoomForLabel = 48;

    private const int MonthsPerYear = 12;

    private static readonly int[] StepsInMonths = [1, 3, 6, 12, 24, 60, 120, 240];

    /// <summary>The labels for a stretch of time.</summary>
    public static IReadOnlyList<TimeTick> Between(DateOnly first, DateOnly last, Language language, float width)
    {
        var months = Math.Max(1, MonthNumber(last) - MonthNumber(first));
        var step = StepsInMonths.FirstOrDefault(step => width * step / months >= RoomForLabel, StepsInMonths[^1]);
        var ticks = new List<TimeTick>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            if (month >= first && MonthNumber(month) % step == 0)
            {
                ticks.Add(Tick(month, step, language, isFirst: ticks.Count == 0));
            }
        }

        return ticks;
    }

    private static TimeTick Tick(DateOnly month, int step, Language language, bool isFirst)
    {
        var year = Days.Year(month);
        return step >= MonthsPerYear
            ? new(month, year, string.Empty)
            : new(month, Days.ShortMonth(month, language), isFirst || month.Month == 1 ? year : string.Empty);
    }

    /// <summary>Months since year zero, so that steps of years fall on round years.</summary>
    private static int MonthNumber(DateOnly day) => (day.Year * MonthsPerYear) + day.Month - 1;
}
