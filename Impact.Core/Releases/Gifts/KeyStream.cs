using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Impact.Core.Releases.Gifts;

/// <summary>Bytes that look random and follow from a key: AES-256 over a counter. The same key gives the same bytes.</summary>
internal sealed class KeyStream : IDisposable
{
    /// <summary>Four thousand and ninety-six blocks at a time.</summary>
    private const int Blocks = 4096;
    private const int BlockBytes = 16;

    private readonly Aes _cipher = Aes.Create();
    private readonly byte[] _counters = new byte[Blocks * BlockBytes];
    private readonly byte[] _bytes = new byte[Blocks * BlockBytes];
    private ulong _block;
    private int _used;

    /// <summary>Begins a stream.</summary>
    /// <param name="key">Thirty-two bytes that are used for nothing else.</param>
    public KeyStream(ReadOnlySpan<byte> key)
    {
        _cipher.SetKey(key);
        _used = _bytes.Length;
    }

    /// <summary>Fills with the next bytes.</summary>
    public void Fill(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (_used == _bytes.Length)
            {
                Refill();
            }

            var taken = Math.Min(target.Length, _bytes.Length - _used);
            _bytes.AsSpan(_used, taken).CopyTo(target);
            _used += taken;
            target = target[taken..];
        }
    }

    /// <summary>An order of 0 … count − 1 in which each of all orders is as likely as any other (Fisher and Yates).</summary>
    /// <returns>For each thing the place it takes.</returns>
    public uint[] Order(long count)
    {
        var places = new uint[count];
        for (var at = 0L; at < count; at++)
        {
            places[at] = checked((uint)at);
        }

        for (var last = count - 1; last > 0; last--)
        {
            var other = Below((uint)(last + 1));
            (places[last], places[other]) = (places[other], places[last]);
        }

        return places;
    }

    /// <inheritdoc />
    public void Dispose() => _cipher.Dispose();

    /// <summary>A number below a bound, each as likely: the high half of a product, drawn again where that would favour some (Lemire, 2019).</summary>
    private uint Below(uint bound)
    {
        var product = (ulong)Next() * bound;
        if ((uint)(product & uint.MaxValue) < bound)
        {
            var unfair = (uint)((1UL << 32) % bound);
            while ((uint)(product & uint.MaxValue) < unfair)
            {
                product = (ulong)Next() * bound;
            }
        }

        return (uint)(product >> 32);
    }

    private uint Next()
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        Fill(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private void Refill()
    {
        for (var at = 0; at < _counters.Length; at += BlockBytes)
        {
            BinaryPrimitives.WriteUInt64BigEndian(_counters.AsSpan(at + sizeof(ulong)), _block++);
        }

        _cipher.EncryptEcb(_counters, _bytes, PaddingMode.None);
        _used = 0;
    }
}
