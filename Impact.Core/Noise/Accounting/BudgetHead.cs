namespace Impact.Core.Noise.Accounting;

/// <summary>Where a budget ledger ends. Every release carries it, so that no earlier ledger can take its place.</summary>
/// <param name="Entries">How many entries there are; 0 for an empty chain.</param>
/// <param name="Sha256">SHA-256 of the last line without its line feed, lower-case hexadecimal; sixty-four zeros for an empty chain.</param>
public sealed record BudgetHead(long Entries, string Sha256)
{
    /// <summary>What an empty chain ends with.</summary>
    public static BudgetHead Empty { get; } = new(0, new string('0', DigestDigits));

    /// <summary>A SHA-256 digest is sixty-four hexadecimal digits.</summary>
    private const int DigestDigits = 64;
}
