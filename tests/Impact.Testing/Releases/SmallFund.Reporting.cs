using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Testing.Releases;

/// <summary>The tables of the small fund about earmarking, waiting, reporting and quality.</summary>
internal sealed partial class SmallFund
{
    private const int DueDays = 45;
    private const long Allocated = 1_000_000;

    private IEnumerable<object?[]> Earmarked()
    {
        for (var quarter = 0; quarter < closedQuarters; quarter++)
        {
            var period = QuarterAt(quarter);
            foreach (var code in CodeLists.Earmarking.Codes)
            {
                var minor = code.Value == "unearmarked" ? Gifts(quarter) : 0;
                yield return Row(
                    [
                        Id,
                        period.Code,
                        period.Start,
                        period.End,
                        "individuals",
                        code.Value,
                        .. Cells(Dollar, quarter == 1 ? null : minor),
                    ],
                    quarter == 1 ? "c" : "ok",
                    (1, 1)
                );
            }
        }
    }

    /// <summary>Of ten parts four were sent after 12 days and two after 40; the rest waits, 75 days so far.</summary>
    private IEnumerable<object?[]> Waiting()
    {
        yield return Step(12, (10, 4, 0), 0.6m);
        yield return Step(40, (6, 2, 0), 0.4m);
        yield return Step(75, (4, 0, 4), 0.4m);
    }

    private object?[] Step(long days, (long AtRisk, long Sent, long Waiting) tenths, decimal share) =>
        Row(
            [Id, days, Dollar, tenths.AtRisk * Allocated, tenths.Sent * Allocated, tenths.Waiting * Allocated, share],
            reports: (1, 1)
        );

    private IEnumerable<object?[]> Durations() =>
        [
            Row([Id, "allocation_to_disbursement", "p25", 12L], reports: (1, 1)),
            Row([Id, "allocation_to_disbursement", "median", 40L], reports: (1, 1)),
            Row([Id, "allocation_to_disbursement", "p75", null], "z", (1, 1)),
        ];

    private IEnumerable<object?[]> PartnerReports()
    {
        for (var partner = 0; partner < Partners; partner++)
        {
            for (var quarter = 0; quarter < closedQuarters; quarter++)
            {
                var (period, late) = (QuarterAt(quarter), DaysLate(partner, quarter));
                var due = period.End.AddDays(DueDays);
                yield return Row(
                    [
                        Id,
                        IdOf(partner),
                        period.Code,
                        period.Start,
                        period.End,
                        due,
                        due.AddDays((int)late),
                        late,
                        late == 0 ? "on_time" : "late",
                        true,
                    ],
                    reports: (1, 1)
                );
            }
        }
    }

    private static long DaysLate(int partner, int quarter) => partner == 2 && quarter % 2 == 1 ? 9 : 0;

    private IEnumerable<object?[]> ReportShares()
    {
        var all = Partners * closedQuarters;
        var onTime = Enumerable
            .Range(0, closedQuarters)
            .Sum(quarter => Enumerable.Range(0, Partners).Count(partner => DaysLate(partner, quarter) == 0));
        yield return Share([Id, null, "reports_on_time"], onTime, all);
        yield return Share([Id, null, "reports_received"], all, all);
        yield return Share([Id, null, "books_received"], all, all);
    }

    private IEnumerable<object?[]> Checks() =>
        QualityChecks
            .All.Select(check => Share([Id, check.Id], closedQuarters, closedQuarters))
            .Append(Share([Id, QualityChecks.Score], QualityChecks.All.Count, QualityChecks.All.Count));

    private object?[] Share(object?[] keys, long numerator, long denominator) =>
        Row([.. keys, numerator, denominator, new Ratio(numerator, denominator).Value], reports: (Partners, Partners));
}
