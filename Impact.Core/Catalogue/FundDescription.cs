using System.Text.Json.Serialization;

namespace Impact.Core.Catalogue;

/// <summary>A fund as its one file <c>fund.json</c> describes it: names, currency, partners, designations, code lists and rules.</summary>
/// <remarks>It holds no record of a gift, a donor or a household. Its JSON Schema is <c>docs/schemas/fund.schema.json</c>.</remarks>
public sealed record FundDescription
{
    /// <summary>Forty-five days: a quarter's accounts are usually closed within a month, and half a month is left to check them.</summary>
    public const int DefaultReportingDueDays = 45;

    /// <summary>Identifier and folder name: lower case letters, digits and hyphens, 1 to 60 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The fund's name.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>One sentence that says what the fund is for.</summary>
    public required BilingualText Purpose { get; init; }

    /// <summary>The base currency, ISO 4217: every total is in it.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether everything in the fund is invented. Marked in every table and picture.</summary>
    public bool Fiction { get; init; }

    /// <summary>Other names and numbers that sources know the fund by.</summary>
    public IReadOnlyList<FundAlias> Aliases { get; init; } = [];

    /// <summary>The partner organisations. A source that brings its own register may leave it empty.</summary>
    public IReadOnlyList<FundOrganisation> Organisations { get; init; } = [];

    /// <summary>
    /// The amounts that cash programmes pay a household. Declared before they are paid, and public: whoever is helped knows them. Where an
    /// organisation with a cash programme declares none, any amount is taken for possible.
    /// </summary>
    public IReadOnlyList<FundStipend> Stipends { get; init; } = [];

    /// <summary>What givers may give for. The pool, <c>pool</c>, is always there.</summary>
    public IReadOnlyList<FundDesignation> Designations { get; init; } = [];

    /// <summary>Places that services may name, besides <c>other</c> and <c>unknown</c>.</summary>
    public IReadOnlyList<Code> Places { get; init; } = [];

    /// <summary>Indicators partners report.</summary>
    public IReadOnlyList<FundIndicator> Indicators { get; init; } = [];

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<FundSource> Sources { get; init; } = [];

    /// <summary>Days after a quarter's last day within which a partner certifies its report of the quarter; 0 to 366.</summary>
    public int ReportingDueDays { get; init; } = DefaultReportingDueDays;

    /// <summary>Last day of the last quarter whose accounts are final; later figures are provisional. Empty: all provisional.</summary>
    public DateOnly? FinalUntil { get; init; }

    /// <summary>
    /// The last day up to which there are figures, where the fund's records end before today: a fund that is over, or an invented one.
    /// Releases count to it unless another day is named. Empty: they count to the last month end before today.
    /// </summary>
    public DateOnly? FiguresUpTo { get; init; }

    /// <summary>The people who may approve a release, by the name the manifest shows; empty where none is asked.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How many of the approvers must approve a release before it is published: 0 (none is asked) to their number.</summary>
    public int ApprovalsNeeded { get; init; }

    /// <summary>The day on which readers may expect the next release; empty: not announced.</summary>
    public DateOnly? NextReleaseOn { get; init; }

    /// <summary>The fund's own disclosure policy, a file beside the fund file; null: the one shipped with Impact.</summary>
    public string? Policy { get; init; }

    /// <summary>How single people and households are counted; null: no such count is ever published.</summary>
    public FundCounting? Counting { get; init; }

    /// <summary>The SHA-256 in the name of a policy that Impact keeps, <c>policies/</c> and the digest; null for any other name.</summary>
    public static string? DigestOfPolicy(string name)
    {
        const int digits = 64;
        var digest = name.StartsWith(KeptPolicies, StringComparison.Ordinal)
            ? Path.GetFileNameWithoutExtension(name)
            : "";
        return digest.Length == digits && digest.All(char.IsAsciiHexDigitLower) && name == NameOfPolicy(digest)
            ? digest
            : null;
    }

    /// <summary>The name under which Impact keeps a policy beside the fund file.</summary>
    public static string NameOfPolicy(string sha256) => $"{KeptPolicies}{sha256}.json";

