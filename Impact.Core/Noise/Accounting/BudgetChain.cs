using System.Security.Cryptography;
using NSec.Cryptography;

namespace Impact.Core.Noise.Accounting;

/// <summary>How a line of a budget ledger breaks the chain.</summary>
public enum BudgetBreakKind
{
    /// <summary>The line is not an entry in its canonical form, or the file does not end with a line feed.</summary>
    Form,

    /// <summary>The entry's number is not its place.</summary>
    Number,

    /// <summary>The digest of the line before is another.</summary>
    Previous,

    /// <summary>The signature is not the key's, or the first entry names another key.</summary>
    Signature,

    /// <summary>The entry may not follow the ones before it.</summary>
    Rule,
}

/// <summary>The first line that does not hold.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Refusal">Which rule; none unless <paramref name="Kind"/> is a rule.</param>
public sealed record BudgetBreak(long Line, BudgetBreakKind Kind, BudgetRefusal Refusal);

/// <summary>What a budget ledger says, as far as it holds.</summary>
/// <param name="Break">The first line that does not hold; null when all do.</param>
/// <param name="Account">The sums and reserves of the lines before.</param>
/// <param name="Heads">The head after each line before; the last one is the ledger's.</param>
/// <param name="Entries">The entries before the break, in order.</param>
public sealed record BudgetVerdict(
    BudgetBreak? Break,
    BudgetAccount Account,
    IReadOnlyList<BudgetHead> Heads,
    IReadOnlyList<BudgetEntry> Entries
)
{
    /// <summary>Where the chain ends.</summary>
    public BudgetHead Head => Heads.Count == 0 ? BudgetHead.Empty : Heads[^1];

    /// <summary>Whether the chain holds a head at its place: it goes on from there and did not begin anew.</summary>
    public bool Contains(BudgetHead head) =>
        head == BudgetHead.Empty
        || (head.Entries >= 1 && head.Entries <= Heads.Count && Heads[(int)head.Entries - 1] == head);
}

/// <summary>Reads and checks a budget ledger. It needs nothing but the bytes and the public key.</summary>
public static class BudgetChain
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>Checks form, order, digests, signatures, the sums in ℚ and every rule, line by line, up to the first that fails.</summary>
    /// <param name="lines">The file's bytes.</param>
    /// <param name="publicKey">The thirty-two bytes of the budget key's public half, from where the reader trusts it.</param>
    /// <returns>The verdict; an empty file is a chain without entries and without a break.</returns>
    public static BudgetVerdict Verify(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> publicKey)
    {
        _ = PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key);
        var keyDigest = Convert.ToHexStringLower(SHA256.HashData(publicKey));
        var account = new BudgetAccount();
        var heads = new List<BudgetHead>();
        var entries = new List<BudgetEntry>();
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf(LineFeed);
            var read = end < 0 ? null : BudgetLine.Read(lines[..end]);
            var fault = Fault(read, heads.Count == 0 ? BudgetHead.Empty : heads[^1]);
            fault ??= key is not null && IsSigned(key, keyDigest, read!.Value) ? null : BudgetBreakKind.Signature;
            var refusal = fault is null ? account.Take(read!.Value.Entry.Event) : BudgetRefusal.None;
            if (fault is not null || refusal != BudgetRefusal.None)
            {
                return new(new(heads.Count + 1, fault ?? BudgetBreakKind.Rule, refusal), account, heads, entries);
            }

            entries.Add(read!.Value.Entry);
            heads.Add(new(heads.Count + 1, Digest(lines[..end])));
            lines = lines[(end + 1)..];
        }

        return new(Break: null, account, heads, entries);
    }

    /// <summary>SHA-256 of a line without its line feed, lower-case hexadecimal.</summary>
    internal static string Digest(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));

    private static BudgetBreakKind? Fault(
        (BudgetEntry Entry, byte[] Body, byte[] Signature)? read,
        BudgetHead before
    ) =>
        read is not { } line ? BudgetBreakKind.Form
        : line.Entry.Number != before.Entries + 1 ? BudgetBreakKind.Number
        : line.Entry.Previous != before.Sha256 ? BudgetBreakKind.Previous
        : null;

    private static bool IsSigned(
        PublicKey key,
        string keyDigest,
        (BudgetEntry Entry, byte[] Body, byte[] Signature) line
    ) =>
        (line.Entry.Event is not BudgetOpened opened || opened.KeySha256 == keyDigest)
        && SignatureAlgorithm.Ed25519.Verify(key, BudgetLine.Signed(line.Body), line.Signature);
}
