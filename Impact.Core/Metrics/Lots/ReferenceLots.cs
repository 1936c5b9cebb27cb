using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Lots;

/// <summary>The rule of lots once more, one lot and one outflow at a time: slow, obvious, and sharing nothing with the SQL.</summary>
internal sealed class ReferenceLots
{
    private static readonly string[] Income = ["gift", "interest", "other_income", "opening_balance", "return"];
    private static readonly string[] Refunds = ["gift_refund", "chargeback"];
    private static readonly string[] Fees = ["processor_fee", "platform_fee", "bank_charge"];
    private static readonly string[] Uses = [.. Refunds, .. Fees, "fund_cost", "disbursement"];

    private readonly List<ReferenceLot> _lots = [];
    private readonly List<ReferenceOutflow> _waiting = [];
    private readonly List<ReferencePart> _parts = [];
    private readonly List<ReferenceShortfall> _shortfalls = [];
    private readonly List<ReferenceOutflow> _payments = [];

    private ReferenceLots(ReferenceLedger ledger)
    {
        var entries = ReferenceNetting.Of(ledger, [.. Income, .. Uses]);
        for (var epoch = 1; epoch <= ledger.Scope.Published.Count + 1; epoch++)
        {
            RunEpoch([.. entries.Where(entry => entry.Epoch == epoch)]);
        }

        _parts.AddRange(_lots.Where(lot => lot.Left > 0).Select(lot => new ReferencePart(lot, null, lot.Left, 0)));
    }

    /// <summary>Every part of every lot.</summary>
    public IReadOnlyList<ReferencePart> Parts => _parts;

    /// <summary>What outflows asked beyond the gift they are charged to.</summary>
    public IReadOnlyList<ReferenceShortfall> Shortfalls => _shortfalls;

    /// <summary>Payments to partners, in their order.</summary>
    public IReadOnlyList<ReferenceOutflow> Payments => _payments;

    /// <summary>Runs the rule over what counts in a ledger.</summary>
    public static ReferenceLots Of(ReferenceLedger ledger) => new(ledger);

    private void RunEpoch(IReadOnlyList<ReferenceNet> entries)
    {
        var arrived = entries.Where(entry => Income.Contains(entry.Kind) == (entry.AmountMinor > 0));
        _lots.AddRange(arrived.Select(entry => new ReferenceLot(entry)));
        _lots.Sort(ReferenceLot.Compare);
        var asked = entries
            .Where(entry => Income.Contains(entry.Kind) == (entry.AmountMinor < 0))
            .Select(Outflow)
            .OrderBy(outflow => outflow, ReferenceOutflow.Order)
            .ToList();
        foreach (var outflow in asked.Where(outflow => outflow.TargetKind is not null))
        {
            Take(outflow);
        }

        _payments.AddRange(asked.Where(outflow => outflow.Entry.Kind == "disbursement"));
        _waiting.AddRange(asked.Where(outflow => outflow.TargetKind is null));
        _waiting.Sort(ReferenceOutflow.Order);
        foreach (var outflow in _waiting)
        {
            Use(outflow, _lots.Where(lot => lot.Name.Designation == outflow.Designation));
        }

        _waiting.RemoveAll(outflow => outflow.Left == 0);
    }

    /// <summary>Takes from the gift an outflow is charged to; the pool advances what is beyond it.</summary>
    private void Take(ReferenceOutflow outflow)
    {
        Use(
            outflow,
            _lots
                .Where(lot => lot.Name.Kind == outflow.TargetKind && lot.Name.SourceId == outflow.TargetId)
                .OrderBy(lot => lot.Name.Designation, StringComparer.Ordinal)
        );
        if (outflow.Left > 0)
        {
            _shortfalls.Add(new(outflow.Entry, outflow.Left));
            _waiting.Add(new(outflow.Entry, "pool", isAdvance: true) { Left = outflow.Left });
        }
    }

    private void Use(ReferenceOutflow outflow, IEnumerable<ReferenceLot> lots)
    {
        foreach (var lot in lots)
        {
            var amount = Math.Min(lot.Left, outflow.Left);
            if (amount > 0)
            {
                _parts.Add(new(lot, outflow, amount, outflow.Used));
                lot.Left -= amount;
                outflow.Left -= amount;
                outflow.Used += amount;
            }
        }
    }

    private static ReferenceOutflow Outflow(ReferenceNet entry)
    {
        if (Income.Contains(entry.Kind))
        {
            return new(entry, entry.Designation) { TargetKind = entry.Kind, TargetId = entry.SourceId };
        }

        var isFee = Fees.Contains(entry.Kind);
        return Refunds.Contains(entry.Kind) || (isFee && entry.RefersTo is not null)
            ? new(entry, entry.Designation) { TargetKind = "gift", TargetId = entry.RefersTo }
            : new(entry, isFee ? "pool" : entry.Designation);
    }
}

/// <summary>What an outflow asked beyond the gift it is charged to.</summary>
internal sealed record ReferenceShortfall(ReferenceNet Entry, long AmountMinor);

/// <summary>A part of a lot with one use, or none.</summary>
internal sealed record ReferencePart(ReferenceLot Lot, ReferenceOutflow? Outflow, long AmountMinor, long OffsetMinor)
{
    /// <summary>The same as the SQL names it.</summary>
    public LotPart ToPart() =>
        new(
            Lot.Name,
            Outflow is { Entry: var use }
                ? new(use.Kind, use.SourceId, use.Organisation, use.ClearedOn, Outflow.IsAdvance)
                : null,
            AmountMinor,
            OffsetMinor
        );
}
