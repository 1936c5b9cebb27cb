namespace Impact.Core.Rehearsal;

/// <summary>Pays allocations to partners: the first part 10 to 15 days after the decision, the second after eight weeks.</summary>
internal sealed class Transfers
{
    private const int FirstPartSoonest = 10;
    private const int FirstPartLatest = 15;
    private const int SecondPartSoonest = 56;
    private const int SecondPartLatest = 63;

    /// <summary>A usual transfer is confirmed after 1 to 4 days.</summary>
    private const int SlowestReceipt = 4;

    /// <summary>A transfer over the end of a quarter leaves the bank after 4 days and is confirmed after 8.</summary>
    private const int LateBankDays = 4;
    private const int LateReceiptDays = 8;

    /// <summary>Places in <see cref="RehearsalCast.Partners"/>.</summary>
    private const int FirstLegal = 0;
    private const int Organisers = 2;

    /// <summary>The three transfers that are on their way at the end of a quarter, one of them at the very end.</summary>
    private static readonly (Grant Grant, int MeetingDay, int PaidOn)[] OverQuarterEnd =
    [
        (
            new(RehearsalCast.Network, RehearsalDescription.Pool),
            RehearsalCalendar.Day(2019, 11, 12),
            RehearsalCalendar.Day(2019, 12, 30)
        ),
        (
            new(RehearsalCast.Health, RehearsalDescription.Pool),
            RehearsalCalendar.Day(2020, 5, 12),
            RehearsalCalendar.Day(2020, 6, 29)
        ),
        (
            new(Organisers, RehearsalDescription.Pool),
            RehearsalCalendar.Day(2020, 11, 10),
            RehearsalCalendar.Day(2020, 12, 29)
        ),
    ];

    /// <summary>The first parts whose receipts will differ.</summary>
    private static readonly (Grant Grant, int MeetingDay, ReceiptOddity Oddity)[] Odd =
    [
        (new(FirstLegal + 1, RehearsalDescription.Pool), RehearsalCalendar.Day(2019, 11, 12), ReceiptOddity.Mistyped),
        (
            new(RehearsalCast.Health, RehearsalDescription.Pool),
            RehearsalCalendar.Day(2020, 2, 18),
            ReceiptOddity.FeeTaken
        ),
        (new(FirstLegal, RehearsalDescription.Pool), RehearsalCalendar.Day(2020, 8, 18), ReceiptOddity.InParts),
    ];

    private readonly List<Part> planned = [];
    private readonly BankAccounts accounts;
    private readonly PartnerBooks partners;
    private readonly FundEntrySheet sheet;
    private readonly SeededNumbers numbers;

    /// <summary>Transfers go from the bank to partners.</summary>
    public Transfers(ulong seed, BankAccounts accounts, PartnerBooks partners, FundEntrySheet sheet)
    {
        this.accounts = accounts;
        this.partners = partners;
        this.sheet = sheet;
        numbers = new(SeededNumbers.Mix(seed), SeededPurpose.Fund);
    }

    /// <summary>Plans the two parts of a decision; a part of 0 is not paid.</summary>
    public void Plan(Grant grant, int decidedOn, long first, long second)
    {
        var odd = Array.Find(Odd, odd => odd.Grant == grant && odd.MeetingDay == decidedOn).Oddity;
        var soon = decidedOn + numbers.Between(FirstPartSoonest, FirstPartLatest);
        planned.Add(new(grant, soon, first, IsLate: false) { Oddity = odd });
        var usual = decidedOn + numbers.Between(SecondPartSoonest, SecondPartLatest);
        var late = Array.Find(OverQuarterEnd, late => late.Grant == grant && late.MeetingDay == decidedOn);
        planned.Add(
            late.PaidOn > 0 ? new(grant, late.PaidOn, second, IsLate: true) : new(grant, usual, second, IsLate: false)
        );
    }

    /// <summary>What is decided for a grant and not yet paid.</summary>
    public long Waiting(Grant grant) => planned.Where(part => part.Grant == grant).Sum(part => part.Minor);

    /// <summary>Takes an amount off the last part that waits, which must hold it.</summary>
    public void Lower(Grant grant, long minor)
    {
        var last = planned.FindLastIndex(part => part.Grant == grant && part.Minor >= minor);
        planned[last] = planned[last] with { Minor = planned[last].Minor - minor };
    }

    /// <summary>Pays what falls on a day.</summary>
    public void On(int day)
    {
        foreach (var part in planned.Where(part => part.Day == day && part.Minor > 0))
        {
            Pay(part);
        }

        planned.RemoveAll(part => part.Day <= day);
    }

    /// <summary>Books what a partner sends back.</summary>
    public void Return(int day, Grant grant, long minor)
    {
        var entry = new FundEntry("return", day, minor) { Partner = grant.Partner, Designation = grant.Designation };
        accounts.Move(new(day, minor, "payment", sheet.Book(entry)));
    }

    private void Pay(Part part)
    {
        var entry = new FundEntry("disbursement", part.Day, part.Minor)
        {
            Partner = part.Grant.Partner,
            Designation = part.Grant.Designation,
        };
        var number = sheet.Book(entry);
        var line = new BankLine(part.Day, -part.Minor, "payment", number);
        if (part.IsLate)
        {
            accounts.MoveLater($"transfer-{number}", line, part.Day + LateBankDays);
            partners.Expect(new(part.Grant, part.Day + LateReceiptDays, part.Minor, number));
            return;
        }

        accounts.Move(line);
        var received = part.Day + numbers.Between(1, SlowestReceipt);
        partners.Expect(new(part.Grant, received, part.Minor, number) { Oddity = part.Oddity });
    }

    private sealed record Part(Grant Grant, int Day, long Minor, bool IsLate)
    {
        public ReceiptOddity Oddity { get; init; }
    }
}
