using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Households of one organisation that were first recorded in one month.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Month">First day of the month in which the record came.</param>
/// <param name="Enrolled">Households of that organisation; each is in one month, once, ever.</param>
internal sealed record EnrolmentSum(string Organisation, DateOnly Month, long Enrolled);

/// <summary>Enrolments: for the fund to date by month, and by organisation and quarter. They stay in until noise protects them.</summary>
/// <remarks>Source: privacy specification §2.5: a household enters the period in which it is recorded and never moves.</remarks>
internal sealed class Enrolments : MetricFamily<EnrolmentSum>
{
    /// <inheritdoc />
    public override string Sql => "enrolments";

    /// <inheritdoc />
    protected override EnrolmentSum Read(LedgerRow row) =>
        new(row.Text("organisation_id")!, row.Day("month_start")!.Value, row.Integer("enrolled"));

    /// <inheritdoc />
    protected override IReadOnlyList<EnrolmentSum> Compute(ReferenceLedger ledger)
    {
        var enrolled = new Totals<(string Organisation, DateOnly Month)>();
        foreach (var own in ledger.Services.GroupBy(service => (service.Household, service.Organisation)))
        {
            var standing = 0;
            foreach (
                var month in own.Select(service => (service, Day: ledger.Books.ReceivedOn(service.Batch)))
                    .Where(row => row.Day <= ledger.Scope.CutOff)
                    .GroupBy(row => ReferenceDonors.Month(row.Day))
                    .OrderBy(month => month.Key)
            )
            {
                standing += month.Sum(row => row.service.IsReversal ? -1 : 1);
                if (standing > 0)
                {
                    enrolled.Add((own.Key.Organisation, month.Key), 1);
                    break;
                }
            }
        }

        return enrolled.To((cell, count) => new EnrolmentSum(cell.Organisation, cell.Month, count));
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<EnrolmentSum> sums, TableContext context) =>
        [
            new(TablesAwaitingNoise.EnrolmentsToDate, [.. ToDate(sums, context)]),
            new(
                TablesAwaitingNoise.EnrolmentsByOrganisation,
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
                [month.Code, sums.Where(sum => sum.Month <= month.Start).Sum(sum => sum.Enrolled)],
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
            [key.Organisation, key.Quarter.Code, enrolled],
            new("ok", key.Quarter.End, RowWriter.OneSource)
        );
}
