using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>
/// An organisation that has nothing to do with the others: a designation, a donor and a household of its own, money that came for it
/// alone, and a record of every kind that a family reads. A ledger with it is two ledgers side by side.
/// </summary>
internal static class Stranger
{
    public const string Id = "XI-TEST-9";

    private const string OwnDesignation = "for-the-stranger";
    private const int OwnPerson = 900;
    private const int RateLine = 9000;

    private static readonly DateOnly Came = new(2019, 8, 9);

    /// <summary>Generated donors and households have such tokens too, the first of them in almost every ledger.</summary>
    private static readonly int[] PeopleOfOthers = [0, 1, 2, 3, 4, 5];

    public static FundDescription Fund { get; } =
        TestFunds.Plain with
        {
            Organisations = [.. TestFunds.Plain.Organisations, new(Id, "Nine", "national_ngo")],
            Designations = [.. TestFunds.Plain.Designations, new(OwnDesignation, BilingualText.Same("Nine"), Id)],
        };

    public static MetricScope Late { get; } = new(Fund, new DateOnly(2022, 12, 31), LastBatch: 1000);

    /// <summary>The ledger whose accounts are told from before its first entry on: when an account begins is the fund's, nobody else's.</summary>
    public static DraftLedger WithAccounts(DraftLedger draft) =>
        draft with
        {
            AccountLines = [.. draft.AccountLines, .. Opened()],
        };

    /// <summary>The ledger with a gift of each of the first donors in one month: few generated ledgers have enough people among their givers.</summary>
    public static DraftLedger WithDonors(DraftLedger draft) =>
        draft with
        {
            Entries =
            [
                .. draft.Entries,
                .. PeopleOfOthers.Select(person => new DraftEntry("gift", 5_000, Came.AddDays(person))
                {
                    SourceId = $"donor-gift-{person}",
                    Designation = "pool",
                    GiverKind = "individual",
                    Donor = Token(person),
                    Region = "US-MS",
                    Recurring = false,
                }),
            ],
        };

    /// <summary>The stranger's own records, from sources that tell as much as the others'.</summary>
    public static DraftLedger Alone(DraftLedger draft) => Records(draft, OwnDesignation, [OwnPerson]);

    /// <summary>The ledger with the stranger in it.</summary>
    public static DraftLedger Beside(DraftLedger draft) => Together(draft, Alone(draft));

    /// <summary>The same records, but paid from the pool, by donors and to households of others: no stranger at all.</summary>
    public static DraftLedger Meddling(DraftLedger draft) => Together(draft, Records(draft, "pool", PeopleOfOthers));

    private static DraftLedger Records(DraftLedger draft, string designation, IReadOnlyList<int> people) =>
        draft with
        {
            Entries = [.. people.Select(person => Gift(person, designation)), .. Paid(designation)],
            Statements = [Stated("total", 40), Stated("women", 24), Stated("men", 15)],
            Services = [.. people.Select(Service)],
            AccountLines = [.. people.Select(Line), .. Opened()],
            Rates = [new(1, RateLine, "stranger", "USD", Came, "SEK", new PublishedRate(95, 1))],
            Balances = [],
            Explanations = [],
            Sheets = [],
        };

    private static DraftEntry Gift(int person, string designation) =>
        new("gift", 5_000, Came)
        {
            SourceId = $"stranger-gift-{person}",
            Designation = designation,
            GiverKind = "individual",
            Donor = Token(person),
            Region = "US-MS",
            Recurring = true,
            Foreign = new("SEK", 47_505, RateBatch: 1, RateLine),
        };

    private static IEnumerable<DraftEntry> Paid(string designation) =>
        from entry in (DraftEntry[])
            [
                new("allocation", 4_000, Came.AddDays(10)),
                new("disbursement", 3_000, Came.AddDays(20)),
                new("receipt", 2_990, Came.AddDays(22)) { RefersTo = "stranger-disbursement" },
                new("expenditure", 2_000, Came.AddDays(90)) { Category = "food" },
                new("return", 500, Came.AddDays(100)),
            ]
        select entry with
        {
            SourceId = $"stranger-{entry.Kind}",
            Designation = designation,
            Organisation = Id,
        };

    private static ReferenceStatement Stated(string split, long people) =>
        new()
        {
            Batch = 1,
            Organisation = Id,
            Indicator = "people",
            Period = "2019-Q3",
            Measure = "reached",
            Split = split,
            People = people,
            CertifiedOn = new(2019, 11, 1),
        };

    private static ReferenceService Service(int person) =>
        new()
        {
            Batch = 1,
            Household = Token(person),
            Organisation = Id,
            Service = "food_assistance",
            OccurredOn = Came.AddDays(30),
            Place = "county-1",
        };

    /// <summary>The processor tells another amount, so that the register has a row.</summary>
    private static ReferenceAccountLine Line(int person) =>
        new()
        {
            Batch = 1,
            SourceId = $"stranger-line-{person}",
            Account = "processor",
            BookedOn = Came,
            BaseMinor = 4_990,
            Kind = "gift",
            RefersTo = $"stranger-gift-{person}",
        };

    /// <summary>A line of nothing, the first of each account.</summary>
    private static IEnumerable<ReferenceAccountLine> Opened() =>
        from account in (string[])["bank", "processor"]
        select Line(OwnPerson) with
        {
            SourceId = $"opened-{account}",
            Account = account,
            BookedOn = new(2018, 12, 1),
            BaseMinor = 0,
            Kind = null,
            RefersTo = $"opened-{account}",
        };

    private static Guid Token(int person) => new(person, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static DraftLedger Together(DraftLedger draft, DraftLedger more) =>
        draft with
        {
            Entries = [.. draft.Entries, .. more.Entries],
            Statements = [.. draft.Statements, .. more.Statements],
            Services = [.. draft.Services, .. more.Services],
            AccountLines = [.. draft.AccountLines, .. more.AccountLines],
            Rates = [.. draft.Rates, .. more.Rates],
        };
}
