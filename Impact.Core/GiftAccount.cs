using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;

namespace Impact.Core;

/// <summary>What became of one gift as of a release. It is about one giver and never leaves the fund's own side.</summary>
/// <param name="Release">The release's version.</param>
/// <param name="CutOff">The last day that counts for the fund's own money.</param>
/// <param name="StatementDay">The last day that counts for partners.</param>
/// <param name="Currency">The fund's base currency.</param>
/// <param name="Steps">Where its money is; they add up to the gift.</param>
internal sealed record GiftAnswer(
    string Release,
    DateOnly CutOff,
    DateOnly StatementDay,
    string Currency,
    IReadOnlyList<GiftStep> Steps
);

/// <summary>Follows one gift on the ledger as a release knew it.</summary>
internal sealed class GiftAccount(DataFolder data)
{
    /// <summary>The answer for a gift; asked again at any later time it is the same.</summary>
    /// <param name="fund">The fund's identifier.</param>
    /// <param name="release">A version; null is the newest one.</param>
    /// <param name="gift">The source's own identifier.</param>
    /// <exception cref="FaultException">No such fund, release or gift.</exception>
    public GiftAnswer AsOf(string fund, string? release, string gift)
    {
        var description = new FundRegister(data).Get(fund);
        var bases = FundPublication.Bases(data, description.Id);
        var basis =
            bases.LastOrDefault(one => release is null || one.Version == release)
            ?? throw new FaultException(new Fault(Faults.NothingToPublish, description.Id));
        var scope = new MetricScope(description, basis.CutOff, basis.LastBatch)
        {
            Published = FundPublication.Published(data, description.Id, basis.Version),
            DeferredQuarters = FundPublication.DeferredQuarters(basis.Spending),
        };
        using var ledger = LedgerStore.Open(data.Ledger(description.Id));
        using var run = new MetricRun(ledger, scope);
        var steps = GiftPath.Of(run, gift);
        return steps.Count == 0
            ? throw new FaultException(new Fault(Faults.GiftUnknown, basis.Version))
            : new(basis.Version, scope.CutOff, scope.StatementDay, description.Currency, steps);
    }
}
