namespace Impact.Architecture.Tests.House;

/// <summary>Who may use whom in Impact.Core. A room that is not here may not be built.</summary>
/// <remarks>A dot narrows a permission to one type of that room. Files at the top of Impact.Core are its façade's workshop and may use every room.</remarks>
internal static class RoomTable
{
    /// <summary>Room to what it may use besides itself.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Quantities"] = [],
            ["Noise"] = [],
            ["Catalogue"] = ["Quantities"],
            ["Inbox"] = ["Quantities", "Catalogue"],
            ["Intake"] = ["Quantities", "Catalogue"],
            ["Ledger"] = ["Quantities", "Catalogue", "Intake"],
            ["Metrics"] = ["Quantities", "Catalogue", "Ledger"],
            ["Insight"] = ["Quantities", "Catalogue", "Metrics"],
            ["Disclosure"] =
            [
                "Quantities",
                "Catalogue",
                "Noise",
                "Metrics.RawTable",
                "Metrics.RawRow",
                "Metrics.InflowEvidence",
                "Metrics.InflowPeriod",
                "Metrics.Measures",
            ],
            ["Charts"] = ["Quantities", "Catalogue"],
            ["Releases"] =
            [
                "Quantities",
                "Catalogue",
                "Disclosure.ControlledTable",
                "Noise.Fraction",
                "Noise.BudgetChain",
                "Noise.BudgetVerdict",
                "Noise.BudgetBreak",
                "Noise.BudgetBreakKind",
                "Noise.BudgetRefusal",
                "Noise.BudgetHead",
                "Noise.BudgetAccount",
                "Noise.BudgetMeter",
                "Noise.BudgetMechanisms",
                "Noise.BudgetUnits",
                "Noise.SeriesTerms",
                "Noise.ReservedPeriod",
                "Noise.PeriodStatus",
                "Noise.DiscreteGaussianLaw",
                "Noise.SquareRootMechanism",
            ],
            ["Rehearsal"] = ["Quantities", "Catalogue"],
        };

    /// <summary>What Impact.Web may use of Impact.Core.</summary>
    public static IReadOnlyList<string> Web { get; } = ["Quantities", "Catalogue", "Charts", "Releases", "Inbox"];

    /// <summary>The rooms whose every type is internal.</summary>
    public static IReadOnlyList<string> Private { get; } = ["Intake", "Ledger", "Metrics", "Disclosure", "Insight"];

    /// <summary>Whether a room may use a type.</summary>
    public static bool Allows(RoomUse use) =>
        use.From == use.To
        || use.From.Length == 0
        || (
            Rows.TryGetValue(use.From, out var allowed)
            && (
                allowed.Contains(use.To, StringComparer.Ordinal)
                || allowed.Contains($"{use.To}.{use.Type}", StringComparer.Ordinal)
            )
        );

    /// <summary>The room of a namespace, empty for the top of Impact.Core, or null for a namespace outside of it.</summary>
    public static string? RoomOf(string space) =>
        space.Split('.') switch
        {
            ["Impact", "Core"] => string.Empty,
            ["Impact", "Core", var room, ..] => room,
            _ => null,
        };
}

/// <summary>A place where one room uses a type of another.</summary>
/// <param name="From">The room that uses it, or empty for the top of Impact.Core.</param>
/// <param name="To">The room it belongs to.</param>
/// <param name="Type">The outermost type's name.</param>
/// <param name="Place">File and line.</param>
internal sealed record RoomUse(string From, string To, string Type, string Place);
