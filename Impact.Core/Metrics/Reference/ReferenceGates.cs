using System.Globalization;

namespace Impact.Core.Metrics.Reference;

/// <summary>The hard gates once more, by plain loops over the records.</summary>
internal sealed class ReferenceGates(ReferenceLedger ledger)
{
    private const string Pool = "pool";

    private static readonly string[] Refunds = ["gift_refund", "chargeback"];
    private static readonly string[] Charges = [.. Refunds, "processor_fee", "platform_fee", "bank_charge"];
    private static readonly string[] IntoFund = ["gift", "interest", "other_income", "return", "opening_balance"];
    private static readonly string[] OutOfFund = [.. Charges, "fund_cost", "disbursement"];

    /// <summary>Every gate, in the order of <see cref="HardGates.Ids"/>; violations by subject.</summary>
    public IReadOnlyList<GateResult> Run() => [.. HardGates.Ids.Select(Result)];

    private GateResult Result(string id)
    {
        if (!HardGates.IsChecked(id, ledger.ToldKinds))
        {
            return new(id, GateOutcome.NotChecked, []);
        }

        var found = id switch
        {
            "signs" => Counted(WrongSigns()),
            "references" => Counted([.. WrongRefunds(), .. OnOtherDesignations(), .. WrongReversals()]),
            "allocation" => Allocation(),
            "unallocated" => Unallocated(),
            "designation" => Worst([.. WithTheFund(), .. WithPartners(), .. Elsewhere()]),
            "balance" => Balance(),
            "register" => Register(),
            // What was refused as files came in stands in no books.
            _ => [],
        };
        List<GateViolation> all = [.. found.OrderBy(one => one.Subject, StringComparer.Ordinal)];
        return new(id, all.Count == 0 ? GateOutcome.Passed : GateOutcome.Failed, all);
    }

    private static IEnumerable<GateViolation> Counted(IEnumerable<string> kinds) =>
        kinds.GroupBy(kind => kind).Select(kind => new GateViolation(kind.Key, kind.Count()));

    private static IEnumerable<GateViolation> Worst(IEnumerable<GateViolation> all) =>
        all.Where(one => one.AmountMinor > 0)
            .GroupBy(one => one.Subject)
            .Select(own => new GateViolation(own.Key, own.Max(one => one.AmountMinor)));

    private IEnumerable<string> WrongSigns() =>
        from entry in ledger.Known
        where entry.OccurredOn <= ledger.Scope.CutOff && entry.Kind != "allocation_change"
        where entry.Reverses is null ? entry.BaseMinor <= 0 || entry.AmountMinor <= 0 : entry.BaseMinor >= 0
        select entry.Kind;

    private IEnumerable<string> WrongRefunds()
    {
        foreach (var back in ledger.Cleared.Where(IsRefund).GroupBy(entry => entry.RefersTo))
        {
            var gift = ledger.Known.Where(entry => entry.Kind == "gift" && entry.SourceId == back.Key).ToList();
            var isOneCurrency = back.Concat(gift).Select(entry => entry.Currency).Distinct().Count() == 1;
            if (
                gift.Count == 0
                || gift.Select(entry => entry.Profile).Distinct().Count() > 1
                || (
                    isOneCurrency
                        ? back.Sum(entry => entry.AmountMinor) > gift.Sum(entry => entry.AmountMinor)
                        : back.Sum(entry => entry.BaseMinor) > gift.Sum(entry => entry.BaseMinor)
                )
            )
            {
                yield return back.Select(entry => entry.Kind).Min(StringComparer.Ordinal)!;
            }
        }
    }

    /// <summary>Charges that stand on another designation than their gift.</summary>
    private IEnumerable<string> OnOtherDesignations()
    {
        var pairs =
            from charge in ledger.Cleared
            where Charges.Contains(charge.Kind, StringComparer.Ordinal)
            where charge is { RefersTo: not null, Reverses: null }
            from gift in ledger.Known
            where gift.Kind == "gift" && gift.SourceId == charge.RefersTo && gift.Designation != charge.Designation
            where Stands(charge) && IsGiftStanding(gift.SourceId, gift.Designation)
            select (
                charge.Profile,
                charge.Kind,
                charge.SourceId,
                charge.Designation,
                Gift: gift.SourceId,
                Of: gift.Designation
            );
        return pairs.Distinct().Select(pair => pair.Kind);
    }

    private bool Stands(ReferenceEntry charge) =>
        ledger
            .Cleared.Where(entry =>
                entry.Profile == charge.Profile
                && entry.Kind == charge.Kind
                && (entry.Reverses ?? entry.SourceId) == charge.SourceId
                && entry.Designation == charge.Designation
            )
            .Sum(entry => entry.BaseMinor) > 0;

    private bool IsGiftStanding(string id, string designation) =>
        ledger
            .Cleared.Where(entry =>
                entry.Kind == "gift" && (entry.Reverses ?? entry.SourceId) == id && entry.Designation == designation
            )
            .Sum(entry => entry.BaseMinor) > 0;

    private IEnumerable<string> WrongReversals()
    {
        var reversals = ledger
            .Known.Where(entry => entry.Reverses is not null && entry.OccurredOn <= ledger.Scope.CutOff)
            .ToList();
        foreach (var reversal in reversals)
        {
            var takesBack = Named(reversal)
                .Any(entry =>
                    entry.BaseMinor == -reversal.BaseMinor
                    && entry.AmountMinor == -reversal.AmountMinor
                    && entry.Currency == reversal.Currency
                );
            if (!takesBack)
            {
                yield return reversal.Kind;
            }
        }

        foreach (var same in reversals.GroupBy(entry => (entry.Profile, entry.Kind, entry.Reverses)))
        {
            var originals = Named(same.First()).Count(entry => entry.Reverses is null);
            if (originals > 0 && same.Count() > originals)
            {
                yield return same.Key.Kind;
            }
        }
    }

