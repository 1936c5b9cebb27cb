using System.Globalization;

namespace Impact.Core.Quantities;

/// <summary>How long a period is.</summary>
public enum PeriodGrain
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>A calendar month, quarter or year, closed on both sides.</summary>
public sealed record Period
{
    private const int MonthsPerQuarter = 3;

    private Period(PeriodGrain grain, DateOnly start, DateOnly end, string code)
    {
        Grain = grain;
        Start = start;
        End = end;
        Code = code;
    }

    /// <summary>Month, quarter or year.</summary>
    public PeriodGrain Grain { get; }

    /// <summary>First day, included.</summary>
    public DateOnly Start { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly End { get; }

    /// <summary>The published code: <c>2019-08</c>, <c>2019-Q3</c> or <c>2019</c>.</summary>
    public string Code { get; }

    /// <summary>The period of a grain that holds a day.</summary>
    public static Period Of(PeriodGrain grain, DateOnly day) =>
        grain switch
        {
            PeriodGrain.Month => Month(day.Year, day.Month),
            PeriodGrain.Quarter => Quarter(day.Year, ((day.Month - 1) / MonthsPerQuarter) + 1),
            PeriodGrain.Year => Year(day.Year),
            _ => throw new ArgumentOutOfRangeException(nameof(grain)),
        };

    /// <summary>A calendar month.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    public static Period Month(int year, int month)
    {
        var start = new DateOnly(year, month, 1);
        return new(PeriodGrain.Month, start, start.AddMonths(1).AddDays(-1), Invariant($"{year:0000}-{month:00}"));
    }

    /// <summary>A calendar quarter.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="quarter">1 to 4.</param>
    public static Period Quarter(int year, int quarter)
    {
        var start = new DateOnly(year, ((quarter - 1) * MonthsPerQuarter) + 1, 1);
        return new(
            PeriodGrain.Quarter,
            start,
            start.AddMonths(MonthsPerQuarter).AddDays(-1),
            Invariant($"{year:0000}-Q{quarter}")
        );
    }

    /// <summary>A calendar year.</summary>
    /// <param name="year">1 to 9999.</param>
    public static Period Year(int year) =>
        new(PeriodGrain.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Invariant($"{year:0000}"));

    /// <summary>Every period of a grain from the one that holds the first day to the one that holds the last, in order.</summary>
    /// <returns>Empty when <paramref name="last"/> is before <paramref name="first"/>.</returns>
    public static IReadOnlyList<Period> Range(PeriodGrain grain, DateOnly first, DateOnly last)
    {
        var periods = new List<Period>();
        for (var period = Of(grain, first); period.Start <= last; period = Of(grain, period.End.AddDays(1)))
        {
            periods.Add(period);
        }

        return periods;
    }

    /// <summary>Whether the whole period lies on or before a cut-off day.</summary>
    public bool IsClosedAt(DateOnly cutOff) => End <= cutOff;

    /// <inheritdoc />
    public override string ToString() => Code;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
