using Impact.Core.Catalogue;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>
/// Services with what one household may add to their counts held to the policy's number of kinds over its life, each counted once: with
/// three Δ² = 3. What is chosen when a month closes is kept in the ledger and never chosen anew.
/// </summary>
/// <remarks>
/// Source: privacy specification §2.5. No policy publishes a table of them, so no run of the pipeline closes months here: the ledger
/// would hold what nobody needs.
/// </remarks>
internal sealed class BoundedServices
{
    /// <summary>Three kinds of service: more would cost every household's protection for the few that have more.</summary>
    public const int MostKinds = 3;

    private readonly MetricRun _run;
    private readonly int _kinds;

    private static readonly WorkTable FirstService = new(
        "first_service",
        run => run.ExecuteFile("first_service", ("once_a_fund", OnceAFund(run)))
    );

    /// <summary>Chooses and counts by the policy.</summary>
    /// <param name="run">The run over the fund's ledger.</param>
    /// <param name="kinds">How many kinds the policy lets a household count in, 1 to <see cref="MostKinds"/>.</param>
    public BoundedServices(MetricRun run, int kinds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kinds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kinds, MostKinds);
        (_run, _kinds) = (run, kinds);
    }

    /// <summary>Chooses what each household counts in, in every month before the cut-off that is not closed yet.</summary>
    /// <param name="counting">How the fund counts.</param>
    /// <remarks>One statement for all months: in the order in which kinds were first had, none can take the place of one of an earlier month.</remarks>
    public void Close(FundCounting counting)
    {
        var closed = _run.Rows("household_service_months", row => row.Day("month_start")!.Value).ToHashSet();
        foreach (var open in OpenMonths.Of(counting.From, _run.Scope.CutOff, closed))
        {
            _run.Require(FirstService);
            _run.ExecuteFile("household_service_choose", [.. open.Bounds, ("most_kinds", _kinds)]);
            open.Close(_run, "household_service_close");
        }
    }

    /// <summary>How many households count in each kind of service, by the month of the first; a cell without anybody is not there.</summary>
    /// <exception cref="ContributionBoundException">A household would count more often than the noise is made for.</exception>
    public IReadOnlyList<(string Service, DateOnly Month, long Count)> Count()
    {
        var count = new ServiceCount(_kinds);
        _ = _run.Rows("household_services", count.Take, ("once_a_fund", OnceAFund(_run)));
        return count.Cells();
    }

    private static bool OnceAFund(MetricRun run) => run.Scope.Fund.Counting?.Unit == CountingUnit.Household;
}
