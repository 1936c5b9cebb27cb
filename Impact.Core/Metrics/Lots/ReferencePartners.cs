using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Lots;

/// <summary>What partners did with each part of each lot, one amount at a time.</summary>
internal static class ReferencePartners
{
    private static readonly string[] Order =
    [
        "returned",
        "spent_programme",
        "spent_management",
        "spent_fundraising",
        "spent",
    ];

    /// <summary>The steps of a gift, as <see cref="GiftPath"/> finds them.</summary>
    public static IReadOnlyList<GiftStep> PathOf(ReferenceLedger ledger, ReferenceLots lots, string gift)
    {
        var own = lots.Parts.Where(part => part.Lot.Name is { Kind: "gift" } name && name.SourceId == gift).ToList();
        var last = ledger.Scope.StatementDay;
        List<GiftStep> steps = [];
        foreach (var part in own)
        {
            if (part.Outflow is not { Entry: var use } outflow)
            {
                steps.Add(new("fund", null, null, null, null, part.AmountMinor));
            }
            else if (outflow.IsAdvance || use.Kind != "disbursement")
            {
                var place = outflow.IsAdvance ? "advanced" : "taken";
                steps.Add(new(place, null, use.Kind, null, use.ClearedOn, part.AmountMinor));
            }
            else if (use.ClearedOn > last)
            {
                steps.Add(new("partners", null, null, null, null, part.AmountMinor));
            }
        }

        var partners = ledger
            .Closed.Select(entry => entry.Organisation ?? string.Empty)
            .Distinct(StringComparer.Ordinal);
        steps.AddRange(partners.SelectMany(partner => OfPartner(ledger, lots, partner, own)));
        return GiftPath.Together(steps);
    }

    private static List<GiftStep> OfPartner(
        ReferenceLedger ledger,
        ReferenceLots lots,
        string partner,
        List<ReferencePart> own
    )
    {
        var held = new Queue<(ReferencePart? Part, long Amount)>(Arrivals(ledger, lots, partner));
        List<GiftStep> steps = [];
        foreach (var (quarter, measure, asked) in Uses(ledger, partner))
        {
            for (var left = asked; left > 0 && held.Count > 0; )
            {
                var (part, amount) = held.Dequeue();
                var used = Math.Min(left, amount);
                left -= used;
                Note(part, new(measure == "returned" ? "returned" : "spent", partner, measure, quarter, null, used));
                if (amount > used)
                {
                    held = new([(part, amount - used), .. held]);
                }
            }
        }

        foreach (var (part, amount) in held)
        {
            Note(part, new("partner", partner, null, null, part?.Outflow!.Entry.ClearedOn, amount));
        }

        return steps;

        void Note(ReferencePart? part, GiftStep step)
        {
            if (part is not null && own.Contains(part))
            {
                steps.Add(step);
            }
        }
    }

    /// <summary>What a partner holds, in the order it came: opening balance, then payments, each lot by lot.</summary>
    private static IEnumerable<(ReferencePart? Part, long Amount)> Arrivals(
        ReferenceLedger ledger,
        ReferenceLots lots,
        string partner
    )
    {
        var opening = ledger
            .Closed.Where(entry => entry.Kind == "opening_balance" && entry.Organisation is { } one && one == partner)
            .Sum(entry => entry.BaseMinor);
        if (opening > 0)
        {
            yield return (null, opening);
        }

        foreach (var payment in lots.Payments.Where(payment => IsTo(payment.Entry, partner, ledger)))
        {
            var parts = lots.Parts.Where(part => part.Outflow == payment).OrderBy(part => part.OffsetMinor).ToList();
            foreach (var part in parts)
            {
                yield return (part, part.AmountMinor);
            }

            var uncovered = payment.Entry.AmountMinor - parts.Sum(part => part.AmountMinor);
            if (uncovered > 0)
            {
                yield return (null, uncovered);
            }
        }
    }

    private static bool IsTo(ReferenceNet entry, string partner, ReferenceLedger ledger) =>
        (entry.Organisation ?? string.Empty) == partner && entry.ClearedOn <= ledger.Scope.StatementDay;

    /// <summary>What a partner used, one closed total after another in the order of the code list.</summary>
    private static IEnumerable<(DateOnly Quarter, string Measure, long Amount)> Uses(
        ReferenceLedger ledger,
        string partner
    )
    {
        var moved = ledger
            .Closed.Where(entry =>
                (entry.Organisation ?? string.Empty) == partner && entry.Kind is "return" or "expenditure"
            )
            .Select(entry =>
                (Quarter: ReferenceFlows.Quarter(entry), Measure: MeasureOf(entry), Amount: entry.BaseMinor)
            );
        var takenBack = ReferenceNetting
            .Of(ledger, ["disbursement"])
            .Where(net => net.AmountMinor < 0 && IsTo(net, partner, ledger))
            .Select(net => (Quarter: QuarterOf(net.ClearedOn), Measure: "returned", Amount: -net.AmountMinor));
        return moved
            .Concat(takenBack)
            .GroupBy(one => (one.Quarter, one.Measure))
            .Select(group => (group.Key.Quarter, group.Key.Measure, Amount: group.Sum(one => one.Amount)))
            .Where(total => total.Amount > 0)
            .OrderBy(total => total.Quarter)
            .ThenBy(total => Array.IndexOf(Order, total.Measure));
    }

    private static string MeasureOf(ReferenceEntry entry) =>
        entry.Kind == "return"
            ? "returned"
            : ReferenceFlows.MeasuresOf(entry).FirstOrDefault(measure => measure != "spent") ?? "spent";

    private static DateOnly QuarterOf(DateOnly day) => Quantities.Period.Of(Quantities.PeriodGrain.Quarter, day).Start;
}
