using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Register;

namespace Impact.Core.Tests.Ledger;

/// <summary>The sheets of corrections and of replies: what is stored and told of them, and what is refused.</summary>
[TestFixture]
internal sealed class RemarkSheetsTests
{
    private const string Corrections =
        "correction,state,recorded_on,table,organisation_id,period,indicator,subject,amount,noticed_by,what_en,what_es,why_en,why_es";

    private const string Replies = "reply,organisation_id,state,replied_on,table,period,indicator,text_en,text_es";

    private const string Words = "It was wrong.,Estaba mal.,A mistake.,Un error.";

    private LoadDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new LoadDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [Test]
    public void A_correction_goes_on_step_by_step_and_is_told_as_it_was_recorded()
    {
        Load("corrections", Corrections, $"K-1,open,2020-04-01,,,,,money,12.50,auditor,{Words}");
        Load(
            "corrections",
            Corrections,
            $"K-1,open,2020-04-01,,,,,money,12.50,auditor,{Words}",
            $"K-1,corrected,2020-05-01,funding_status,,2020-Q1,,money,,fund,{Words}"
        );
        var rows = Tables(lastBatch: 2)[0]
            .Rows.Select(row => (row.Cells[1], row.Cells[2], row.Cells[4], row.Cells[15]));
        Assert.Multiple(() =>
        {
            Assert.That(
                rows,
                Is.EquivalentTo(
                    ((object?, object?, object?, object?)[])
                        [("K-1", "open", null, 1250L), ("K-1", "corrected", "funding_status", null)]
                )
            );
            Assert.That(Tables(lastBatch: 1)[0].Rows, Has.Count.EqualTo(1), "as it was known before");
        });
    }

    [TestCase("K-1,open,2020-04-01,,,,,household_aid,500.00,fund", "size-unfit")]
    [TestCase("K-1,open,2020-04-01,,,,,people,5.00,fund", "size-unfit")]
    [TestCase("K-1,withdrawn,2020-04-01,,XI-TEST-1,,workshops,money,,fund", "withdrawal-unfit")]
    [TestCase("K-1,withdrawn,2020-04-01,,,,workshops,people,,fund", "needed-for-kind")]
    [TestCase("K-1,withdrawn,2020-04-01,,XI-TEST-1,,,people,,fund", "needed-for-kind")]
    [TestCase("K-1,open,2030-04-01,,,,,money,,fund", "day-future")]
    [TestCase("K-1,open,2020-04-01,households,,,,money,,fund", "code-unknown")]
    [TestCase("K-1,open,2020-04-01,,name@example.org,,,money,,fund", "note-unfit")]
    public void A_wrong_step_is_rejected_by_its_rule(string row, string rule) =>
        Assert.That(Rejected("corrections", Corrections, $"{row},{Words}"), Does.Contain(rule));

    [Test]
    public void A_step_about_people_without_a_size_and_a_right_withdrawal_are_taken()
    {
        Load("corrections", Corrections, $"K-1,open,2020-04-01,,,,,household_aid,,fund,{Words}");
        Load("corrections", Corrections, $"K-2,withdrawn,2020-04-01,,XI-TEST-1,,workshops,people,,fund,{Words}");
        Assert.That(_desk.Count("correction"), Is.EqualTo(2));
    }

    [TestCase("what_en")]
    [TestCase("what_es")]
    [TestCase("why_en")]
    [TestCase("why_es")]
    public void Words_that_lead_to_somebody_are_rejected(string column)
    {
        var cells = $"K-1,open,2020-04-01,,,,,money,,fund,{Words}".Split(',');
        cells[Array.IndexOf(Corrections.Split(','), column)] = "Call 601 555 0123.";
        Assert.That(Rejected("corrections", Corrections, string.Join(',', cells)), Does.Contain("note-unfit"));
    }

    [Test]
    public void A_step_that_was_recorded_is_not_changed_by_another_file()
    {
        Load("corrections", Corrections, $"K-1,open,2020-04-01,,,,,money,1.00,fund,{Words}");
        Assert.That(
            Rejected("corrections", Corrections, $"K-1,open,2020-04-01,,,,,money,2.00,fund,{Words}"),
            Has.Count.EqualTo(1)
        );
    }

    [Test]
    public void A_reply_is_told_in_both_languages()
    {
        Load("replies", Replies, "A-1,XI-TEST-1,disputed,2020-04-01,people,2020-Q1,workshops,Not so.,No es así.");
        Assert.That(
            Tables(lastBatch: 1)[1].Rows.Single().Cells.Skip(1).Take(9),
            Is.EqualTo(
                (object?[])
                    [
                        "XI-TEST-1",
                        "A-1",
                        "disputed",
                        new DateOnly(2020, 4, 1),
                        "people",
                        "2020-Q1",
                        "workshops",
                        "Not so.",
                        "No es así.",
                    ]
            )
        );
    }

    private void Load(string sheet, string heading, params string[] rows) =>
        Assert.That(_desk.Load(Write(sheet, heading, rows)).RowsRejected, Is.Zero);

    private IReadOnlyList<string> Rejected(string sheet, string heading, string row)
    {
        var report = _desk.Load(Write(sheet, heading, row));
        Assert.That(report.RowsRejected, Is.EqualTo(1));
        return [.. report.Findings.Select(finding => finding.Rule)];
    }

    private string Write(string sheet, string heading, params string[] rows) =>
        _desk.Write($"{sheet}.csv", $"{heading}\n{string.Join('\n', rows)}\n");

    private IReadOnlyList<RawTable> Tables(int lastBatch)
    {
        using var ledger = LedgerStore.Open(Path.Combine(_desk.Folder, "ledger"));
        return Remarks.Tables(ledger, new(LoadDesk.Fund, new(2020, 6, 30), lastBatch));
    }
}
