using Impact.Core.Catalogue;
using Impact.Core.Releases.Gifts;
using Impact.Core.Releases.Privacy;

namespace Impact.Core.Releases;

/// <summary>What a release says about itself: <c>manifest.json</c>, whose exact bytes are signed.</summary>
public sealed record Manifest
{
    /// <summary>The only format this version reads and writes.</summary>
    public const string KnownFormat = "impact-release/1";

    /// <summary>The format, <see cref="KnownFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The fund the release is about.</summary>
    public required ManifestFund Fund { get; init; }

    /// <summary>Three numbers with points, for example <c>1.2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>When it was published, in whole seconds of coordinated universal time.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last day whose records are counted.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The release before this one, or null for the first.</summary>
    public ManifestPrevious? Previous { get; init; }

    /// <summary>The disclosure policy that decided every cell.</summary>
    public required ManifestPolicy Policy { get; init; }

    /// <summary>Version of the rules that records were checked against.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The program that built it, with its version.</summary>
    public required string Tool { get; init; }

    /// <summary>The definitions that were used, ordered by identifier.</summary>
    public required IReadOnlyList<ManifestMetric> Metrics { get; init; }

    /// <summary>Where the figures come from, with licence and attribution; an unknown licence reads <c>none stated</c>.</summary>
    public required IReadOnlyList<FundSource> Sources { get; init; }

    /// <summary>What is other than in the release before, and why the version is numbered so.</summary>
    public required ManifestChanges Changes { get; init; }

    /// <summary>What a reader must know of this release: a note for each correction, and the fund's own; may be none.</summary>
    public IReadOnlyList<ManifestNote> Notes { get; init; } = [];

    /// <summary>Who has approved exactly this release, in the order they did; none where the fund asks for none.</summary>
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    /// <summary>The publication checklist and its outcome.</summary>
    public required IReadOnlyList<ManifestCheck> Checks { get; init; }

    /// <summary>Digests of the canonical tables, ordered by table: a rebuild must reproduce them.</summary>
    public required IReadOnlyList<ManifestContent> Content { get; init; }

    /// <summary>What gift proofs are proved against; null where the sources name no transactions of a payment processor.</summary>
    public ManifestGifts? Gifts { get; init; }

    /// <summary>What protects the people behind noisy tables; null where none is shown.</summary>
    public ManifestPrivacy? Privacy { get; init; }

    /// <summary>Every file of the release but the manifest and its signature, ordered by path.</summary>
    public required IReadOnlyList<ReleaseFile> Files { get; init; }
}

/// <summary>The fund of a release.</summary>
/// <param name="Id">Its identifier and folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it is for, a sentence.</param>
/// <param name="Currency">Base currency, ISO 4217: every amount is in it.</param>
/// <param name="Fiction">Whether everything is invented.</param>
public sealed record ManifestFund(string Id, BilingualText Name, BilingualText Purpose, string Currency, bool Fiction);

/// <summary>The release before.</summary>
/// <param name="Version">Its version.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest, lower-case hexadecimal.</param>
public sealed record ManifestPrevious(string Version, string ManifestSha256);

/// <summary>What is other in a release than in the one it is compared with.</summary>
/// <param name="Level"><c>first</c>, <c>major</c>, <c>minor</c> or <c>patch</c>.</param>
/// <param name="Why">Why it is that.</param>
/// <param name="Changed">How many cells are others: rows of the table <c>changes</c>.</param>
/// <param name="ComparedWith">The version compared with; null for the first release, or when none is left whose tables may be read.</param>
public sealed record ManifestChanges(string Level, BilingualText Why, int Changed, string? ComparedWith = null);

/// <summary>A note to a release.</summary>
/// <param name="Reason">A code of <see cref="CodeLists.ChangeReason"/>.</param>
/// <param name="Text">What a reader must know.</param>
/// <param name="Correction">The correction it is about, or null.</param>
public sealed record ManifestNote(string Reason, BilingualText Text, string? Correction = null);

/// <summary>A disclosure policy.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">SHA-256 of the policy file, lower-case hexadecimal.</param>
public sealed record ManifestPolicy(string Id, string Version, string Sha256);

/// <summary>A definition that was used.</summary>
/// <param name="Id">The metric card's identifier.</param>
/// <param name="Version">The metric card's version.</param>
/// <param name="Table">The table it is shown in.</param>
public sealed record ManifestMetric(string Id, int Version, string Table);

/// <summary>How a check of the checklist ended.</summary>
public enum CheckOutcome
{
    /// <summary>It does not hold, and nothing is published: no manifest that is signed says so.</summary>
    Failed,

    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold, and a reader must know; it does not stop publication.</summary>
    Warning,

    /// <summary>It could not be checked.</summary>
    NotChecked,
}

/// <summary>One line of the publication checklist.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">What a reader should know.</param>
public sealed record ManifestCheck(string Id, CheckOutcome Outcome, BilingualText Detail);

/// <summary>The content of one table.</summary>
/// <param name="Table">The table's identifier.</param>
/// <param name="Rows">How many rows, 0 or more.</param>
/// <param name="Sha256">SHA-256 of its canonical CSV, lower-case hexadecimal.</param>
public sealed record ManifestContent(string Table, int Rows, string Sha256);

/// <summary>One file of a release as published.</summary>
/// <param name="Path">Path inside the release, with forward slashes.</param>
/// <param name="Bytes">Its size in bytes, 0 or more.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record ReleaseFile(string Path, long Bytes, string Sha256);
