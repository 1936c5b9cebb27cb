namespace Impact.Core.Tests.Ledger;

/// <summary>The other sides' sheets: what is stored of them, and what is refused.</summary>
[TestFixture]
internal sealed class AccountLineTests
{
    private const string Heading = "line_id,booked_on,kind,amount,currency,base_amount,reference,reverses";

    private LoadDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new LoadDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [TestCase("processor_report", "gift", "processor")]
    [TestCase("bank_statement", "payment", "bank")]
    public void A_line_is_stored_with_its_reference_and_loading_it_again_changes_nothing(
        string sheet,
        string kind,
        string account
    )
    {
        var first = _desk.Write($"{sheet}.csv", $"{Heading}\nL1,2020-01-02,{kind},-12.30,USD,,txn_1,\n");
        Assert.That(_desk.Load(first).RowsStored, Is.EqualTo(1));
        var second = _desk.Write(
            $"{sheet}.csv",
            $"{Heading}\nL1,2020-01-02,{kind},-12.30,USD,,txn_1,\nL2,2020-01-03,{kind},5.00,EUR,6.00,,\n"
        );
        var report = _desk.Load(second);
        Assert.That((report.RowsStored, report.RowsKnown, report.RowsRejected), Is.EqualTo((1L, 1L, 0L)));
        Assert.That(
            _desk.Query(
                "SELECT account, base_minor, refers_to FROM account_line ORDER BY source_id",
                row => (row.Text("account"), row.Integer("base_minor"), row.Text("refers_to"))
            ),
            Is.EqualTo(((string?, long, string?)[])[(account, -1230, "txn_1"), (account, 600, null)])
        );
    }

    [TestCase("L1,2020-01-02,gift,0.00,USD,,,", "amount-none")]
    [TestCase("L1,2020-01-02,gift,1.00,EUR,,,", "base-missing")]
    [TestCase("L1,2020-01-02,letter,1.00,USD,,,", "code-unknown")]
    [TestCase("L1,2030-01-02,gift,1.00,USD,,,", "day-future")]
    public void A_wrong_line_is_rejected_by_its_rule(string row, string rule)
    {
        var report = _desk.Load(_desk.Write("processor_report.csv", $"{Heading}\n{row}\n"));
        Assert.That(report.RowsRejected, Is.EqualTo(1));
        Assert.That(report.Findings.Select(finding => finding.Rule), Does.Contain(rule));
    }

    [Test]
    public void A_column_for_names_or_texts_of_the_bank_is_refused()
    {
        var file = _desk.Write("bank_statement.csv", $"{Heading},remittance\nL1,2020-01-02,payment,1.00,USD,,,,Name\n");
        Assert.That(_desk.FaultOf(file).Code, Is.EqualTo("file-columns"));
    }

    [TestCase("rounding,2020-01-05,A cent was rounded.,Se redondeó un centavo.", null)]
    [TestCase("other,2020-01-05,,", "needed-for-kind")]
    [TestCase("other,2020-01-05,Ask someone@example.org,Pregunte", "note-unfit")]
    [TestCase("other,2020-01-05,Call 601 555-0100,Llame", "note-unfit")]
    [TestCase("misfortune,2020-01-05,,", "code-unknown")]
    public void An_explanation_names_a_reason_and_no_one(string cells, string? rule)
    {
        var report = _desk.Load(
            _desk.Write(
                "explanations.csv",
                $"match,item,amount,owner,explanation,explained_on,note_en,note_es\nreceipt,FE-1,-0.01,partner,{cells}\n"
            )
        );
        Assert.That(report.RowsStored, Is.EqualTo(rule is null ? 1 : 0));
        Assert.That(
            report.Findings.Select(finding => finding.Rule).Distinct(),
            rule is null ? Is.Empty : Does.Contain(rule)
        );
    }
}
