using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Households of one organisation that it first helped in one month.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Month">First day of the month of their first service.</param>
/// <param name="Enrolled">Households of that organisation; each is in one month, once, ever.</param>
internal sealed record EnrolmentSum(string Organisation, DateOnly Month, long Enrolled);

/// <summary>Enrolments as the records tell them today: for the fund to date by month, and by organisation and quarter.</summary>
/// <remarks>They stay in. What is published is counted once from <see cref="Enrolment.EnrolmentBook"/> when a month closes, and leaves with noise.</remarks>
internal sealed class Enrolments : MetricFamily<EnrolmentSum>
{
    /// <inheritdoc />
    public override string Sql => "enrolments";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTablesOfPeople.FirstHelp];

    /// <inheritdoc />
    protected override EnrolmentSum Read(LedgerRow row) =>
        new(row.Text("organisation_id")!, row.Day("month_start")!.Value, row.Integer("enrolled"));

    /// <inheritdoc />
    protected override IReadOnlyList<EnrolmentSum> Compute(ReferenceLedger ledger)
    {
        var once = ledger.Scope.Fund.Counting?.Unit == CountingUnit.Household;
        var enrolled = new Totals<(string Organisation, DateOnly Month)>();
        foreach (var own in ledger.Services.GroupBy(service => (service.Household, once ? "" : service.Organisation)))
        {
            var months = own.Where(service => service.OccurredOn <= ledger.Scope.CutOff)
                .GroupBy(service => (Month: ReferenceDonors.Month(service.OccurredOn), service.Organisation))
                .Where(month => month.Sum(service => service.IsReversal ? -1 : 1) > 0)
                .Select(month => month.Key)
                .ToList();
            if (months.Count > 0)
            {
                var first = months.Min(month => month.Month);
                var organisation = months.Where(month => month.Month == first).Select(month => month.Organisation);
                enrolled.Add((organisation.Min(StringComparer.Ordinal)!, first), 1);
            }
        }

        return enrolled.To((cell, count) => new EnrolmentSum(cell.Organisation, cell.Month, count));
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<EnrolmentSum> sums, TableContext context) =>
        [
            new(PublishedTables.EnrolmentsToDate, [.. ToDate(sums, context)]),
            new(
                PublishedTables.EnrolmentsByOrganisation,
                [
                    .. sums.GroupBy(sum => (sum.Organisation, Quarter: Period.Of(PeriodGrain.Quarter, sum.Month)))
                        .Select(cell => OrganisationRow(cell.Key, cell.Sum(sum => sum.Enrolled), context)),
                ]
            ),
        ];

    private static IEnumerable<RawRow> ToDate(IReadOnlyList<EnrolmentSum> sums, TableContext context)
    {
        if (sums.Count == 0)
        {
            yield break;
        }

        foreach (var month in Period.Range(PeriodGrain.Month, sums.Min(sum => sum.Month), context.Scope.CutOff))
        {
            yield return context.Writer.Plain(
                [
                    month.Code,
                    month.Start,
                    month.End,
                    sums.Where(sum => sum.Month <= month.Start).Sum(sum => sum.Enrolled),
                    .. RawCount.NoNoise,
                ],
                new("ok", month.End, RowWriter.OneSource)
            );
        }
    }

    private static RawRow OrganisationRow(
        (string Organisation, Period Quarter) key,
        long enrolled,
        TableContext context
    ) =>
        context.Writer.Plain(
            [key.Organisation, key.Quarter.Code, key.Quarter.Start, key.Quarter.End, enrolled, .. RawCount.NoNoise],
            new("ok", key.Quarter.End, RowWriter.OneSource)
        );
}
