namespace Impact.Core.Metrics.Reference;

/// <summary>Gifts and pledges by giver and calendar year: organisations by name, people as one line.</summary>
internal static class ReferenceGivers
{
    /// <summary>One row a giver, year and measure; people whose gifts come to nothing have none.</summary>
    public static IReadOnlyList<GiverSum> Of(IReadOnlyList<ReferenceEntry> entries, DateOnly lastDay)
    {
        var named = new Totals<(string Giver, string Measure, DateOnly Year)>();
        var people = new Totals<(string Measure, DateOnly Year)>();
        foreach (var entry in entries.Where(entry => entry.Kind is "gift" or "pledge"))
        {
            // A gift counts when it has cleared, a promise when it was made.
            var day = entry.Kind == "gift" ? entry.ClearedOn : entry.OccurredOn;
            if (day is not { } counted || counted > lastDay)
            {
                continue;
            }

            var measure = entry.Kind == "gift" ? "received" : "pledged";
            var year = new DateOnly(counted.Year, 1, 1);
            if (entry.GiverKind == "organisation")
            {
                named.Add((entry.Giver!, measure, year), entry.BaseMinor);
            }
            else
            {
                people.Add((measure, year), entry.BaseMinor);
            }
        }

        return
        [
            .. named.To((key, amount) => new GiverSum("organisation", key.Giver, key.Measure, key.Year, amount)),
            .. people
                .To((key, amount) => new GiverSum("individuals", string.Empty, key.Measure, key.Year, amount))
                .Where(sum => sum.AmountMinor != 0),
        ];
    }
}