    private IEnumerable<ReferenceEntry> Named(ReferenceEntry reversal) =>
        ledger.Known.Where(entry =>
            entry.SourceId == reversal.Reverses && entry.Profile == reversal.Profile && entry.Kind == reversal.Kind
        );

    private IEnumerable<GateViolation> Allocation() =>
        from entry in ledger.Cleared
        where entry.Kind is "allocation" or "allocation_change" or "disbursement" or "return"
        group entry by (entry.Organisation, entry.Designation) into own
        let beyond = own.Sum(entry => entry.Kind == "disbursement" ? entry.BaseMinor : -entry.BaseMinor)
        where beyond > 0
        select new GateViolation($"{own.Key.Organisation}/{own.Key.Designation}", beyond);

    private IEnumerable<GateViolation> Unallocated()
    {
        var purse = new ReferencePurse(ledger);
        var allocated = ledger
            .Cleared.Where(entry => entry.Kind is "allocation" or "allocation_change")
            .ToLookup(entry => entry.Designation, entry => entry.BaseMinor);
        var left = purse
            .Designations.Concat(allocated.Select(own => own.Key))
            .Append(Pool)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                one => one,
                one => purse.Free.GetValueOrDefault(one) + purse.Advanced.GetValueOrDefault(one) - allocated[one].Sum(),
                StringComparer.Ordinal
            );
        left[Pool] -= purse.Advanced.Values.Sum();
        left["all"] = left.Values.Sum();
        return left.Where(one => one.Value < 0).Select(one => new GateViolation(one.Key, -one.Value));
    }

    private IEnumerable<GateViolation> WithTheFund()
    {
        var purse = new ReferencePurse(ledger);
        return purse
            .Short.Select(one => new GateViolation(one.Key, one.Value))
            .Append(new GateViolation(Pool, -purse.PoolLeft));
    }

    private IEnumerable<GateViolation> WithPartners()
    {
        var moved = ledger.Cleared.Where(entry =>
            entry.Kind is "disbursement" or "return" or "expenditure"
            || entry is { Kind: "opening_balance", Organisation: not null }
        );
        foreach (var partner in moved.GroupBy(entry => entry.Organisation ?? string.Empty))
        {
            var holds = partner
                .GroupBy(entry => entry.Designation)
                .ToDictionary(
                    own => own.Key,
                    own =>
                        own.Sum(entry => entry.Kind is "return" or "expenditure" ? -entry.BaseMinor : entry.BaseMinor)
                );
            var ofPool = holds.GetValueOrDefault(Pool);
            holds.Remove(Pool);
            foreach (var (designation, left) in holds)
            {
                yield return new($"{designation}/{partner.Key}", -left);
            }

            yield return new($"{Pool}/{partner.Key}", Math.Min(-ofPool, holds.Values.Where(left => left > 0).Sum()));
        }
    }

    private IEnumerable<GateViolation> Elsewhere() =>
        from entry in ledger.Cleared
        where entry.Kind is "allocation" or "allocation_change" or "disbursement" or "expenditure"
        let only = ledger.Scope.Fund.Designations.FirstOrDefault(one => one.Id == entry.Designation)?.OrganisationId
        where only is not null && entry.Organisation is not null && entry.Organisation != only
        let way = entry.Kind == "allocation_change" ? "allocation" : entry.Kind
        group entry by (entry.Designation, entry.Organisation, way) into own
        select new GateViolation(own.Key.Designation, Math.Abs(own.Sum(entry => entry.BaseMinor)));

    private IEnumerable<GateViolation> Balance()
    {
        var stated = ledger.Books.Balances.Where(one =>
            one.Batch <= ledger.Scope.LastBatch && one.AsOf <= ledger.Scope.CutOff
        );
        foreach (var day in stated.GroupBy(one => one.AsOf))
        {
            var booked = ledger.Cleared.Where(entry => entry.ClearedOn <= day.Key).Sum(InFund);
            var difference = booked - day.Sum(one => one.BaseMinor);
            if (difference != 0)
            {
                yield return new(day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), difference);
            }
        }
    }

    private static long InFund(ReferenceEntry entry) =>
        entry is { Kind: "opening_balance", Organisation: not null } ? 0
        : IntoFund.Contains(entry.Kind, StringComparer.Ordinal) ? entry.BaseMinor
        : OutOfFund.Contains(entry.Kind, StringComparer.Ordinal) ? -entry.BaseMinor
        : 0;

    private IEnumerable<GateViolation> Register()
    {
        var open = ReferenceRegister.Of(ledger).Where(row => row.State == "open").ToList();
        var items = open.Where(row => row.Item is not null)
            .Select(row => new GateViolation(
                $"{row.Match}/{row.Flow}/{row.Organisation}/{row.Item}/{row.Difference}",
                row.AmountMinor
            ));
        var sums = open.Where(row => row.Item is null)
            .GroupBy(row => (row.Match, row.Flow, row.QuarterStart))
            .Select(own => new GateViolation(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{own.Key.Match}/{own.Key.Flow}/{own.Key.QuarterStart:yyyy-MM-dd}"
                ),
                own.Sum(row => row.AmountMinor)
            ));
        return items.Concat(sums);
    }

    private static bool IsRefund(ReferenceEntry entry) => Refunds.Contains(entry.Kind, StringComparer.Ordinal);
}
