using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Impact.Core.Intake;

/// <summary>
/// What the engine's functions work with, each under a random name that the engine passes along: the name tells nothing, and
/// what lies in the slot (a key, a book of rates) never enters SQL.
/// </summary>
/// <typeparam name="T">What lies in the slots.</typeparam>
internal sealed class EngineSlots<T>
    where T : class
{
    private const int NameBytes = 16;

    private readonly ConcurrentDictionary<string, T> _slots = new(StringComparer.Ordinal);

    /// <summary>Puts something in a slot.</summary>
    public EngineSlot Take(T content)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        _slots[name] = content;
        return new EngineSlot(name, () => _slots.TryRemove(name, out _));
    }

    /// <summary>What lies in a slot.</summary>
    /// <exception cref="InvalidOperationException">The slot has been given back.</exception>
    public T Of(ReadOnlySpan<byte> name) =>
        _slots.TryGetValue(Encoding.ASCII.GetString(name), out var content)
            ? content
            : throw new InvalidOperationException("Nothing in this slot.");
}

/// <summary>A slot in use; disposing gives it back.</summary>
/// <param name="Name">The slot's name, lower-case hexadecimal.</param>
/// <param name="GiveBack">Empties the slot.</param>
internal sealed record EngineSlot(string Name, Action GiveBack) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => GiveBack();
}
