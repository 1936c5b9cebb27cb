namespace Impact.Core.Rehearsal;

/// <summary>What the fund may still promise or spend of each designation without being short on that day or any later one.</summary>
/// <remarks>A gift counts 10 days after clearing, when the processor has paid it to the bank; a refund counts at once, even one still to come.</remarks>
internal sealed class Purse
{
    /// <summary>A cleared gift is in the bank ten days later at the latest: a payout every Monday, two days on its way.</summary>
    private const int DaysToBank = 10;

    private readonly long[][] lowestFrom;
    private readonly long[] committed;

    /// <summary>Adds the gifts up.</summary>
    public Purse(DailyFlows flows)
    {
        var designations = RehearsalDescription.Designations.Count;
        lowestFrom = [.. Enumerable.Range(0, designations).Select(designation => LowestFrom(flows, designation))];
        committed = new long[designations];
    }

    /// <summary>What is free on a day, 0 or more.</summary>
    public long Available(int designation, int day) =>
        Math.Max(0, lowestFrom[designation][day] - committed[designation]);

    /// <summary>Takes an amount out; below 0 puts it in.</summary>
    public void Commit(int designation, long minor) => committed[designation] += minor;

    private static long[] LowestFrom(DailyFlows flows, int designation)
    {
        var sums = new long[RehearsalCalendar.Days];
        var sum = 0L;
        for (var day = 0; day < sums.Length; day++)
        {
            sum -= flows.GivenBack(designation, day);
            sum += day >= DaysToBank ? flows.Net(designation, day - DaysToBank) : 0;
            sums[day] = sum;
        }

        for (var day = sums.Length - 2; day >= 0; day--)
        {
            sums[day] = Math.Min(sums[day], sums[day + 1]);
        }

        return sums;
    }
}
