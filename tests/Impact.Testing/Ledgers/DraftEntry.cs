using Impact.Core.Metrics.Reference;

namespace Impact.Testing.Ledgers;

/// <summary>One entry as a test writes it; whatever a test does not say is plain.</summary>
internal sealed record DraftEntry(string Kind, long BaseMinor, DateOnly OccurredOn)
{
    public int Batch { get; init; } = 1;

    public string Profile { get; init; } = "test";

    public string SourceId { get; init; } = "entry";

    public DateOnly? ClearedOn { get; init; } = OccurredOn;

    public string? Organisation { get; init; }

    public string Designation { get; init; } = "pool";

    public string? Category { get; init; }

    public string? GiverKind { get; init; }

    public string? Giver { get; init; }

    public Guid? Donor { get; init; }

    public string? Region { get; init; }

    public bool? Recurring { get; init; }

    public string? RefersTo { get; init; }

    public string? Reverses { get; init; }

    /// <summary>The same entry taken back in a batch.</summary>
    public DraftEntry TakenBack(int batch) => this with { Batch = batch, BaseMinor = -BaseMinor, Reverses = SourceId };

    public ReferenceEntry ToReference() =>
        new()
        {
            Batch = Batch,
            Kind = Kind,
            OccurredOn = OccurredOn,
            ClearedOn = ClearedOn,
            BaseMinor = BaseMinor,
            Organisation = Organisation,
            Category = Category,
            GiverKind = GiverKind,
            Giver = Giver,
            RefersTo = RefersTo,
            SourceId = SourceId,
            Profile = Profile,
            Reverses = Reverses,
            Designation = Designation,
            Donor = Donor,
            Region = Region,
            Recurring = Recurring,
        };
}

/// <summary>A whole ledger as a test writes it.</summary>
internal sealed record DraftLedger
{
    public IReadOnlyList<DraftEntry> Entries { get; init; } = [];

    public IReadOnlyList<ReferenceStatement> Statements { get; init; } = [];

    public IReadOnlyList<ReferenceBalance> Balances { get; init; } = [];

    public IReadOnlyList<ReferenceService> Services { get; init; } = [];

    public IReadOnlyList<ReferenceAccountLine> AccountLines { get; init; } = [];

    public IReadOnlyList<ReferenceExplanation> Explanations { get; init; } = [];

    /// <summary>The day each batch came.</summary>
    public Func<int, DateOnly> ReceivedOn { get; init; } = _ => new DateOnly(2020, 1, 1);

    /// <summary>The kinds the sources tell.</summary>
    public IReadOnlyList<string> Tells { get; init; } = LedgerKinds.All;

    /// <summary>Sheets that hold none of the rows above; they tell nothing more than <see cref="Tells"/>.</summary>
    public IReadOnlyList<ReferenceBatch> Sheets { get; init; } = [];

    /// <summary>The sheets above, and one file for each batch that rows came with.</summary>
    public IReadOnlyList<ReferenceBatch> Batches =>
        [
            .. Sheets,
            .. Entries
                .Select(entry => entry.Batch)
                .Concat(Statements.Select(statement => statement.Batch))
                .Concat(Balances.Select(balance => balance.Batch))
                .Concat(Services.Select(service => service.Batch))
                .Concat(AccountLines.Select(line => line.Batch))
                .Concat(Explanations.Select(explanation => explanation.Batch))
                .Append(1)
                .Distinct()
                .Select(batch => new ReferenceBatch(batch, "test", Tells, RowsRejected: 0)),
        ];

    public ReferenceBooks ToReference() =>
        new([.. Entries.Select(entry => entry.ToReference())], Statements, Balances)
        {
            Services = Services,
            Batches = Batches,
            AccountLines = AccountLines,
            Explanations = Explanations,
            ReceivedOn = ReceivedOn,
        };
}

/// <summary>The kinds of record a ledger may hold.</summary>
internal static class LedgerKinds
{
    public static IReadOnlyList<string> OfFund { get; } =
    [
        "gift",
        "gift_refund",
        "chargeback",
        "processor_fee",
        "platform_fee",
        "bank_charge",
        "interest",
        "other_income",
        "fund_cost",
        "pledge",
    ];

    public static IReadOnlyList<string> OfPartners { get; } =
    ["allocation", "allocation_change", "disbursement", "return", "receipt", "expenditure"];

    /// <summary>The other sides' own accounts.</summary>
    public static IReadOnlyList<string> OfAccounts { get; } = ["processor_report", "bank_statement"];

    public static IReadOnlyList<string> All { get; } =
    [.. OfFund, .. OfPartners, "opening_balance", "balance", "statement", "service"];
}
