using Impact.Core.Catalogue;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>One kind of service that a household counts in.</summary>
/// <param name="Household">The household's token, as text.</param>
/// <param name="CountedBy">The organisation that counts it; empty where it is counted once for the whole fund.</param>
/// <param name="Service">A code of services.</param>
/// <param name="Month">First day of the month in which it was first had.</param>
internal sealed record BoundedService(string Household, string CountedBy, string Service, DateOnly Month);

/// <summary>Services with what one household may add to their counts held to the policy's number of kinds over its life, each counted once: with three Δ² = 3.</summary>
/// <remarks>
/// Source: privacy specification §2.5. No policy publishes such a table, so nothing of the pipeline calls this; what is chosen is not
/// kept yet, as it must be before one does.
/// </remarks>
internal static class BoundedServices
{
    /// <summary>Three kinds of service: more would cost every household's protection for the few that have more.</summary>
    public const int MostKinds = 3;

    /// <summary>Chooses what each household counts in, and sees that it keeps the bound.</summary>
    /// <param name="run">The run.</param>
    /// <param name="kinds">How many kinds the policy lets a household count in, 1 to <see cref="MostKinds"/>.</param>
    /// <exception cref="ContributionBoundException">A household would count more often.</exception>
    public static void Choose(MetricRun run, int kinds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kinds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kinds, MostKinds);
        run.Require(
            new WorkTable(
                "bounded_service",
                made =>
                    made.ExecuteFile(
                        "bounded_services",
                        ("once_a_fund", made.Scope.Fund.Counting?.Unit == CountingUnit.Household),
                        ("most_kinds", kinds)
                    )
            )
        );
        RequireBound(run, kinds);
    }

    /// <summary>What was chosen, in the order of token, organisation and service. Nobody outside may see it.</summary>
    public static IReadOnlyList<BoundedService> Chosen(MetricRun run) =>
        [
            .. run.Rows(
                    "bounded_services_chosen",
                    row => new BoundedService(
                        row.Text("household")!,
                        row.Text("counted_by")!,
                        row.Text("service")!,
                        row.Day("month_start")!.Value
                    )
                )
                .OrderBy(one => one.Household, StringComparer.Ordinal)
                .ThenBy(one => one.CountedBy, StringComparer.Ordinal)
                .ThenBy(one => one.Service, StringComparer.Ordinal),
        ];

    /// <summary>Refuses a choice by which one household adds more to a count than the noise would be made for.</summary>
    /// <exception cref="ContributionBoundException">A household counts in more cells than <paramref name="kinds"/>, or twice in one.</exception>
    public static void RequireBound(MetricRun run, int kinds)
    {
        var (cells, inCell) = run.Rows(
                "bounded_services_most",
                row => (row.Integer("most_cells"), row.Integer("most_in_cell"))
            )
            .Single();
        if (cells > kinds || inCell > 1)
        {
            throw new ContributionBoundException();
        }
    }
}
