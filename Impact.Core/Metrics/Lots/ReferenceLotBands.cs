using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Lots;

/// <summary>The figures of <see cref="LotBands"/> by plain loops over the reference's lots.</summary>
internal static class ReferenceLotBands
{
    /// <summary>One sum a table, quarter and code.</summary>
    public static IReadOnlyList<LotSum> Of(ReferenceLedger ledger)
    {
        var lots = ReferenceLots.Of(ledger);
        Money[] all =
        [
            .. Disbursed(lots, ledger.Scope),
            .. Held(lots, ledger.Scope),
            .. Shortfalls(lots, ledger.Scope),
        ];
        return
        [
            .. all.GroupBy(money => (money.Table, money.Quarter.Start, money.Code))
                .Select(group => Sum(group.Key.Table, group.Key.Start, group.Key.Code, [.. group]))
                .OfType<LotSum>(),
        ];
    }

    private static IEnumerable<Money> Disbursed(ReferenceLots lots, MetricScope scope) =>
        from part in lots.Parts
        where
            part.Outflow is { IsAdvance: false, Entry.Kind: "disbursement" }
            && part.Outflow.Entry.ClearedOn <= scope.StatementDay
        let day = part.Outflow!.Entry.ClearedOn
        select new Money(
            "gift_to_disbursement",
            Quarter(day),
            Band(part.Lot, Came(part.Lot, scope), day),
            part.AmountMinor,
            Giver(part.Lot)
        );

    /// <summary>What had come and not left by the last day of each quarter; what left before it came counts below 0.</summary>
    private static IEnumerable<Money> Held(ReferenceLots lots, MetricScope scope)
    {
        var last = scope.StatementDay;
        foreach (var part in lots.Parts)
        {
            var (came, left) = (
                Came(part.Lot, scope),
                part.Outflow is { } use ? Shown(use.Entry, scope) : DateOnly.MaxValue
            );
            foreach (var quarter in Period.Range(PeriodGrain.Quarter, came < left ? came : left, last))
            {
                var day = quarter.End < last ? quarter.End : last;
                var sign = (came <= day ? 1 : 0) - (left <= day ? 1 : 0);
                if (sign != 0)
                {
                    yield return new(
                        "undistributed_age",
                        quarter,
                        Band(part.Lot, came, day),
                        sign * part.AmountMinor,
                        Giver(part.Lot)
                    );
                }
            }
        }
    }

    private static IEnumerable<Money> Shortfalls(ReferenceLots lots, MetricScope scope)
    {
        foreach (var (entry, amount) in lots.Shortfalls.Where(one => Shown(one.Entry, scope) <= scope.StatementDay))
        {
            var isIncome = entry.Kind is "interest" or "other_income" or "opening_balance" or "return";
            var id = entry.Kind == "gift" ? entry.SourceId : entry.RefersTo;
            var gifts = lots.Parts.Where(part => part.Lot.Name.Kind == "gift" && part.Lot.Name.SourceId == id).ToList();
            var isOrganisation = gifts.Count > 0 && gifts.All(part => part.Lot.GiverKind == "organisation");
            var donor = gifts.Select(part => part.Lot.Donor?.ToString()).OfType<string>().Min(StringComparer.Ordinal);
            var giver = new LotGiver(!isIncome && !isOrganisation, isIncome || isOrganisation ? null : donor);
            var shown = Quarter(Shown(entry, scope));
            yield return new("shortfalls", shown, entry.Designation, amount, giver);
            yield return new("register", shown, "pool", amount, giver);
        }
    }

    private static LotSum? Sum(string table, DateOnly start, string code, IReadOnlyList<Money> money)
    {
        var people = money
            .Where(one => one.Giver.IsPerson)
            .GroupBy(one => one.Giver.Donor)
            .Select(own => own.Sum(one => one.AmountMinor))
            .Where(amount => amount != 0)
            .OrderDescending()
            .ToList();
        var evidence = new InflowEvidence(
            people.Count,
            people.Sum(),
            people.FirstOrDefault(),
            people.Skip(1).FirstOrDefault()
        );
        return people.Count > 0 || money.Any(one => !one.Giver.IsPerson)
            ? new(table, start, code, money.Sum(one => one.AmountMinor), evidence)
            : null;
    }

    private static DateOnly Came(ReferenceLot lot, MetricScope scope) =>
        Shown(lot.Name.Kind, lot.Name.Epoch, lot.Name.CameOn, scope);

    private static DateOnly Shown(ReferenceNet entry, MetricScope scope) =>
        Shown(entry.Kind, entry.Epoch, entry.ClearedOn, scope);

    /// <summary>The releases before its epoch did not know it; a quarter they had closed is left as it is, as it is for fees.</summary>
    private static DateOnly Shown(string kind, int epoch, DateOnly cleared, MetricScope scope)
    {
        var unaware = scope.Published.Take(epoch - 1).ToList();
        var line = ReferenceShown.InPeriod(kind, cleared, unaware, scope);
        if (kind is not ("gift" or "gift_refund" or "chargeback"))
        {
            return line;
        }

        var quarter = ReferenceShown.InPeriod("bank_charge", cleared, unaware, scope);
        return line > quarter ? line : quarter;
    }

    private static string Band(ReferenceLot lot, DateOnly came, DateOnly day) =>
        lot.Name.Kind != "gift"
            ? "other_source"
            : (day.DayNumber - MiddleOfMonth(came).DayNumber) switch
            {
                <= 30 => "0-30",
                <= 90 => "31-90",
                <= 180 => "91-180",
                _ => "over-180",
            };

    /// <summary>Where every gift of a month counts from, so that a band never splits a month.</summary>
    private static DateOnly MiddleOfMonth(DateOnly day)
    {
        const int middle = 15;
        return new(day.Year, day.Month, middle);
    }

    private static LotGiver Giver(ReferenceLot lot)
    {
        var isPerson = lot.Name.Kind == "gift" && lot.GiverKind == "individual";
        return new(isPerson, isPerson ? lot.Donor?.ToString() : null);
    }

    private static Period Quarter(DateOnly day) => Period.Of(PeriodGrain.Quarter, day);

    private sealed record LotGiver(bool IsPerson, string? Donor);

    private sealed record Money(string Table, Period Quarter, string Code, long AmountMinor, LotGiver Giver);
}
