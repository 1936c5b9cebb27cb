using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Impact.Core.Noise;

/// <summary>Random bits of the operating system's generator and exact uniform numbers made of them.</summary>
/// <remarks>
/// Nothing can be put in their place: there is no seed, no source and no parameter for one. A thread has a buffer of its own; a bit is
/// used once and wiped when it is read. The buffer is pinned, so that the garbage collector leaves no copies of it.
/// </remarks>
internal sealed class SecureBits
{
    /// <summary>Eight kibibytes are drawn at once.</summary>
    private const int BufferBytes = 8 * 1024;

    [ThreadStatic]
    private static SecureBits? ofThread;

    private readonly byte[] buffer = GC.AllocateArray<byte>(BufferBytes, pinned: true);
    private int used = BufferBytes;

    private SecureBits() { }

    /// <summary>The generator of the running thread. It must not be kept beyond a draw.</summary>
    public static SecureBits OfThread => ofThread ??= new();

    /// <summary>One of 2^32 equally likely numbers.</summary>
    public uint Next32()
    {
        var place = Take(sizeof(uint));
        var value = BinaryPrimitives.ReadUInt32LittleEndian(place);
        place.Clear();
        return value;
    }

    /// <summary>One of 2^64 equally likely numbers.</summary>
    public ulong Next64()
    {
        var place = Take(sizeof(ulong));
        var value = BinaryPrimitives.ReadUInt64LittleEndian(place);
        place.Clear();
        return value;
    }

    /// <summary>One of 2^128 equally likely numbers.</summary>
    public UInt128 Next128() => new(Next64(), Next64());

    /// <summary>Heads or tails.</summary>
    public bool NextBit()
    {
        var place = Take(1);
        var value = (place[0] & 1) == 1;
        place.Clear();
        return value;
    }

    /// <summary>One of 0 … <paramref name="limit" /> − 1, each exactly as likely; 0 without a draw for a limit of 1.</summary>
    /// <remarks>Lemire's multiplication (2019): of 2^64 products the first 2^64 mod limit of each share are drawn again.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0: nothing lies below.</exception>
    public ulong Below(ulong limit)
    {
        if (limit <= uint.MaxValue)
        {
            return Below((uint)limit);
        }

        var high = Math.BigMul(Next64(), limit, out var low);
        if (low < limit)
        {
            var surplus = unchecked(0UL - limit) % limit;
            while (low < surplus)
            {
                high = Math.BigMul(Next64(), limit, out low);
            }
        }

        return high;
    }

    /// <inheritdoc cref="Below(ulong)" />
    public UInt128 Below(UInt128 limit)
    {
        if (limit <= ulong.MaxValue)
        {
            return Below((ulong)limit);
        }

        // The smallest run of ones that covers limit − 1; less than half of what it lets through is drawn again.
        var mask = UInt128.MaxValue >> (int)UInt128.LeadingZeroCount(limit - UInt128.One);
        UInt128 value;
        do
        {
            value = Next128() & mask;
        } while (value >= limit);

        return value;
    }

    /// <inheritdoc cref="Below(ulong)" />
    public BigInteger Below(BigInteger limit)
    {
        if (limit.Sign > 0 && limit <= ulong.MaxValue)
        {
            return Below((ulong)limit);
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit.Sign, nameof(limit));
        var bits = (limit - BigInteger.One).GetBitLength();
        BigInteger value;
        do
        {
            value = NextBits(bits);
        } while (value >= limit);

        return value;
    }

    private uint Below(uint limit)
    {
        if (limit <= 1)
        {
            ArgumentOutOfRangeException.ThrowIfZero(limit);
            return 0;
        }

        var product = (ulong)Next32() * limit;
        if (unchecked((uint)product) < limit)
        {
            var surplus = unchecked(0U - limit) % limit;
            while (unchecked((uint)product) < surplus)
            {
                product = (ulong)Next32() * limit;
            }
        }

        return (uint)(product >> 32);
    }

    private BigInteger NextBits(long bits)
    {
        const int bitsOfByte = 8;
        var bytes = new byte[checked((int)((bits + bitsOfByte - 1) / bitsOfByte))];
        for (var filled = 0; filled < bytes.Length; )
        {
            var part = Math.Min(sizeof(ulong), bytes.Length - filled);
            var place = Take(part);
            place.CopyTo(bytes.AsSpan(filled));
            place.Clear();
            filled += part;
        }

        bytes[^1] &= (byte)(byte.MaxValue >> (int)((bytes.Length * (long)bitsOfByte) - bits));
        var value = new BigInteger(bytes, isUnsigned: true);
        CryptographicOperations.ZeroMemory(bytes);
        return value;
    }

    /// <summary>The next unread bytes; what is left of a buffer too short for them is wiped and not used.</summary>
    private Span<byte> Take(int count)
    {
        if (used + count > BufferBytes)
        {
            RandomNumberGenerator.Fill(buffer);
            used = 0;
        }

        var place = buffer.AsSpan(used, count);
        used += count;
        return place;
    }
}
