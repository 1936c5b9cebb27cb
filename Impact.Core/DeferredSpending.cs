using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.HouseholdMoney;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Flows;

namespace Impact.Core;

/// <summary>Asks gate G which quarters may show nothing of their spending, before the figures are computed: their money then counts in the next one.</summary>
/// <param name="ledger">Where the ledger lies.</param>
/// <param name="policy">The thresholds.</param>
internal sealed class DeferredSpending(ILedgerEngine ledger, DisclosurePolicy policy)
{
    /// <summary>The deferred quarters; always the same for a scope, so that a rebuild finds them again. None for a fund from public sources.</summary>
    /// <exception cref="FaultException"><see cref="Faults.HouseholdAidImpossible"/>.</exception>
    public IReadOnlySet<DeferredQuarter> Of(MetricScope scope)
    {
        if (scope.Fund.IsFromPublicSources)
        {
            return new HashSet<DeferredQuarter>();
        }

        using var run = new MetricRun(ledger, scope);
        var context = new TableContext(scope, Measures.ToldBy(WorkTables.ToldKinds(run)), new ReportingCoverage([]));
        var spending = new SpendingByCategory();
        var gate = new HouseholdSpending(
            scope.Fund,
            policy,
            [.. scope.Published.SelectMany(release => release.Spending).Distinct()]
        );
        return spending
            .Tables(spending.BySql(run), context)
            .SelectMany(gate.NotShown)
            .Select(quarter => new DeferredQuarter(quarter.Organisation, quarter.QuarterStart))
            .ToHashSet();
    }
}
