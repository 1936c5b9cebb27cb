namespace Impact.Core.Rehearsal;

/// <summary>People who give the same sum every month on the same day, until they stop.</summary>
/// <remarks>Giver s gives on day (s mod 28) + 1 of the month. Who gives on a day follows from numbers alone; no list is kept.</remarks>
internal sealed class Subscriptions
{
    /// <summary>Every month has 28 days.</summary>
    private const int DaysOfEveryMonth = 28;

    /// <summary>15 monthly givers for 1,000 gifts.</summary>
    private const int SubscribersPerThousandGifts = 15;
    private const int Thousand = 1000;

    /// <summary>A monthly giver stays 1 to 24 months.</summary>
    private const int LongestStay = 24;

    private readonly ulong start;
    private readonly long[] joined;

    /// <summary>Plans the monthly givers of a fund.</summary>
    public Subscriptions(RehearsalOptions options)
    {
        ReadOnlySpan<int> joinedOfThousand =
        [
            250,
            400,
            480,
            530,
            620,
            660,
            690,
            720,
            770,
            800,
            820,
            840,
            880,
            900,
            920,
            940,
            1000,
        ];
        start = SeededNumbers.Start(options.Seed, SeededPurpose.Subscriptions);
        var subscribers = options.Gifts * SubscribersPerThousandGifts / Thousand;
        joined = new long[RehearsalCalendar.Months];
        for (var month = 0; month < joined.Length; month++)
        {
            joined[month] = subscribers * joinedOfThousand[month] / Thousand;
        }
    }

    /// <summary>The next giver after one who gives on a day, or -1; begin with -1.</summary>
    public long Next(int day, long previous)
    {
        var dayOfMonth = RehearsalCalendar.Date(day).Day;
        if (dayOfMonth > DaysOfEveryMonth)
        {
            return -1;
        }

        var month = RehearsalCalendar.Month(day);
        var giver = previous < 0 ? dayOfMonth - 1 : previous + DaysOfEveryMonth;
        for (; giver < joined[month]; giver += DaysOfEveryMonth)
        {
            if (month - MonthJoined(giver) < Stay(giver))
            {
                return giver;
            }
        }

        return -1;
    }

    /// <summary>How many monthly gifts there are in all days.</summary>
    public long Count()
    {
        var count = 0L;
        for (var day = 0; day < RehearsalCalendar.Days; day++)
        {
            for (var giver = Next(day, -1); giver >= 0; giver = Next(day, giver))
            {
                count++;
            }
        }

        return count;
    }

    private int MonthJoined(long giver)
    {
        var month = 0;
        while (giver >= joined[month])
        {
            month++;
        }

        return month;
    }

    private int Stay(long giver) => 1 + SeededNumbers.Scale(SeededNumbers.At(start, giver), LongestStay);
}
