namespace Impact.Core.Metrics.Reference;

/// <summary>A fund's books as plain lists: what the reference reads instead of the ledger's tables.</summary>
/// <param name="Entries">Movements of money, decisions and promises, in no particular order.</param>
/// <param name="Statements">What partners state of people.</param>
/// <param name="Balances">What bank and processor state.</param>
internal sealed record ReferenceBooks(
    IReadOnlyList<ReferenceEntry> Entries,
    IReadOnlyList<ReferenceStatement> Statements,
    IReadOnlyList<ReferenceBalance> Balances
)
{
    /// <summary>Services to households.</summary>
    public IReadOnlyList<ReferenceService> Services { get; init; } = [];

    /// <summary>The files that came, without their rows.</summary>
    public IReadOnlyList<ReferenceBatch> Batches { get; init; } = [];

    /// <summary>Lines of the bank's and the processor's own accounts.</summary>
    public IReadOnlyList<ReferenceAccountLine> AccountLines { get; init; } = [];

    /// <summary>Published rates.</summary>
    public IReadOnlyList<ReferenceRate> Rates { get; init; } = [];

    /// <summary>Explanations of differences.</summary>
    public IReadOnlyList<ReferenceExplanation> Explanations { get; init; } = [];

    /// <summary>The day each batch came.</summary>
    public Func<int, DateOnly> ReceivedOn { get; init; } = _ => DateOnly.MinValue;
}

/// <summary>One file that was taken in.</summary>
/// <param name="Batch">Its number, from 1.</param>
/// <param name="Profile">The profile it was read by.</param>
/// <param name="Tells">The kinds of record it tells.</param>
/// <param name="RowsRejected">Rows that were not stored.</param>
internal sealed record ReferenceBatch(int Batch, string Profile, IReadOnlyList<string> Tells, long RowsRejected)
{
    /// <summary>Whether it is no sheet of donors or households, and none of what is said about figures.</summary>
    public bool IsOfOrganisations => !Tells.Any(told => told is "gift" or "service" or "correction" or "reply");
}

/// <summary>One row of the ledger's entries.</summary>
internal sealed record ReferenceEntry
{
    /// <summary>The batch it came with, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>A ledger kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it was promised, decided or paid.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The day it cleared; null while it has not, as for most pledges.</summary>
    public DateOnly? ClearedOn { get; init; }

    /// <summary>Minor units of the base currency; a reversal is negative.</summary>
    public required long BaseMinor { get; init; }

    /// <summary>Minor units of its own currency.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Its own currency.</summary>
    public string Currency { get; init; } = string.Empty;

    /// <summary>The batch of the rate it was converted by, or null.</summary>
    public int? RateBatch { get; init; }

    /// <summary>The line of the rate it was converted by, or null.</summary>
    public long? RateLine { get; init; }

    /// <summary>The partner it is about, or null for the fund's own.</summary>
    public string? Organisation { get; init; }

    /// <summary>A code of the categories of expenditure, or null.</summary>
    public string? Category { get; init; }

    /// <summary><c>organisation</c>, <c>individual</c> or null.</summary>
    public string? GiverKind { get; init; }

    /// <summary>Name of a giver that is an organisation.</summary>
    public string? Giver { get; init; }

    /// <summary>The project, gift or payment it is about.</summary>
    public string? RefersTo { get; init; }

    /// <summary>The source's own identifier.</summary>
    public string SourceId { get; init; } = string.Empty;

    /// <summary>The profile it was read by; identifiers are unique within one.</summary>
    public string Profile { get; init; } = string.Empty;

    /// <summary>The identifier of the entry it takes back, or null.</summary>
    public string? Reverses { get; init; }

    /// <summary>What the money is for; <c>pool</c> when nothing was said.</summary>
    public string Designation { get; init; } = "pool";

    /// <summary>The donor's token, or null.</summary>
    public Guid? Donor { get; init; }

    /// <summary>Where the donor lives: a code of donor regions, or null.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the gift is part of a recurring plan, or null.</summary>
    public bool? Recurring { get; init; }
}

/// <summary>One row of the ledger's services.</summary>
internal sealed record ReferenceService
{
    /// <summary>The batch it came with, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>The household's token.</summary>
    public required Guid Household { get; init; }

    /// <summary>Who served it.</summary>
    public required string Organisation { get; init; }

    /// <summary>A code of services.</summary>
    public required string Service { get; init; }

    /// <summary>The day of the service.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>A code of the fund's places.</summary>
    public required string Place { get; init; }

    /// <summary>A code of household sizes, or null.</summary>
    public string? HouseholdSize { get; init; }

    /// <summary>Whether it takes an earlier service back.</summary>
    public bool IsReversal { get; init; }
}

/// <summary>One row of the ledger's statements.</summary>
internal sealed record ReferenceStatement
{
    /// <summary>The batch it came with, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Who states it; null when only a project is named.</summary>
    public string? Organisation { get; init; }

    /// <summary>The project, or null.</summary>
    public string? RefersTo { get; init; }

    /// <summary>What is counted.</summary>
    public required string Indicator { get; init; }

    /// <summary>A period code.</summary>
    public required string Period { get; init; }

    /// <summary>Baseline, planned or reached.</summary>
    public required string Measure { get; init; }

    /// <summary>Total, or one cell of a split.</summary>
    public required string Split { get; init; }

    /// <summary>People; a reversal is negative.</summary>
    public required long People { get; init; }

    /// <summary>The day on which the partner certified it, or null.</summary>
    public DateOnly? CertifiedOn { get; init; }

    /// <summary>Whether it takes an earlier statement back.</summary>
    public bool IsReversal { get; init; }
}

/// <summary>One row of the ledger's balances.</summary>
/// <param name="Batch">The batch it came with, from 1.</param>
/// <param name="AsOf">The day it is about.</param>
/// <param name="BaseMinor">Minor units of the base currency.</param>
internal sealed record ReferenceBalance(int Batch, DateOnly AsOf, long BaseMinor);

/// <summary>One row of the ledger's rates.</summary>
/// <param name="Batch">The batch it came with, from 1.</param>
/// <param name="Line">Its line; a line may tell the rates of several currencies.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Base">The currency of which one unit is meant.</param>
/// <param name="Day">The day it holds for.</param>
/// <param name="Currency">The currency it is counted in.</param>
/// <param name="Rate">Units of the currency for one of the base.</param>
internal sealed record ReferenceRate(
    int Batch,
    long Line,
    string Source,
    string Base,
    DateOnly Day,
    string Currency,
    Quantities.PublishedRate Rate
);
