namespace Impact.Core.Rehearsal;

/// <summary>Money of gifts by designation and day of clearing, in cents of the fund's currency: all that is kept of the gifts.</summary>
internal sealed class DailyFlows
{
    private static readonly int Designations = RehearsalDescription.Designations.Count;

    private readonly long[,] net = new long[Designations, RehearsalCalendar.Days];
    private readonly long[,] givenBack = new long[Designations, RehearsalCalendar.Days];
    private readonly long[] gross = new long[RehearsalCalendar.Months];

    /// <summary>Gross gifts of all days.</summary>
    public long Gross => gross.Sum();

    /// <summary>Takes a gift, its fee and its return in.</summary>
    public void Add(in RehearsalGift gift)
    {
        gross[RehearsalCalendar.Month(gift.ClearedOn)] += gift.BaseMinor;
        net[gift.Designation, gift.ClearedOn] += gift.BaseMinor - gift.FeeMinor;
        if (gift.Return.Kind != GiftReturnKind.None)
        {
            givenBack[gift.Designation, gift.Return.Day] += gift.Return.BaseMinor;
        }
    }

    /// <summary>Gross gifts cleared in a month.</summary>
    public long GrossOfMonth(int month) => gross[month];

    /// <summary>Gifts less fees of a designation that cleared on a day.</summary>
    public long Net(int designation, int day) => net[designation, day];

    /// <summary>Refunds and chargebacks of a designation on a day.</summary>
    public long GivenBack(int designation, int day) => givenBack[designation, day];

    /// <summary>What a day adds to the processor's account; below 0 when more went back than came in.</summary>
    public long ProcessorChange(int day) =>
        Enumerable.Range(0, Designations).Sum(designation => net[designation, day] - givenBack[designation, day]);
}
