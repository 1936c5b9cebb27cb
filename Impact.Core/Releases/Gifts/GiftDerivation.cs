using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Impact.Core.Releases.Gifts;

/// <summary>Every secret that follows from a receipt code or from the fund's proof key for one release.</summary>
/// <remarks>
/// What is hashed are fields, each its length in two bytes (high byte first) and its bytes, so that no two lists of fields have one
/// encoding. <c>docs/gift-proofs.md</c> lists them for who writes another program.
/// </remarks>
internal sealed class GiftDerivation
{
    /// <summary>A record's name has sixteen bytes.</summary>
    public const int NameBytes = 16;

    /// <summary>Sixteen bytes bind a record's key to what is sealed.</summary>
    public const int SaltBytes = 16;

    /// <summary>A key of AES-256 and a nonce of GCM.</summary>
    public const int SealBytes = KeyBytes + NonceBytes;

    /// <summary>AES-256 has keys of thirty-two bytes.</summary>
    public const int KeyBytes = 32;

    /// <summary>GCM has nonces of twelve bytes.</summary>
    public const int NonceBytes = 12;

    /// <summary>Where a record lies follows from eight bytes.</summary>
    private const int PlaceBytes = 8;

    private const int UsualMessage = 256;

    private readonly byte[][] _leaf;
    private readonly byte[] _where;
    private readonly byte[] _salt;
    private readonly byte[] _seal;

    /// <summary>Prepares a release.</summary>
    /// <param name="release">Fund, slash, version.</param>
    public GiftDerivation(string release)
    {
        Release = release;
        _leaf = [Fields("gift-leaf", release), Fields("refund-leaf", release)];
        _where = Fields("gift-record-place", release);
        _salt = Fields("gift-record-salt", release);
        _seal = Fields("gift-record-key", release);
    }

    /// <summary>Fund, slash, version.</summary>
    public string Release { get; }

    /// <summary>Texts as fields.</summary>
    public static byte[] Fields(params ReadOnlySpan<string> texts)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        foreach (var text in texts)
        {
            var field = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)field.Length));
            bytes.Write(length);
            bytes.Write(field);
        }

        return bytes.ToArray();
    }

    /// <summary>The secret of a leaf, s: HMAC-SHA-256 under the code over purpose, release, one byte i and the transaction id.</summary>
    /// <param name="code">The receipt code's bytes.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="power">Which power of two the leaf holds, 0 to 62: the i of the formula.</param>
    /// <param name="transaction">The transaction id, UTF-8, at most 65,535 bytes.</param>
    /// <param name="secret">Thirty-two bytes.</param>
    public void LeafSecret(
        ReadOnlySpan<byte> code,
        GiftTree tree,
        int power,
        ReadOnlySpan<byte> transaction,
        Span<byte> secret
    )
    {
        var prefix = _leaf[(int)tree];
        var length = prefix.Length + 1 + sizeof(ushort) + transaction.Length;
        var message = length <= UsualMessage ? stackalloc byte[UsualMessage] : new byte[length];
        prefix.CopyTo(message);
        message[prefix.Length] = (byte)power;
        BinaryPrimitives.WriteUInt16BigEndian(message[(prefix.Length + 1)..], checked((ushort)transaction.Length));
        transaction.CopyTo(message[(prefix.Length + 1 + sizeof(ushort))..]);
        HMACSHA256.HashData(code, message[..length], secret);
    }

    /// <summary>Where the record of a code lies.</summary>
    /// <param name="code">The receipt code's bytes.</param>
    /// <param name="buckets">How many buckets there are, a power of two.</param>
    /// <param name="name">Sixteen bytes: the record's name.</param>
    /// <returns>The bucket, from 0: the first bits of the derived bytes.</returns>
    public int Place(ReadOnlySpan<byte> code, int buckets, Span<byte> name)
    {
        Span<byte> derived = stackalloc byte[PlaceBytes + NameBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code, derived, salt: [], _where);
        derived[PlaceBytes..].CopyTo(name);
        return (int)(((UInt128)BinaryPrimitives.ReadUInt64BigEndian(derived) * (uint)buckets) >> 64);
    }

    /// <summary>What binds a record's key to its content: the first 16 bytes of an HMAC under a key from the code.</summary>
    public void Salt(ReadOnlySpan<byte> code, ReadOnlySpan<byte> plain, Span<byte> salt)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code, key, salt: [], _salt);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, plain, digest);
        digest[..SaltBytes].CopyTo(salt);
    }

    /// <summary>Key and nonce of a record: HKDF-SHA-256 of the code with the record's salt.</summary>
    public void Seal(ReadOnlySpan<byte> code, ReadOnlySpan<byte> salt, Span<byte> keyAndNonce) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code, keyAndNonce, salt, _seal);

    /// <summary>The secret of a leaf of 0 that only fills the tree: so made that nobody tells its hash from another's.</summary>
    /// <param name="proofKey">The fund's proof key.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="slot">Which one, from 0, before the order is applied.</param>
    /// <param name="secret">Thirty-two bytes.</param>
    public void PaddingSecret(ReadOnlySpan<byte> proofKey, GiftTree tree, long slot, Span<byte> secret)
    {
        var prefix = Fields("gift-padding", Release, tree.ToString());
        Span<byte> message = stackalloc byte[prefix.Length + sizeof(long)];
        prefix.CopyTo(message);
        BinaryPrimitives.WriteInt64BigEndian(message[prefix.Length..], slot);
        HMACSHA256.HashData(proofKey, message, secret);
    }

    /// <summary>The key of a tree's order.</summary>
    public byte[] OrderKey(ReadOnlySpan<byte> proofKey, GiftTree tree) =>
        HMACSHA256.HashData(proofKey, Fields("gift-order", Release, tree.ToString()));

    /// <summary>The key of the records that only fill buckets. The roots are in it, so that another build fills them otherwise.</summary>
    public byte[] FillKey(ReadOnlySpan<byte> proofKey, ReadOnlySpan<byte> roots) =>
        HMACSHA256.HashData(proofKey, [.. Fields("gift-fill", Release), .. roots]);
}
