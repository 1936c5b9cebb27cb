using System.Security.Cryptography;
using System.Text;

namespace Impact.Core.Releases.Gifts;

/// <summary>
/// The secret that a donor's receipt carries: the first 130 bits of HMAC-SHA-256 under the fund's receipt key over the processor's
/// transaction id in UTF-8. It opens the donor's own record in every release and no other.
/// </summary>
internal sealed class ReceiptCode
{
    /// <summary>A hundred and thirty bits fill seventeen bytes but for the last six bits, which are 0.</summary>
    public const int Bytes = 17;

    /// <summary>The two bits of the last byte that belong to the code.</summary>
    public const byte LastByteMask = 0b1100_0000;

    private readonly byte[] _secret;

    internal ReceiptCode(byte[] secret) => _secret = secret;

    /// <summary>The code's bytes.</summary>
    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>The code of a transaction.</summary>
    public static ReceiptCode Of(ReadOnlySpan<byte> receiptKey, string transaction)
    {
        var secret = new byte[Bytes];
        Compute(receiptKey, Encoding.UTF8.GetBytes(transaction), secret);
        return new(secret);
    }

    /// <summary>Computes a code where there are millions.</summary>
    /// <param name="receiptKey">The fund's receipt key.</param>
    /// <param name="transaction">The transaction id, UTF-8.</param>
    /// <param name="secret">Seventeen bytes.</param>
    public static void Compute(ReadOnlySpan<byte> receiptKey, ReadOnlySpan<byte> transaction, Span<byte> secret)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(receiptKey, transaction, digest);
        digest[..Bytes].CopyTo(secret);
        secret[Bytes - 1] &= LastByteMask;
    }

    /// <summary>The code as people type it, see <see cref="ReceiptCodeText"/>.</summary>
    public override string ToString() => ReceiptCodeText.Write(_secret);
}
