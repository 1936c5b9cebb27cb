using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.People;

/// <summary>One gift of one donor that stands.</summary>
internal sealed record StandingGift(Guid Donor, DateOnly ClearedOn, long BaseMinor, bool IsRecurring, string? Region);

/// <summary>When a donor first gave, and as what the donor is counted.</summary>
internal sealed record FirstGift(DateOnly Month, long BaseMinor, string Region);

/// <summary>Donors' gifts by plain loops: what is taken back is gone, what was corrected counts as it was last written.</summary>
internal static class ReferenceDonors
{
    /// <summary>The gifts of individual donors that stand.</summary>
    public static IReadOnlyList<StandingGift> Standing(ReferenceLedger ledger)
    {
        var gifts = new List<StandingGift>();
        var rows = ledger.Known.Where(entry => entry.Kind == "gift").ToList();
        foreach (var gift in rows.GroupBy(entry => (entry.Profile, entry.Reverses ?? entry.SourceId)))
        {
            var written = gift.Where(entry => entry.Reverses is null).ToList();
            if (written.Count == gift.Count())
            {
                gifts.AddRange(written.Select(entry => Of(entry, entry.BaseMinor)).OfType<StandingGift>());
                continue;
            }

            var latest = written.OrderByDescending(entry => entry.Batch).ThenByDescending(entry => entry.ClearedOn);
            var amount = gift.Sum(entry => entry.BaseMinor);
            if (amount > 0 && latest.FirstOrDefault() is { } last && Of(last, amount) is { } standing)
            {
                gifts.Add(standing);
            }
        }

        return [.. gifts.Where(gift => gift.ClearedOn <= ledger.Scope.CutOff)];
    }

    /// <summary>Each donor's first gift: the smallest of the first day; the region is told in its month.</summary>
    public static IReadOnlyDictionary<Guid, FirstGift> First(IReadOnlyList<StandingGift> gifts)
    {
        var first = new Dictionary<Guid, FirstGift>();
        foreach (var own in gifts.GroupBy(gift => gift.Donor))
        {
            var gift = own.OrderBy(one => one.ClearedOn).ThenBy(one => one.BaseMinor).First();
            var month = Month(gift.ClearedOn);
            var region = own.Where(one => Month(one.ClearedOn) == month && one.Region is not null)
                .Select(one => one.Region)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault("unknown");
            first.Add(own.Key, new(month, gift.BaseMinor, region!));
        }

        return first;
    }

    /// <summary>The first day of a day's month.</summary>
    public static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    private static StandingGift? Of(ReferenceEntry entry, long amount) =>
        entry is { Donor: { } donor, ClearedOn: { } day, GiverKind: null or "individual" }
            ? new(donor, day, amount, entry.Recurring == true, entry.Region)
            : null;
}
