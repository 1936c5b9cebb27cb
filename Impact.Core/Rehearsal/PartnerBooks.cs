namespace Impact.Core.Rehearsal;

/// <summary>What partners receive and spend: never more than they hold of a designation on any day.</summary>
internal sealed class PartnerBooks(ulong seed, PartnerEntrySheet sheet, ExplanationSheet explanations)
{
    /// <summary>Partners book their spending from the 20th of a month, each on a day of its own.</summary>
    private const int FirstSpendingDay = 20;

    /// <summary>A partner spends 25 to 45 hundredths of what it holds in a month.</summary>
    private const int LeastSpending = 25;
    private const int MostSpending = 45;
    private const int LowestShare = 70;
    private const int HighestShare = 130;

    /// <summary>An expenditure clears within three days, in the same month.</summary>
    private const int SlowestClearing = 3;

    private static readonly int MistakeOn = RehearsalCalendar.Day(
        2020,
        3,
        FirstSpendingDay + RehearsalCast.FoodAndRent
    );
    private static readonly int MendedOn = RehearsalCalendar.Day(2020, 5, 18);

    private readonly SeededNumbers numbers = new(seed, SeededPurpose.Partners);
    private readonly PartnerReceipts receipts = new(sheet, explanations);
    private readonly long[,] balances = new long[RehearsalCast.Partners.Count, RehearsalDescription.Designations.Count];
    private (PartnerEntry Wrong, string Number, long Right)? mistake;

    /// <summary>What a partner holds of a designation, in cents.</summary>
    public long Balance(Grant grant) => balances[grant.Partner, grant.Designation];

    /// <summary>Notes a transfer that will be confirmed.</summary>
    public void Expect(ExpectedReceipt receipt) => receipts.Expect(receipt);

    /// <summary>Takes what a partner sends back out of its balance.</summary>
    public void GiveBack(Grant grant, long minor) => balances[grant.Partner, grant.Designation] -= minor;

    /// <summary>Books what falls on a day.</summary>
    public void On(int day)
    {
        foreach (var (grant, minor) in receipts.On(day))
        {
            balances[grant.Partner, grant.Designation] += minor;
        }

        if (day == MendedOn)
        {
            Mend(day);
        }

        var partner = RehearsalCalendar.Date(day).Day - FirstSpendingDay;
        if (partner >= 0 && partner < RehearsalCast.Partners.Count)
        {
            for (var designation = 0; designation < RehearsalDescription.Designations.Count; designation++)
            {
                Spend(day, new(partner, designation));
            }
        }
    }

    private void Spend(int day, Grant grant)
    {
        var total = IntegerShares.Percent(Balance(grant), numbers.Between(LeastSpending, MostSpending));
        // What was given for a purpose is not spent on asking for more.
        var spending = RehearsalCast
            .Partners[grant.Partner]
            .Spending.Where(part =>
                grant.Designation == RehearsalDescription.Pool || part.Category is not "fundraising"
            )
            .ToList();
        var weights = spending.Select(part => part.Weight * numbers.Between(LowestShare, HighestShare)).ToList();
        foreach (var (part, minor) in spending.Zip(IntegerShares.Split(total, weights)))
        {
            var entry = new PartnerEntry(grant.Partner, "expenditure", day, minor)
            {
                ClearedOn = day + numbers.Between(0, SlowestClearing),
                Designation = grant.Designation,
                Category = part.Category,
            };
            Spend(entry, minor);
        }
    }

    private void Spend(PartnerEntry entry, long right)
    {
        if (right == 0)
        {
            return;
        }

        var mistaken = entry.Day == MistakeOn && mistake is null;
        // A tenth too much; the partner still holds more than half of what it had.
        var booked = mistaken ? entry with { Minor = right + (right / 10) } : entry;
        balances[entry.Partner, entry.Designation] -= booked.Minor;
        var number = sheet.Book(booked);
        if (mistaken && booked.Minor > right)
        {
            mistake = (booked, number, right);
        }
    }

    /// <summary>Takes the mistake back in the next quarter and books the right amount.</summary>
    private void Mend(int day)
    {
        if (mistake is not { } found)
        {
            return;
        }

        var row = found.Wrong with { Day = day, ClearedOn = day };
        sheet.Book(row with { Minor = -found.Wrong.Minor, Reverses = found.Number, Reason = "EDIT" });
        sheet.Book(row with { Minor = found.Right });
        balances[row.Partner, row.Designation] += found.Wrong.Minor - found.Right;
    }
}
