namespace Impact.Core.Catalogue.Derivations;

/// <summary>A table that follows from other published tables alone, so that any reader can compute it again.</summary>
/// <param name="Schema">The table.</param>
/// <param name="Sql">The file of <c>Metrics/Sql</c> that computes the same rows from a release's own database.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record Derivation(
    TableSchema Schema,
    string Sql,
    Func<DerivationSource, IEnumerable<IReadOnlyList<object?>>> Rows
)
{
    /// <summary>Every derived table.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        new(PublishedTables.PeopleReachedBounds, "people_reached_bounds", PeopleBounds.Rows),
        new(PublishedTables.IndicatorAchievement, "indicator_achievement", Achievement.Rows),
        new(PublishedTables.UnitCosts, "unit_costs", UnitCost.Rows),
    ];

    /// <summary>Whether a table is derived.</summary>
    public static bool IsDerived(TableSchema schema) => All.Any(derivation => derivation.Schema.Id == schema.Id);

    /// <summary>The table as it follows from others.</summary>
    public PublishedTable Compute(DerivationSource source) => new(Schema, Rows(source));

    /// <summary>Derived tables that do not follow from the others beside them; one that is missing where it has rows among them.</summary>
    public static IReadOnlyList<string> Breaches(IReadOnlyCollection<PublishedTable> tables)
    {
        var source = new DerivationSource(tables);
        var shown = tables.ToDictionary(table => table.Schema.Id, StringComparer.Ordinal);
        return [.. All.Where(one => !one.IsShownIn(shown, source)).Select(one => one.Schema.Id)];
    }

    private bool IsShownIn(Dictionary<string, PublishedTable> shown, DerivationSource source)
    {
        var expected = Compute(source).Rows;
        return shown.GetValueOrDefault(Schema.Id) is { } table
            ? table.Rows.Count == expected.Count
                && table.Rows.Zip(expected).All(pair => pair.First.Cells.SequenceEqual(pair.Second.Cells))
            : expected.Count == 0;
    }
}
