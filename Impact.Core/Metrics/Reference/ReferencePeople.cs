namespace Impact.Core.Metrics.Reference;

/// <summary>What partners state of people, added over the projects of an organisation.</summary>
internal static class ReferencePeople
{
    /// <summary>One row a statement that stands; what was taken back is absent, not zero.</summary>
    public static IReadOnlyList<PeopleSum> Of(
        IReadOnlyList<ReferenceStatement> statements,
        IReadOnlyList<ReferenceEntry> entries
    )
    {
        var people = new Totals<PeopleSum>();
        var standing = new Totals<PeopleSum>();
        foreach (var statement in statements)
        {
            var key = new PeopleSum(
                statement.Organisation ?? OfProject(statement.RefersTo, entries) ?? "unknown",
                statement.Indicator,
                statement.Period,
                statement.Measure,
                statement.Split,
                People: 0
            );
            people.Add(key, statement.People);
            standing.Add(key, statement.IsReversal ? -1 : 1);
        }

        var kept = standing
            .To((key, count) => (key, count))
            .Where(pair => pair.count > 0)
            .Select(pair => pair.key)
            .ToHashSet();
        return
        [
            .. people
                .To((key, sum) => (key, sum))
                .Where(pair => kept.Contains(pair.key))
                .Select(pair => pair.key with { People = pair.sum }),
        ];
    }

    private static string? OfProject(string? project, IReadOnlyList<ReferenceEntry> entries) =>
        project is null
            ? null
            : entries
                .Where(entry => entry.Kind == "allocation" && entry.RefersTo == project)
                .Select(entry => entry.Organisation)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
}
