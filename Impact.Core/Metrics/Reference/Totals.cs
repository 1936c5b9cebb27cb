namespace Impact.Core.Metrics.Reference;

/// <summary>Adds amounts by key; a key that was met stays, also when its amounts add up to nothing.</summary>
internal sealed class Totals<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, long> _amounts = [];

    /// <summary>Adds an amount to a key's total.</summary>
    /// <exception cref="OverflowException">The total has no room in 64 bits.</exception>
    public void Add(TKey key, long amount) => _amounts[key] = checked(_amounts.GetValueOrDefault(key) + amount);

    /// <summary>One value a key.</summary>
    public IReadOnlyList<T> To<T>(Func<TKey, long, T> map) => [.. _amounts.Select(pair => map(pair.Key, pair.Value))];
}
