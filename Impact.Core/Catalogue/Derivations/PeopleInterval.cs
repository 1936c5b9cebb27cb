namespace Impact.Core.Catalogue.Derivations;

/// <summary>From how many to how many people, and the one number that was published where there is one.</summary>
/// <param name="Lower">At least this many; 0 or more.</param>
/// <param name="Upper">At most this many.</param>
/// <param name="Stated">What the published values come to, or null where one is withheld or only an interval is known.</param>
internal sealed record PeopleInterval(long Lower, long Upper, long? Stated)
{
    /// <summary>What a published value says of the number behind it.</summary>
    /// <param name="value">The value, or null where it is withheld.</param>
    /// <param name="rule">How exact the indicator's values are.</param>
    public static PeopleInterval Of(long? value, IndicatorRule rule) =>
        value is { } shown
            ? new(Math.Max(0, shown - rule.Uncertainty), checked(shown + rule.Uncertainty), shown)
            : new(0, Math.Max(0, rule.WithheldBelow - 1), Stated: null);

    /// <summary>Combines parts by a rule; null where the rule says that they are never combined.</summary>
    /// <param name="parts">At least one part, the last one last.</param>
    /// <param name="rule">How they combine.</param>
    public static PeopleInterval? Combine(IReadOnlyList<PeopleInterval> parts, AxisRule rule) =>
        rule switch
        {
            AxisRule.Sum => Sum(parts),
            AxisRule.Max => Largest(parts),
            AxisRule.Last => parts[^1],
            AxisRule.Bounds => parts.Count == 1
                ? parts[0]
                : Sum(parts) with
                {
                    Lower = LargestLower(parts),
                    Stated = null,
                },
            _ => null,
        };

    /// <summary>Parts of which no person is in two.</summary>
    public static PeopleInterval Sum(IReadOnlyList<PeopleInterval> parts) =>
        new(
            parts.Aggregate(0L, (sum, part) => checked(sum + part.Lower)),
            parts.Aggregate(0L, (sum, part) => checked(sum + part.Upper)),
            parts.Aggregate((long?)0, (sum, part) => checked(sum + part.Stated))
        );

    private static PeopleInterval Largest(IReadOnlyList<PeopleInterval> parts) =>
        new(
            LargestLower(parts),
            parts.Max(part => part.Upper),
            parts.All(part => part.Stated is not null) ? parts.Max(part => part.Stated) : null
        );

    private static long LargestLower(IReadOnlyList<PeopleInterval> parts) => parts.Max(part => part.Lower);
}
