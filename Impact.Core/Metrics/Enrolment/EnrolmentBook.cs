using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.People;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>
/// The list of everybody who is counted: each household and donor enters it once, ever, in the month of the first record, or in the
/// first month that is still open when that record comes. Closed months never change.
/// </summary>
/// <remarks>Source: privacy specification §2.5. Whom one record enters depends on that household's or donor's own records alone.</remarks>
/// <param name="ledger">The fund's ledger, which keeps the list.</param>
/// <param name="run">The run over the same ledger, whose work tables tell who came first when.</param>
internal sealed class EnrolmentBook(LedgerStore ledger, MetricRun run)
{
    /// <summary>Closes every month that lies before the cut-off and is not closed yet, in one transaction each.</summary>
    /// <param name="counting">How the fund counts.</param>
    public void Close(FundCounting counting)
    {
        var closed = ClosedMonths();
        var open = Period
            .Range(PeriodGrain.Month, counting.From, run.Scope.CutOff)
            .Where(month => month.IsClosedAt(run.Scope.CutOff) && !closed.Contains(month.Start))
            .ToList();
        if (open.Count == 0)
        {
            return;
        }

        run.Require(WorkTablesOfPeople.FirstHelp, WorkTablesOfPeople.DonorFirst);
        foreach (var month in open)
        {
            ledger.InOneTransaction(() =>
            {
                run.ExecuteFile("household_enrol", ("month", month.Start));
                run.ExecuteFile("donor_enrol", ("month", month.Start));
                run.Execute("close month", "INSERT INTO enrolment_close VALUES ($month)", ("month", month.Start));
            });
        }
    }

    /// <summary>What each closed month and quarter counts, before noise: a table for every one that is published.</summary>
    /// <exception cref="ContributionBoundException">Somebody is on the list twice.</exception>
    public IReadOnlyList<RawTable> Tables(TableContext context)
    {
        var closed = ClosedMonths();
        var last = closed.Count == 0 ? DateOnly.MinValue : closed.Max();
        var households = new EnrolmentCount();
        var onceAFund = run.Scope.Fund.Counting?.Unit == CountingUnit.Household;
        _ = run.Rows("household_enrolled", row => households.Take(row, "part"), ("once_a_fund", onceAFund));
        var donors = new EnrolmentCount();
        _ = run.Rows("donor_enrolled", row => donors.Take(row, "band", "region"));
        return
        [
            EnrolmentTables.ToDate(households, closed, context),
            EnrolmentTables.ByQuarter(PublishedTables.EnrolmentsByOrganisation, households, "part", (last, context)),
            EnrolmentTables.ByMonth(PublishedTables.NewDonorsByBand, donors, "band", (last, context)),
            EnrolmentTables.ByQuarter(PublishedTables.NewDonorsByRegion, donors, "region", (last, context)),
        ];
    }

    private HashSet<DateOnly> ClosedMonths() =>
        [
            .. ledger.Query(
                "closed months",
                "SELECT month_start FROM enrolment_close ORDER BY month_start",
                row => row.Day("month_start")!.Value
            ),
        ];
}
