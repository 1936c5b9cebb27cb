using Impact.Core.Ledger;
using Impact.Core.Metrics;

namespace Impact.Testing.Ledgers;

/// <summary>What the records tell of single people today, by the definitions of the cards. No run of the program computes it.</summary>
internal static class PeopleTables
{
    /// <summary>Every such table.</summary>
    public static IReadOnlyList<RawTable> Of(ILedgerEngine ledger, MetricScope scope)
    {
        using var run = new MetricRun(ledger, scope);
        return MetricFamilies.Compute(
            MetricFamilies.OfPeople,
            run,
            new(scope, new HashSet<string>(StringComparer.Ordinal), new ReportingCoverage([]))
        );
    }
}
