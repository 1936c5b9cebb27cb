using System.Diagnostics;
using Impact.Core.Ledger;

namespace Impact.Benchmarks;

/// <summary>A ledger that remembers what each activity cost, so that one can see where a run spends its time.</summary>
internal sealed class TimedLedger(ILedgerEngine ledger) : ILedgerEngine
{
    private readonly Dictionary<string, double> _seconds = new(StringComparer.Ordinal);

    /// <summary>Seconds by activity, the dearest first.</summary>
    public IEnumerable<(string Activity, double Seconds)> Dearest =>
        _seconds.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value));

    /// <inheritdoc />
    public long Execute(string activity, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var clock = Stopwatch.StartNew();
        var rows = ledger.Execute(activity, sql, parameters);
        Add(activity, clock);
        return rows;
    }

    /// <inheritdoc />
    public IReadOnlyList<T> Query<T>(
        string activity,
        string sql,
        Func<LedgerRow, T> map,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        var clock = Stopwatch.StartNew();
        var rows = ledger.Query(activity, sql, map, parameters);
        Add(activity, clock);
        return rows;
    }

    private void Add(string activity, Stopwatch clock) =>
        _seconds[activity] = _seconds.GetValueOrDefault(activity) + clock.Elapsed.TotalSeconds;
}
