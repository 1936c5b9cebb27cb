namespace Impact.Core.Rehearsal;

/// <summary>How many one-off gifts come on each day: a burst that fades, a spring appeal, year ends and the anniversary.</summary>
internal static class GiftDays
{
    /// <summary>Weight of the first day of the burst; each day keeps fifteen sixteenths.</summary>
    private const long Burst = 14_000;
    private const long Everyday = 160;
    private const long SpringAppeal = 220;
    private const long December = 260;
    private const long LastDaysOfYear = 1_600;
    private const long GivingDay = 2_600;
    private const long Anniversary = 1_400;

    /// <summary>Each day's weight is drawn between 80 and 120 hundredths.</summary>
    private const int LowestShare = 80;
    private const int HighestShare = 120;

    /// <summary>Spreads gifts over the days by weights; the parts sum to <paramref name="gifts"/>.</summary>
    public static long[] Spread(ulong seed, long gifts)
    {
        var numbers = new SeededNumbers(seed, SeededPurpose.Days);
        var weights = new long[RehearsalCalendar.Days];
        var burst = Burst;
        for (var day = 0; day < weights.Length; day++)
        {
            weights[day] = (burst + Season(RehearsalCalendar.Date(day))) * numbers.Between(LowestShare, HighestShare);
            burst = burst * 15 / 16;
        }

        return Apportion(gifts, weights);
    }

    private static long Season(DateOnly date) =>
        date switch
        {
            { Month: 12, Day: >= 28 } => LastDaysOfYear,
            { Year: 2019, Month: 12, Day: 3 } or { Year: 2020, Month: 12, Day: 1 } => GivingDay,
            { Month: 12 } => December,
            { Month: 4 } or { Month: 5, Day: <= 10 } => SpringAppeal,
            { Year: 2020, Month: 8, Day: >= 5 and <= 12 } => Anniversary,
            _ => Everyday,
        };

    private static long[] Apportion(long gifts, long[] weights)
    {
        var total = weights.Sum();
        var parts = new long[weights.Length];
        var sum = 0L;
        var given = 0L;
        for (var day = 0; day < parts.Length; day++)
        {
            sum += weights[day];
            var due = ((gifts * sum) + (total / 2)) / total;
            parts[day] = due - given;
            given = due;
        }

        return parts;
    }
}
