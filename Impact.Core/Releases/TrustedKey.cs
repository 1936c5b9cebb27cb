using System.Security.Cryptography;
using Impact.Core.Catalogue;
using NSec.Cryptography;

namespace Impact.Core.Releases;

/// <summary>The public key of a fund that a reader trusts, from the folder of public keys; never from a release.</summary>
internal sealed class TrustedKey
{
    /// <summary>A key's identifier is sixteen hexadecimal digits: eight bytes of its digest.</summary>
    private const int IdentifierBytes = 8;

    /// <summary>Two files cannot be replaced in one step: in between an index has two signatures.</summary>
    private const int MostAtOnce = 2;

    private const string PublicField = "public";

    private readonly PublicKey _key;

    internal TrustedKey(PublicKey key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(Bytes)[..IdentifierBytes]);
    }

    /// <summary>The first sixteen hexadecimal digits of the SHA-256 of the public key.</summary>
    public string Id { get; }

    /// <summary>The raw public key, thirty-two bytes.</summary>
    public byte[] Bytes => _key.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>Where a fund's public key is kept.</summary>
    public static string PathOf(string trustFolder, string fund) => Path.Combine(trustFolder, fund + ".pub");

    /// <summary>Reads a fund's public key.</summary>
    /// <exception cref="FaultException">The key is not there, or its text is damaged.</exception>
    public static TrustedKey Load(string trustFolder, string fund)
    {
        var path = PathOf(trustFolder, fund);
        if (!ReleaseNames.IsFund(fund) || ReadableFile.Bytes(path) is not { } bytes)
        {
            throw new FaultException(new(Faults.TrustMissing, path));
        }

        return Parse(bytes) ?? throw new FaultException(new(Faults.KeyUnreadable, path));
    }

    /// <summary>The text of the public key's file.</summary>
    public byte[] Write() =>
        SignatureFile.WriteFields([
            ("algorithm", SignatureFile.Algorithm),
            ("key", Id),
            (PublicField, Convert.ToBase64String(Bytes)),
        ]);

    /// <summary>A public key from its thirty-two bytes; null when they are none.</summary>
    public static TrustedKey? Import(byte[]? bytes) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes ?? [], KeyBlobFormat.RawPublicKey, out var key)
        && key is not null
            ? new TrustedKey(key)
            : null;

    /// <summary>Whether this is the very same key.</summary>
    public bool IsSameAs(TrustedKey other) => Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <summary>Whether a signature is this key's over exactly these bytes.</summary>
    public bool IsSignature(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        SignatureAlgorithm.Ed25519.Verify(_key, content, signature);

    /// <summary>Whether a text holds one signature alone, this key's over exactly these bytes.</summary>
    public bool HasSigned(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signatureText) =>
        SignatureFile.Parse(signatureText) is { Signatures.Count: 1 } file && HasSigned(content, file);

    /// <summary>Whether a text holds this key's signature over exactly these bytes, and at most one more: of the index before, or of the key that follows.</summary>
    public bool HasSignedAmong(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signatureText)
    {
        var files = SignatureFile.ParseAll(signatureText);
        if (files.Sum(file => file.Signatures.Count) > MostAtOnce)
        {
            return false;
        }

        foreach (var file in files)
        {
            if (HasSigned(content, file))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasSigned(ReadOnlySpan<byte> content, SignatureFile file)
    {
        if (file.KeyId != Id)
        {
            return false;
        }

        foreach (var signature in file.Signatures)
        {
            if (IsSignature(content, signature))
            {
                return true;
            }
        }

        return false;
    }

    private static TrustedKey? Parse(byte[] text)
    {
        if (
            SignatureFile.ReadFields(text)
            is not [("algorithm", SignatureFile.Algorithm), ("key", var id), (PublicField, var encoded)]
        )
        {
            return null;
        }

        return Import(SignatureFile.FromBase64(encoded)) is { } trusted && trusted.Id == id ? trusted : null;
    }
}
