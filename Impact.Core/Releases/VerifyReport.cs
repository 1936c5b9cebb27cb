using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>What a check of one release found.</summary>
/// <param name="Fund">The fund the release says it is of; empty when its manifest cannot be read.</param>
/// <param name="Version">The version it says it is; empty when its manifest cannot be read.</param>
/// <param name="Claims">Every claim, always the same ones in the same order.</param>
public sealed record VerifyReport(string Fund, string Version, IReadOnlyList<VerifyClaim> Claims)
{
    /// <summary>Whether no claim failed. A claim that could not be checked is not a failure, and is said.</summary>
    public bool Holds => Claims.All(claim => claim.Outcome != ClaimOutcome.Failed);
}

/// <summary>One thing a release claims, and whether it is so.</summary>
/// <param name="Id">Stable identifier, lower case with hyphens.</param>
/// <param name="Statement">The claim in words.</param>
/// <param name="Outcome">How the check ended.</param>
/// <param name="Detail">Where it fails or why it was not checked: files, tables, lines, never a cell's content. Null when it holds and nothing is to be said.</param>
public sealed record VerifyClaim(string Id, BilingualText Statement, ClaimOutcome Outcome, BilingualText? Detail);

/// <summary>How the check of a claim ended.</summary>
public enum ClaimOutcome
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>It could not be checked here; the detail says why.</summary>
    NotChecked,
}
