using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Core.Metrics.Reporting;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture]
internal sealed class ReportingTests
{
    private static readonly MetricScope Scope = new(TestFunds.Plain, new DateOnly(2020, 3, 31), LastBatch: 10);

    [TestCase("2019-11-13", "on_time 0")]
    [TestCase("2019-11-14", "on_time 0")]
    [TestCase("2019-11-15", "late 1")]
    [TestCase("2019-12-14", "late 30")]
    public void A_report_on_its_due_day_is_on_time_and_the_day_after_is_one_day_late(string day, string judged)
    {
        var report = Report(DateOnly.Parse(day, CultureInfo.InvariantCulture), certifies: true);
        Assert.That(report.DueOn, Is.EqualTo(new DateOnly(2019, 11, 14)), "forty-five days after 30 September");
        Assert.That($"{report.Standing} {report.DaysLate}", Is.EqualTo(judged));
    }

    [TestCase("2019-11-14", true, "not_due", false)]
    [TestCase("2019-11-15", true, "overdue", true)]
    [TestCase("2020-03-31", false, "not_told", false)]
    public void A_missing_report_is_overdue_only_after_its_day_and_only_where_days_are_told(
        string cutOff,
        bool certifies,
        string standing,
        bool isOwed
    )
    {
        var report = Report(day: null, certifies, DateOnly.Parse(cutOff, CultureInfo.InvariantCulture));
        Assert.That((report.Standing, report.DaysLate, report.IsOwed), Is.EqualTo((standing, (long?)null, isOwed)));
    }

    [Test]
    public void A_plan_certified_early_is_no_report_and_a_restatement_makes_none_later()
    {
        var draft = Ledger(
            Statement("planned", new(2019, 7, 1)),
            Statement("reached", new(2019, 12, 1)),
            Statement("reached", new(2019, 11, 1))
        );
        Assert.That(
            LaidOut
                .Rows(new ReportingTimes(), PublishedTables.Reporting, draft, Scope)
                .Select(row => $"{row.Text("quarter")} {row.Text("standing")} {row.Text("status")}"),
            Is.EqualTo((string[])["2019-Q3 on_time ok", "2019-Q4 overdue x", "2020-Q1 not_due z"])
        );
    }

    [Test]
    public void Shares_count_reports_that_are_owed()
    {
        var draft = Ledger(Statement("reached", new(2019, 11, 1)));
        Assert.That(
            LaidOut
                .Rows(new ReportingTimes(), PublishedTables.ReportingRates, draft, Scope)
                .Where(row => row["organisation_id"] is null)
                .Select(row => $"{row.Text("metric")} {row.Integer("numerator")}/{row.Integer("denominator")}"),
            Is.EquivalentTo((string[])["reports_on_time 1/2", "reports_received 1/2", "books_received 1/3"])
        );
    }

    [Test]
    public void Nothing_is_owed_by_a_public_source()
    {
        var scope = Scope with { Fund = TestFunds.FromPublicSources };
        Assert.That(LaidOut.Rows(new ReportingTimes(), PublishedTables.Reporting, Ledger(), scope), Is.Empty);
    }

    private static ReportDue Report(DateOnly? day, bool certifies, DateOnly? cutOff = null) =>
        new(
            new ReportTimeSum(TestFunds.Partner, new DateOnly(2019, 7, 1), day, Books: true, certifies),
            Scope with
            {
                CutOff = cutOff ?? Scope.CutOff,
            }
        );

    private static DraftLedger Ledger(params ReferenceStatement[] statements) =>
        new()
        {
            Entries =
            [
                new("allocation", 500, new(2019, 8, 10)) { Organisation = TestFunds.Partner },
                new("expenditure", 300, new(2019, 9, 10)) { Organisation = TestFunds.Partner, Category = "food" },
            ],
            Statements = statements,
        };

    private static ReferenceStatement Statement(string measure, DateOnly day) =>
        new()
        {
            Batch = 1,
            Organisation = TestFunds.Partner,
            Indicator = "cases",
            Period = "2019-Q3",
            Measure = measure,
            Split = "total",
            People = 20,
            CertifiedOn = day,
        };
}
