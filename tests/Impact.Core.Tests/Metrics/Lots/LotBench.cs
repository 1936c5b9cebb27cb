using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Lots;

/// <summary>Lots of a drafted ledger, by SQL and by the plain reference.</summary>
internal sealed class LotBench : IDisposable
{
    private readonly TestLedger _ledger = new();

    public static MetricScope Late { get; } = new(TestFunds.Plain, new DateOnly(2022, 12, 31), LastBatch: 1000);

    public IReadOnlyList<LotPart> BySql(DraftLedger draft, MetricScope scope)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        return LotPart.All(run);
    }

    public T OnRun<T>(DraftLedger draft, MetricScope scope, Func<MetricRun, T> look)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        return look(run);
    }

    public static ReferenceLots ByReference(DraftLedger draft, MetricScope scope) =>
        ReferenceLots.Of(new(draft.ToReference(), scope, LedgerKinds.All.ToHashSet(StringComparer.Ordinal)));

    public void Dispose() => _ledger.Dispose();
}
