using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Core.Quantities;
using Impact.Core.Releases.Gifts;

namespace Impact.Core;

/// <summary>The gifts that a release proves, from the ledger as the release knows it, up to the day of its statement's lines.</summary>
internal sealed class LedgerGifts : IGiftSource
{
    private readonly IDisposable? _ledger;
    private readonly MetricRun _run;

    private LedgerGifts(ILedgerEngine ledger, MetricScope scope, IDisposable? owned)
    {
        _ledger = owned;

        // Whatever is told of a gift is told as of one day: the statement's.
        _run = new(ledger, scope with { CutOff = scope.StatementDay });
    }

    /// <inheritdoc />
    public DateOnly CountedTo => _run.Scope.StatementDay;

    /// <summary>Opens a fund's gifts; null where its sources are public or name no gifts.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="scope">Fund, days, and what was known and published before.</param>
    public static LedgerGifts? Open(DataFolder data, MetricScope scope)
    {
        if (scope.Fund.IsFromPublicSources)
        {
            return null;
        }

        var ledger = LedgerStore.Open(data.Ledger(scope.Fund.Id));
        var gifts = new LedgerGifts(ledger, scope, ledger);
        if (WorkTables.ToldKinds(gifts._run).Contains("gift"))
        {
            return gifts;
        }

        gifts.Dispose();
        return null;
    }

    /// <summary>The gifts of a ledger that is open already and stays so.</summary>
    public static LedgerGifts Of(ILedgerEngine ledger, MetricScope scope) => new(ledger, scope, owned: null);

    /// <inheritdoc />
    /// <exception cref="FaultException"><see cref="Faults.GiftShared"/>.</exception>
    public IEnumerable<IReadOnlyList<ProvenGift>> Read()
    {
        for (var part = 0; ; part++)
        {
            var rows = ProvenTables.GiftsOf(_run, part);
            if (rows.Count == 0)
            {
                yield break;
            }

            RequireOwnNames(rows);
            var steps = ProvenTables.StepsOf(_run, part);
            yield return [.. rows.Select(row => Gift(row, steps[row.Transaction]))];
        }
    }

    /// <inheritdoc />
    public ProvenGift Shorten(ProvenGift gift, int most) =>
        gift.Lots.Count <= most ? gift : gift with { Lots = Lots(GiftPath.AtMost(most, [.. gift.Lots.Select(Step)])) };

    /// <inheritdoc />
    public void Dispose()
    {
        _run.Dispose();
        _ledger?.Dispose();
    }

    private void RequireOwnNames(IReadOnlyList<ProvenRow> rows)
    {
        if (rows.Count(row => row.IsShared) is > 0 and var shared)
        {
            throw new FaultException(
                new Fault(Faults.GiftShared, _run.Scope.Fund.Id, shared.ToString(CultureInfo.InvariantCulture))
            );
        }
    }

    private ProvenGift Gift(ProvenRow row, IEnumerable<GiftStep> steps) =>
        new()
        {
            Transaction = row.Transaction,
            ClearedOn = row.ClearedOn,
            Currency = row.Currency ?? _run.Scope.Fund.Currency,
            AmountMinor = row.AmountMinor,
            BaseMinor = row.BaseMinor,
            RefundedMinor = row.RefundedMinor,
            Lots = Lots(GiftPath.Together(steps)),
        };

    private static IReadOnlyList<GiftLot> Lots(IReadOnlyList<GiftStep> steps) =>
        [
            .. steps.Select(step => new GiftLot(
                step.Place,
                step.Organisation,
                step.Measure,
                step.Quarter is { } quarter ? Period.Of(PeriodGrain.Quarter, quarter).Code : null,
                step.Since,
                step.AmountMinor
            )),
        ];

    private static GiftStep Step(GiftLot lot) =>
        new(
            lot.Place,
            lot.Organisation,
            lot.Measure,
            lot.Quarter is { } quarter ? PeriodCode.Parse(quarter).Start : null,
            lot.Since,
            lot.AmountMinor
        );
}
