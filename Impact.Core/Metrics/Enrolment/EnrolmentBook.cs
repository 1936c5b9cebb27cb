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
    /// <summary>Closes every month that lies before the cut-off and is not closed yet, in one transaction.</summary>
    /// <param name="counting">How the fund counts.</param>
    public void Close(FundCounting counting)
    {
        foreach (var open in OpenMonths.Of(counting.From, run.Scope.CutOff, ClosedMonths()))
        {
            run.Require(WorkTablesOfPeople.FirstHelp, WorkTablesOfPeople.DonorFirst);
            ledger.InOneTransaction(() =>
            {
                run.ExecuteFile("household_enrol", open.Bounds);
                run.ExecuteFile("donor_enrol", open.Bounds);
                open.Close(run, "enrolment_close");
            });
        }
    }

    /// <summary>What some closed periods count of a table, before noise. Whoever asks must have paid for them.</summary>
    /// <remarks>
    /// Months that end with the periods and are open yet are closed first. The list is gone through up to their end, so that whoever is on it
    /// twice is seen; rows come of these periods alone.
    /// </remarks>
    /// <param name="schema">A table of counts.</param>
    /// <param name="periods">Periods of its grain, the oldest first; at least one.</param>
    /// <exception cref="ContributionBoundException">Somebody is on the list twice.</exception>
    /// <exception cref="InvalidOperationException">A period is not over at the cut-off.</exception>
    public RawTable Read(TableSchema schema, IReadOnlyList<Period> periods)
    {
        var last = Period.Of(PeriodGrain.Month, periods[^1].End).Start;
        RequireClosed(last);
        var (file, column) =
            schema.Protection == ProtectionClass.HouseholdNoise ? ("household_enrolled", "part")
            : schema.Has("band") ? ("donor_enrolled", "band")
            : ("donor_enrolled", "region");
        var counts = new EnrolmentCount();
        (string, object?)[] values =
            file == "household_enrolled" ? [("last", last), ("once_a_fund", OnceAFund)] : [("last", last)];
        _ = run.Rows(file, row => counts.Take(row, column), values);
        return EnrolmentTables.Of(schema, [.. counts.Cells()], periods, new RowWriter(run.Scope));
    }

    private bool OnceAFund => run.Scope.Fund.Counting?.Unit == CountingUnit.Household;

    private void RequireClosed(DateOnly last)
    {
        if (!ClosedMonths().Any(month => month >= last))
        {
            Close(run.Scope.Fund.Counting!);
        }

        if (!ClosedMonths().Any(month => month >= last))
        {
            throw new InvalidOperationException("A period is counted before it is over.");
        }
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
