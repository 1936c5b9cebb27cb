using System.Security.Cryptography;

namespace Impact.Core.Releases.Gifts;

/// <summary>
/// A gift's record as it lies in a bucket: name, salt, AES-256-GCM of the record filled with zeros, tag. Whoever lacks the code sees bytes
/// that tell nothing, of the same number for every record of the release.
/// </summary>
/// <remarks>
/// Key and nonce follow from the code, the release and the salt, and the salt from what is sealed: another content, as when a build is
/// repeated after a crash, has another key. The name is authenticated with the record.
/// </remarks>
internal static class SealedRecord
{
    /// <summary>A record has at most two thousand and forty-eight bytes.</summary>
    public const int MostBytes = 2048;

    /// <summary>Sizes go in steps of two hundred and fifty-six bytes.</summary>
    private const int StepBytes = 256;

    /// <summary>GCM's tag has sixteen bytes.</summary>
    private const int TagBytes = 16;

    private const int HeadBytes = GiftDerivation.NameBytes + GiftDerivation.SaltBytes;

    /// <summary>What is sealed may have at most so many bytes.</summary>
    public const int MostPlain = MostBytes - HeadBytes - TagBytes;

    /// <summary>The size of a release's records, for the longest that is sealed.</summary>
    public static int SizeFor(int longestPlain) =>
        (longestPlain + HeadBytes + TagBytes + StepBytes - 1) / StepBytes * StepBytes;

    /// <summary>Whether a size is one that records may have.</summary>
    public static bool IsSize(int bytes) => bytes is > 0 and <= MostBytes && bytes % StepBytes == 0;

    /// <summary>Seals a record.</summary>
    /// <param name="derivation">The release's derivation.</param>
    /// <param name="code">The receipt code's bytes.</param>
    /// <param name="plain">What is sealed; the rest is zeros.</param>
    /// <param name="record">Where it goes, its name already in its place; its length is the release's size.</param>
    public static void Seal(
        GiftDerivation derivation,
        ReadOnlySpan<byte> code,
        ReadOnlySpan<byte> plain,
        Span<byte> record
    )
    {
        Span<byte> filled = stackalloc byte[record.Length - HeadBytes - TagBytes];
        filled.Clear();
        plain.CopyTo(filled);
        var salt = record.Slice(GiftDerivation.NameBytes, GiftDerivation.SaltBytes);
        derivation.Salt(code, filled, salt);
        Span<byte> seal = stackalloc byte[GiftDerivation.SealBytes];
        derivation.Seal(code, salt, seal);
        using var cipher = new AesGcm(seal[..GiftDerivation.KeyBytes], TagBytes);
        cipher.Encrypt(
            seal[GiftDerivation.KeyBytes..],
            filled,
            record[HeadBytes..^TagBytes],
            record[^TagBytes..],
            record[..GiftDerivation.NameBytes]
        );
        CryptographicOperations.ZeroMemory(seal);
    }

    /// <summary>Opens a record; null when the code, the release or a byte is another.</summary>
    public static byte[]? Open(GiftDerivation derivation, ReadOnlySpan<byte> code, ReadOnlySpan<byte> record)
    {
        var plain = new byte[record.Length - HeadBytes - TagBytes];
        Span<byte> seal = stackalloc byte[GiftDerivation.SealBytes];
        derivation.Seal(code, record.Slice(GiftDerivation.NameBytes, GiftDerivation.SaltBytes), seal);
        using var cipher = new AesGcm(seal[..GiftDerivation.KeyBytes], TagBytes);
        try
        {
            cipher.Decrypt(
                seal[GiftDerivation.KeyBytes..],
                record[HeadBytes..^TagBytes],
                record[^TagBytes..],
                plain,
                record[..GiftDerivation.NameBytes]
            );
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
