namespace Impact.Core.Rehearsal;

/// <summary>What the fund's board decides and pays: allocations each quarter, changes to them, transfers in two parts, a return.</summary>
internal sealed class Board
{
    /// <summary>85 hundredths of the free pool are allocated at a meeting; the rest waits for costs and emergencies.</summary>
    private const int PoolPercent = 85;
    private const int DesignatedPercent = 95;
    private const int FirstPartPercent = 60;
    private const int ChangePercent = 10;
    private const int LoweredPercent = 20;
    private const int ReturnedPercent = 8;

    /// <summary>A partner's usual share is drawn between 85 and 115 hundredths of itself.</summary>
    private const int LowestShare = 85;
    private const int HighestShare = 115;

    private static readonly int[] Meetings =
    [
        RehearsalCalendar.Day(2019, 9, 10),
        RehearsalCalendar.Day(2019, 11, 12),
        RehearsalCalendar.Day(2020, 2, 18),
        RehearsalCalendar.Day(2020, 5, 12),
        RehearsalCalendar.Day(2020, 8, 18),
        RehearsalCalendar.Day(2020, 11, 10),
    ];

    /// <summary>Who may be given money of each designation.</summary>
    private static readonly int[][] Eligible =
    [
        [0, 1, 2, 3, 4, 5],
        [0, 1],
        [RehearsalCast.FoodAndRent],
        [RehearsalCast.Health],
    ];

    private readonly Purse purse;
    private readonly Transfers transfers;
    private readonly PartnerBooks partners;
    private readonly FundEntrySheet sheet;
    private readonly SeededNumbers numbers;
    private readonly Dictionary<int, Action<int>> changes;

    /// <summary>The board decides over the purse.</summary>
    public Board(ulong seed, Purse purse, Transfers transfers, PartnerBooks partners, FundEntrySheet sheet)
    {
        this.purse = purse;
        this.transfers = transfers;
        this.partners = partners;
        this.sheet = sheet;
        numbers = new(seed, SeededPurpose.Fund);
        const int firstLegal = 0;
        const int organisers = 2;
        changes = new()
        {
            [RehearsalCalendar.Day(2019, 12, 5)] = day => Raise(day, RehearsalCast.FoodAndRent),
            [RehearsalCalendar.Day(2020, 4, 7)] = day => Lower(day, organisers),
            [RehearsalCalendar.Day(2020, 7, 15)] = day => TakeBack(day, RehearsalCast.Health),
            [RehearsalCalendar.Day(2020, 9, 8)] = day => Raise(day, firstLegal),
        };
    }

    /// <summary>Decides what falls on a day.</summary>
    public void On(int day)
    {
        if (changes.TryGetValue(day, out var change))
        {
            change(day);
        }

        if (Meetings.Contains(day))
        {
            for (var designation = 0; designation < Eligible.Length; designation++)
            {
                Allocate(day, designation);
            }
        }
    }

    private void Allocate(int day, int designation)
    {
        var percent = designation == RehearsalDescription.Pool ? PoolPercent : DesignatedPercent;
        var amount = IntegerShares.AsDecided(IntegerShares.Percent(purse.Available(designation, day), percent));
        var weights = Eligible[designation]
            .Select(partner => RehearsalCast.Partners[partner].PoolWeight * numbers.Between(LowestShare, HighestShare));
        var parts = IntegerShares.Split(amount, [.. weights]);
        foreach (
            var (partner, part) in Eligible[designation]
                .Zip(parts, (partner, part) => (partner, IntegerShares.AsDecided(part)))
        )
        {
            if (part > 0)
            {
                Decide("allocation", day, new(partner, designation), part);
                var first = IntegerShares.Percent(part, FirstPartPercent);
                transfers.Plan(new(partner, designation), day, first, part - first);
            }
        }
    }

    private void Raise(int day, int partner)
    {
        var free = purse.Available(RehearsalDescription.Pool, day);
        var amount = IntegerShares.AsDecided(IntegerShares.Percent(free, ChangePercent));
        if (amount > 0)
        {
            Decide("allocation_change", day, new(partner, RehearsalDescription.Pool), amount);
            transfers.Plan(new(partner, RehearsalDescription.Pool), day, amount, 0);
        }
    }

    private void Lower(int day, int partner)
    {
        var grant = new Grant(partner, RehearsalDescription.Pool);
        var amount = IntegerShares.AsDecided(IntegerShares.Percent(transfers.Waiting(grant), LoweredPercent));
        if (amount > 0)
        {
            transfers.Lower(grant, amount);
            Decide("allocation_change", day, grant, -amount);
        }
    }

    /// <summary>A partner sends back what it does not need, and its allocation is lowered by as much.</summary>
    private void TakeBack(int day, int partner)
    {
        var grant = new Grant(partner, RehearsalDescription.Pool);
        var amount = IntegerShares.AsDecided(IntegerShares.Percent(partners.Balance(grant), ReturnedPercent));
        if (amount > 0)
        {
            partners.GiveBack(grant, amount);
            transfers.Return(day, grant, amount);
            Decide("allocation_change", day, grant, -amount);
        }
    }

    private void Decide(string kind, int day, Grant grant, long minor)
    {
        sheet.Book(new(kind, day, minor) { Partner = grant.Partner, Designation = grant.Designation });
        purse.Commit(grant.Designation, minor);
    }
}

/// <summary>Money of one designation for one partner.</summary>
/// <param name="Partner">Place in <see cref="RehearsalCast.Partners"/>.</param>
/// <param name="Designation">Place in <see cref="RehearsalDescription.Designations"/>.</param>
internal readonly record struct Grant(int Partner, int Designation);