    private const string KeptPolicies = "policies/";

    /// <summary>Whether every source is itself public, so that its figures are shown as published.</summary>
    [JsonIgnore]
    public bool IsFromPublicSources => Sources.Count > 0 && Sources.All(source => source.IsPublic);

    /// <summary>How closely a gift of a designation is earmarked: a code of <see cref="CodeLists.Earmarking"/>.</summary>
    /// <returns>Soft for a designation that the fund file no longer knows.</returns>
    public string EarmarkingOf(string designation) =>
        designation == FundDesignation.Pool
            ? FundDesignation.Unearmarked
            : Designations.FirstOrDefault(one => one.Id == designation)?.EarmarkingOrDefault
                ?? FundDesignation.SoftlyEarmarked;
}

/// <summary>A name or number that one source knows the fund by.</summary>
/// <param name="Scheme">Whose name it is, for example <c>ocha-name</c>.</param>
/// <param name="Value">The name or number there.</param>
public sealed record FundAlias(string Scheme, string Value);

/// <summary>One partner organisation of a fund.</summary>
/// <param name="Id">Its identifier, see <see cref="Quantities.OrganisationId"/>.</param>
/// <param name="Name">Its name; names are not translated.</param>
/// <param name="Type">A code of <see cref="CodeLists.OrganisationType"/>.</param>
/// <param name="CashProgramme">Whether it pays cash to households, which gate G must know.</param>
public sealed record FundOrganisation(string Id, string Name, string Type, bool CashProgramme = false)
{
    /// <summary>First day on which its cash programme can pay, declared before it; empty: from the fund's beginning.</summary>
    public DateOnly? CashFrom { get; init; }

    /// <summary>Last day on which its cash programme can pay, declared before it; empty: no end.</summary>
    public DateOnly? CashUntil { get; init; }

    /// <summary>Whether its cash programme can pay in a period. Where it cannot, that nothing is paid is known beforehand and tells nothing.</summary>
    /// <param name="first">First day of the period.</param>
    /// <param name="last">Last day of the period.</param>
    public bool PaysCashIn(DateOnly first, DateOnly last) =>
        CashProgramme && !(CashFrom > last) && !(CashUntil < first);

    /// <summary>Stands for the organisations of statements whose source does not name them.</summary>
    public static FundOrganisation Unknown { get; } = new("unknown", "Organisation not told by the source", "other");
}

/// <summary>What a gift may be given for.</summary>
/// <param name="Id">Lower case code, for example <c>legal-help</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="OrganisationId">The one partner it is for, or null.</param>
/// <param name="Earmarking">A code of <see cref="CodeLists.Earmarking"/>; null means <see cref="EarmarkingOrDefault"/>.</param>
public sealed record FundDesignation(
    string Id,
    BilingualText Name,
    string? OrganisationId = null,
    string? Earmarking = null
)
{
    /// <summary>The earmarking of the pool: the fund decides where the money goes.</summary>
    public const string Unearmarked = "unearmarked";

    /// <summary>The earmarking of a theme that any partner may serve.</summary>
    public const string SoftlyEarmarked = "softly_earmarked";

    /// <summary>The stated earmarking; else tight for one partner's money, and soft for a theme that any partner may serve.</summary>
    [JsonIgnore]
    public string EarmarkingOrDefault => Earmarking ?? (OrganisationId is null ? SoftlyEarmarked : "tightly_earmarked");

    /// <summary>The designation of every gift that names none.</summary>
    public const string Pool = "pool";
}

/// <summary>Where figures come from, with licence and attribution.</summary>
/// <param name="Id">Short code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Licence">Its licence; <c>none stated</c> when unknown.</param>
/// <param name="Attribution">Whom to name.</param>
/// <param name="Address">Public address, for a source that is itself public; else null.</param>
public sealed record FundSource(string Id, string Title, string Licence, string Attribution, string? Address = null)
{
    /// <summary>Whether the source is itself public: it is declared with its address.</summary>
    [JsonIgnore]
    public bool IsPublic => !string.IsNullOrEmpty(Address);
}
