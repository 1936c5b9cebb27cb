using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Lots;

/// <summary>The rule of lots once more, one lot and one outflow at a time: slow, obvious, and sharing nothing with the SQL.</summary>
internal sealed class ReferenceLots
{
    private const string Pool = "pool";

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

    /// <summary>What the pool advanced: what was charged beyond all that its designation held.</summary>
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
        foreach (var (outflow, advance) in Advances(asked))
        {
            Take(outflow, advance);
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

    /// <summary>What is charged in an epoch, each with what the pool advances of it: what is beyond all that its designation holds that day.</summary>
    private List<(ReferenceOutflow Charge, long Advance)> Advances(IReadOnlyList<ReferenceOutflow> asked)
    {
        List<(ReferenceOutflow, long)> all = [];
        foreach (var own in asked.GroupBy(outflow => outflow.Designation, StringComparer.Ordinal))
        {
            var lots = _lots.Where(lot => lot.Name.Designation == own.Key).ToList();
            var epoch = own.First().Entry.Epoch;
            var held = lots.Where(lot => lot.Name.Epoch < epoch).Sum(lot => lot.Left);
            held = Math.Max(0, held - _waiting.Where(one => one.Designation == own.Key).Sum(one => one.Left));
            lots.RemoveAll(lot => lot.Name.Epoch < epoch);
            var days = lots.Select(lot => lot.Name.CameOn).Concat(own.Select(outflow => outflow.Entry.ClearedOn));
            foreach (var day in days.Distinct().Order())
            {
                var today = own.Where(outflow => outflow.Entry.ClearedOn == day).ToList();
                held += lots.Where(lot => lot.Name.CameOn == day).Sum(lot => lot.Left);
                held -= today.Where(outflow => outflow.TargetKind is null).Sum(outflow => outflow.Left);
                held = Math.Max(0, held);
                foreach (var charge in today.Where(outflow => outflow.TargetKind is not null))
                {
                    var borne = own.Key == Pool ? charge.Left : Math.Min(held, charge.Left);
                    held -= own.Key == Pool ? 0 : borne;
                    all.Add((charge, charge.Left - borne));
                }
            }
        }

        return [.. all.OrderBy(one => one.Item1, ReferenceOutflow.Order)];
    }

    /// <summary>Takes from the gift an outflow is charged to, then from its designation; the pool pays what it advances.</summary>
    private void Take(ReferenceOutflow outflow, long advance)
    {
        var rest = new ReferenceOutflow(outflow.Entry, outflow.Designation, isAdvance: true);
        outflow.Left -= advance;
        Use(
            outflow,
            _lots
                .Where(lot => lot.Name.Kind == outflow.TargetKind && lot.Name.SourceId == outflow.TargetId)
                .OrderBy(lot => lot.Name.Designation, StringComparer.Ordinal)
        );
        rest.Left = outflow.Left;
        if (rest.Left > 0)
        {
            _waiting.Add(rest);
        }

        if (advance > 0)
        {
            _shortfalls.Add(new(outflow.Entry, advance));
            _waiting.Add(new(outflow.Entry, Pool, isAdvance: true) { Left = advance, Used = outflow.Left });
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
            : new(entry, isFee ? Pool : entry.Designation);
    }
}

/// <summary>What an outflow asked beyond all that its designation held.</summary>
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
