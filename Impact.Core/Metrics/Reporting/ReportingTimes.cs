using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Reporting;

/// <summary>One partner's report of one closed quarter.</summary>
/// <param name="Organisation">The partner.</param>
/// <param name="PeriodStart">First day of the quarter.</param>
/// <param name="CertifiedOn">The first day on which it certified a report of the quarter, or null.</param>
/// <param name="Books">Whether it booked a receipt or an expenditure in the quarter.</param>
/// <param name="Certifies">Whether any day of certification of the partner is told, of whatever quarter.</param>
internal sealed record ReportTimeSum(
    string Organisation,
    DateOnly PeriodStart,
    DateOnly? CertifiedOn,
    bool Books,
    bool Certifies
);

/// <summary>Timeliness and completeness of each partner's reporting: facts about organisations, exact.</summary>
internal sealed class ReportingTimes : MetricFamily<ReportTimeSum>
{
    /// <inheritdoc />
    public override string Sql => "reporting_times";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTables.Money];

    /// <inheritdoc />
    protected override ReportTimeSum Read(LedgerRow row) =>
        new(
            row.Text("organisation_id")!,
            row.Day("period_start")!.Value,
            row.Day("certified_on"),
            row.Integer("books") == 1,
            row.Integer("certifies") == 1
        );

    /// <inheritdoc />
    protected override IReadOnlyList<ReportTimeSum> Compute(ReferenceLedger ledger) => ReferenceReportTimes.Of(ledger);

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<ReportTimeSum> sums, TableContext context)
    {
        // A public source owes this fund no report, so nothing of it is due.
        List<ReportDue> due = context.Scope.Fund.IsFromPublicSources
            ? []
            : [.. sums.Select(sum => new ReportDue(sum, context.Scope))];
        var organisations = due.GroupBy(report => report.Sum.Organisation, StringComparer.Ordinal);
        yield return new(PublishedTables.Reporting, [.. due.Select(report => Row(report, context))]);
        yield return new(
            PublishedTables.ReportingRates,
            [
                .. Rates(organisation: null, due, context),
                .. organisations.SelectMany(own => Rates(own.Key, [.. own], context)),
            ]
        );
    }

    private static RawRow Row(ReportDue report, TableContext context)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, report.Sum.PeriodStart);
        var status = report.Standing switch
        {
            ReportDue.OnTime or ReportDue.Late => "ok",
            ReportDue.NotDue => "z",
            _ => "x",
        };
        return context.Writer.Plain(
            [
                report.Sum.Organisation,
                quarter.Code,
                quarter.Start,
                quarter.End,
                report.DueOn,
                report.Sum.CertifiedOn,
                report.DaysLate,
                report.Standing,
                TellsBooks(context) ? report.Sum.Books : null,
            ],
            new(status, quarter.End, new(report.Sum.CertifiedOn is null ? 0 : 1, 1))
        );
    }

    private static IEnumerable<RawRow> Rates(string? organisation, List<ReportDue> reports, TableContext context)
    {
        var owed = reports.Where(report => report.IsOwed).ToList();
        var received = owed.Count(report => report.Sum.CertifiedOn is not null);
        var certifies = reports.Any(report => report.Sum.Certifies);
        yield return Rate(
            "reports_on_time",
            owed.Count(report => report.Standing == ReportDue.OnTime),
            owed.Count,
            certifies
        );
        yield return Rate("reports_received", received, owed.Count, certifies);
        yield return Rate(
            "books_received",
            reports.Count(report => report.Sum.Books),
            reports.Count,
            TellsBooks(context)
        );

        RawRow Rate(string metric, long numerator, long denominator, bool isTold)
        {
            var status = (isTold, denominator) switch
            {
                (false, _) => "x",
                (_, 0) => "z",
                _ => "ok",
            };
            return context.Writer.Counts(
                [organisation, metric],
                new(numerator, denominator),
                new(status, context.Scope.StatementDay, new(received, owed.Count))
            );
        }
    }

    private static bool TellsBooks(TableContext context) =>
        context.StatusOf("spent") == "ok" || context.StatusOf("confirmed") == "ok";
}
