using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Core.Metrics.Reporting;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture]
internal sealed class DataQualityTests
{
    private static readonly MetricScope Scope = new(TestFunds.Plain, new DateOnly(2019, 9, 30), LastBatch: 10);

    private static readonly DraftEntry Sent = new("disbursement", 400, new(2019, 8, 10))
    {
        SourceId = "sent",
        Organisation = TestFunds.Partner,
    };

    private static readonly DraftEntry Received = new("receipt", 400, new(2019, 8, 12))
    {
        SourceId = "received",
        Organisation = TestFunds.Partner,
        RefersTo = "sent",
    };

    private static readonly DraftEntry Spent = new("expenditure", 300, new(2019, 9, 1))
    {
        Organisation = TestFunds.Partner,
        Category = "cash_aid",
    };

    private static readonly DraftLedger Good = new()
    {
        Entries = [Sent, Received, Spent],
        Statements = [Statement("total", 30), Statement("women", 20), Statement("men", 10)],
        Balances = [new ReferenceBalance(1, new(2019, 9, 30), 0)],
        Sheets = [new ReferenceBatch(1, "sheet", [], RowsRejected: 0)],
    };

    [Test]
    public void Good_data_pass_every_check_and_the_score_counts_checks()
    {
        Assert.That(Results(Good).Values, Is.All.StartsWith("ok"));
        Assert.That(Results(Good)[QualityChecks.Score], Is.EqualTo("ok 7/7"));
    }

    [Test]
    public void Each_check_sees_what_it_is_there_for()
    {
        var other = Sent with { Organisation = TestFunds.OtherPartner, SourceId = "other" };
        var uncertified = Statement("girls", 0) with { CertifiedOn = null };
        Broken("expenditure_category", Good with { Entries = [Sent, Received, Spent with { Category = null }] });
        Broken("disbursement_receipt", Good with { Entries = [Sent, Received, Received.TakenBack(1), Spent] });
        Broken("last_quarter_booked", Good with { Entries = [.. Good.Entries, other] }, "disbursement_receipt");
        Broken("last_quarter_certified", Good with { Statements = [.. Good.Statements, uncertified] });
        Broken("splits_add_up", Good with { Statements = [.. Good.Statements, Statement("boys", 1)] });
        Broken("splits_add_up", Good with { Statements = [.. Good.Statements, Statement("female", 1)] });
        Broken("sheets_taken_whole", Good with { Sheets = [new ReferenceBatch(1, "sheet", [], RowsRejected: 1)] });
        Broken("bank_at_quarter_end", Good with { Balances = [new ReferenceBalance(1, new(2019, 9, 29), 0)] });
    }

    [Test]
    public void The_number_of_payments_shows_nowhere()
    {
        var many = Enumerable.Range(1, 40).Select(number => Spent with { SourceId = $"payment-{number}" });
        Assert.That(Results(Good with { Entries = [Sent, Received, .. many] }), Is.EqualTo(Results(Good)));
    }

    [Test]
    public void Rejects_of_donors_and_households_rows_show_nowhere_and_sheets_about_figures_are_no_data()
    {
        List<ReferenceBatch> sheets =
        [
            .. Good.Sheets,
            new(2, "gift", ["gift"], RowsRejected: 9),
            new(2, "service", ["service"], RowsRejected: 9),
            new(2, "correction", ["correction"], RowsRejected: 0),
            new(2, "reply", ["reply"], RowsRejected: 9),
        ];
        Assert.That(Results(Good with { Sheets = sheets }), Is.EqualTo(Results(Good)));
    }

    [Test]
    public void A_check_that_no_source_tells_counts_neither_way()
    {
        var results = Results(
            Good with
            {
                Tells = [.. LedgerKinds.All.Where(kind => kind != "balance")],
                Balances = [],
            }
        );
        Assert.That(results["bank_at_quarter_end"], Does.StartWith("x"));
        Assert.That(results[QualityChecks.Score], Is.EqualTo("ok 6/6"));
    }

    [Test]
    public void Every_check_of_the_catalogue_is_computed_and_no_other() =>
        Assert.That(Results(Good).Keys, Is.EquivalentTo(CodeLists.QualityCheck.Codes.Select(code => code.Value)));

    private static void Broken(string check, DraftLedger draft, params string[] also)
    {
        var results = Results(draft);
        var failing = results
            .Where(pair => pair.Key != QualityChecks.Score && !IsWhole(pair.Value))
            .Select(pair => pair.Key);
        Assert.That(failing, Is.EquivalentTo((string[])[check, .. also]));
        Assert.That(results[QualityChecks.Score], Is.EqualTo($"ok {6 - also.Length}/7"));
    }

    private static bool IsWhole(string result)
    {
        var parts = result["ok ".Length..].Split('/');
        return parts[0] == parts[1];
    }

    private static Dictionary<string, string> Results(DraftLedger draft) =>
        LaidOut
            .Rows(new DataQuality(), PublishedTables.Quality, draft, Scope)
            .ToDictionary(
                row => row.Text("check"),
                row => $"{row.Text("status")} {row.Integer("numerator")}/{row.Integer("denominator")}",
                StringComparer.Ordinal
            );

    private static ReferenceStatement Statement(string split, long people) =>
        new()
        {
            Batch = 1,
            Organisation = TestFunds.Partner,
            Indicator = "cases",
            Period = "2019-Q3",
            Measure = "reached",
            Split = split,
            People = people,
            CertifiedOn = new(2019, 10, 20),
        };
}
