using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Impact.Core.Intake;

/// <summary>Keys in use, each under a random name that the engine passes along: the name tells nothing, the key never enters SQL.</summary>
internal sealed class KeySlots
{
    private const int NameBytes = 16;

    private readonly ConcurrentDictionary<string, TokenKey> _keys = new(StringComparer.Ordinal);

    /// <summary>Puts a key in a slot.</summary>
    public KeySlot Take(TokenKey key)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        _keys[name] = key;
        return new KeySlot(name, () => _keys.TryRemove(name, out _));
    }

    /// <summary>A hasher of this thread for the key of a slot.</summary>
    /// <exception cref="InvalidOperationException">The slot has been given back.</exception>
    public TokenHasher Hasher(ReadOnlySpan<byte> name) =>
        TokenHasher.OfThread(
            _keys.TryGetValue(Encoding.ASCII.GetString(name), out var key)
                ? key
                : throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"No key in this slot.")
                )
        );
}

/// <summary>A key in use; disposing gives it back.</summary>
/// <param name="Name">The slot's name, lower-case hexadecimal.</param>
/// <param name="GiveBack">Empties the slot.</param>
internal sealed record KeySlot(string Name, Action GiveBack) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => GiveBack();
}
