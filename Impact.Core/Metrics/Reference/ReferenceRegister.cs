using Impact.Core.Metrics.Register;

namespace Impact.Core.Metrics.Reference;

/// <summary>The difference register by plain loops over the pairs.</summary>
internal static class ReferenceRegister
{
    private const int TransitDays = 5;

    /// <summary>All rows.</summary>
    public static IReadOnlyList<RegisterSum> Of(ReferenceLedger ledger)
    {
        var explanations = ledger
            .Books.Explanations.Where(explanation => explanation.Batch <= ledger.Scope.LastBatch)
            .ToList();
        var items = new ReferenceMatching(ledger)
            .Pairs()
            .Select(pair => Item(pair, explanations, ledger.Scope.StatementDay))
            .OfType<RegisterSum>()
            .ToList();
        var itemised = items.Where(IsItemised);
        var summed = items
            .Where(item => !IsItemised(item))
            .GroupBy(item => (item.Match, item.Flow, item.QuarterStart, item.AgeBand, item.State))
            .Select(group => Sum([.. group], ledger));
        return [.. itemised, .. summed];
    }

    private static bool IsItemised(RegisterSum item) =>
        DifferenceRegister.BetweenOrganisations.Contains(item.Flow, StringComparer.Ordinal);

    private static RegisterSum? Item(ReferencePair pair, List<ReferenceExplanation> explanations, DateOnly statementDay)
    {
        var about = explanations.Where(one => one.Match == pair.Match && one.Item == pair.Item).ToList();
        var exact = about.Find(one => one.AmountMinor == pair.AmountMinor);
        var isBetween = DifferenceRegister.BetweenOrganisations.Contains(pair.Flow, StringComparer.Ordinal);
        if (pair.Difference == "settled" && (!isBetween || about.Count == 0))
        {
            return null;
        }

        var age = statementDay.DayNumber - pair.FirstDay.DayNumber;
        const int monthsOfQuarter = 3;
        var month = new DateOnly(pair.FirstDay.Year, pair.FirstDay.Month, 1);
        return new()
        {
            Match = pair.Match,
            Flow = pair.Flow,
            Item = pair.Item,
            Organisation = pair.Organisation,
            QuarterStart = month.AddMonths(-((month.Month - 1) % monthsOfQuarter)),
            AgeBand = Band(age),
            Difference = pair.Difference,
            State = State(pair.Difference, exact is not null, age),
            AmountMinor = pair.AmountMinor,
            LagDays = pair.LagDays,
            Owner = exact?.Owner ?? (pair.Match == "partner_balance" ? "partner" : null),
            Explanation = exact?.Code,
            NoteEn = exact?.NoteEn,
            NoteEs = exact?.NoteEs,
        };
    }

    private static string State(string difference, bool isExplained, int age) =>
        difference switch
        {
            "settled" => "resolved",
            _ when isExplained => "explained",
            "missing_receipt" or "missing_line" or "line_without_entry" when age <= TransitDays => "in_transit",
            _ => "open",
        };

    private static string Band(int age) =>
        age switch
        {
            <= 30 => "0-30",
            <= 90 => "31-90",
            <= 180 => "91-180",
            _ => "over-180",
        };

    private static RegisterSum Sum(List<RegisterSum> items, ReferenceLedger ledger)
    {
        var people = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var giver = item.Flow == "gifts" ? GiverOf(item.Item!, ledger) : string.Empty;
            people[giver] = people.GetValueOrDefault(giver) + Math.Abs(item.AmountMinor);
        }

        var amounts = people.Values.OrderDescending().ToList();
        return items[0] with
        {
            Item = null,
            Organisation = null,
            Difference = Shared(items, item => item.Difference) ?? "various",
            AmountMinor = items.Sum(item => item.AmountMinor),
            LagDays = null,
            Owner = Shared(items, item => item.Owner),
            Explanation = Shared(items, item => item.Explanation),
            NoteEn = null,
            NoteEs = null,
            People = people.Count,
            AbsoluteMinor = amounts.Sum(),
            LargestMinor = amounts[0],
            SecondMinor = amounts.Count > 1 ? amounts[1] : 0,
        };
    }

    private static string GiverOf(string gift, ReferenceLedger ledger) =>
        ledger
            .Known.Where(entry => entry.Kind == "gift" && entry.SourceId == gift && entry.Donor is not null)
            .Select(entry => entry.Donor!.Value.ToString())
            .FirstOrDefault()
        ?? string.Empty;

    private static string? Shared(List<RegisterSum> items, Func<RegisterSum, string?> part)
    {
        var first = part(items[0]);
        return items.TrueForAll(item => part(item) == first) ? first : null;
    }
}
