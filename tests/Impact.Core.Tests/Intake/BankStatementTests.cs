using Impact.Core.Tests.Ledger;

namespace Impact.Core.Tests.Intake;

/// <summary>Bank statements of ISO 20022: what is stored of them, what is never stored, and what is refused.</summary>
[TestFixture]
internal sealed class BankStatementTests
{
    private const string Profile = "camt-053";

    private static readonly BankEntry[] Entries =
    [
        new("BK-1", "2020-01-03", -1200.00m, "FE-00017"),
        new("BK-2", "2020-01-06", 310.25m, "payout-2020-01-06"),
        new("BK-3", "2020-01-31", -12.50m),
    ];

    private LoadDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new LoadDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [TestCase(BankStatementText.SecondVersion)]
    [TestCase(BankStatementText.EighthVersion)]
    public void An_entry_is_stored_with_its_reference_and_the_line_of_the_document(string version)
    {
        var text = BankStatementText.Of(version, 5000, Entries);
        var report = _desk.Load(_desk.Write("january.xml", text), Profile);
        Assert.That((report.RowsStored, report.RowsRejected), Is.EqualTo((3L, 0L)));
        var lines = text.Split('\n').ToList();
        var begins = lines
            .Select((line, place) => (line, place))
            .Where(pair => pair.line.StartsWith("<Ntry>", StringComparison.Ordinal));
        Assert.That(
            _desk.Query(
                "SELECT line, source_id, base_minor, refers_to FROM account_line WHERE account = 'bank' ORDER BY line",
                row => (row.Integer("line"), row.Text("source_id"), row.Integer("base_minor"), row.Text("refers_to"))
            ),
            Is.EqualTo(
                begins.Zip(
                    ((string?, long, string?)[])
                        [("BK-1", -120000, "FE-00017"), ("BK-2", 31025, "payout-2020-01-06"), ("BK-3", -1250, null)],
                    (begin, entry) => ((long)begin.place + 1, entry.Item1, entry.Item2, entry.Item3)
                )
            )
        );
    }

    [Test]
    public void Names_account_numbers_and_texts_are_on_no_disk_of_ours_and_nothing_is_left_behind()
    {
        var path = _desk.Write("january.xml", BankStatementText.Of(BankStatementText.EighthVersion, 5000, Entries));
        _desk.Load(path, Profile);
        var files = Directory
            .GetFiles(Path.Combine(_desk.Folder, "ledger"), "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file, System.Text.Encoding.Latin1).Contains(BankStatementText.Canary))
            .ToList();
        Assert.That(files, Is.Empty);
        Assert.That(File.ReadAllText(path), Does.Contain(BankStatementText.Canary), "the search finds what is there");
        Assert.That(Directory.GetFiles(_desk.Folder, "statement.csv", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void A_reference_that_may_be_a_name_is_not_kept()
    {
        _desk.Load(
            _desk.Write(
                "a.xml",
                BankStatementText.Of(
                    BankStatementText.SecondVersion,
                    0,
                    new BankEntry("B1", "2020-01-03", 5, "Maria Example"),
                    new BankEntry("B2", "2020-01-03", 5, "MARIA")
                )
            ),
            Profile
        );
        Assert.That(_desk.Query("SELECT refers_to FROM account_line", row => row.Text("refers_to")), Is.All.Null);
    }

    [Test]
    public void The_same_statement_and_a_longer_one_add_nothing_twice()
    {
        var first = BankStatementText.Of(BankStatementText.SecondVersion, 5000, Entries);
        var second = BankStatementText.Of(
            BankStatementText.SecondVersion,
            5000,
            [.. Entries, new BankEntry("BK-4", "2020-02-01", 1)]
        );
        _desk.Load(_desk.Write("a.xml", first), Profile);
        Assert.That(_desk.Load(_desk.Write("b.xml", first), Profile).IsNew, Is.False);
        var report = _desk.Load(_desk.Write("c.xml", second), Profile);
        Assert.That((report.RowsStored, report.RowsKnown), Is.EqualTo((1L, 3L)));
    }

    [Test]
    public void A_wrong_entry_is_rejected_by_rule_and_line_of_the_document()
    {
        var text = BankStatementText.Of(
            BankStatementText.EighthVersion,
            0,
            Entries[0],
            new BankEntry("BK-9", "2020-01-09", 7) { Status = "PDNG" }
        );
        var report = _desk.Load(
            _desk.Write(
                "a.xml",
                text.Replace(">-7.00<", "><", StringComparison.Ordinal)
                    .Replace("<Cd>CLBD", "<Cd>CLAV", StringComparison.Ordinal)
            ),
            Profile
        );
        Assert.That((report.RowsStored, report.RowsRejected), Is.EqualTo((1L, 1L)));
        var line =
            text.Split('\n').ToList().FindLastIndex(one => one.StartsWith("<Ntry>", StringComparison.Ordinal)) + 1;
        Assert.That(
            _desk.Query("SELECT line, rule FROM finding", row => (row.Integer("line"), row.Text("rule"))),
            Is.EqualTo(((long, string?)[])[(line, "code-unknown")])
        );
    }

    [Test]
    public void A_statement_without_entries_is_a_quiet_month() =>
        Assert.That(
            _desk
                .Load(_desk.Write("a.xml", BankStatementText.Of(BankStatementText.SecondVersion, 10)), Profile)
                .RowsStored,
            Is.Zero
        );

    [TestCase("<!DOCTYPE Document [<!ENTITY a \"b\">]>", "document type")]
    [TestCase("<!DOCTYPE Document SYSTEM \"http://127.0.0.1/a.dtd\">", "document type")]
    public void A_document_type_is_refused(string type, string named)
    {
        var text = Statement().Replace("<Document", type + "<Document", StringComparison.Ordinal);
        AssertUnfit(text, named);
    }

    [TestCase("camt.053.001.02", "camt.053.001.04", "namespace")]
    [TestCase("camt.053.001.02", "camt.052.001.02", "namespace")]
    [TestCase("</BkToCstmrStmt></Document>", "", "well-formed")]
    [TestCase("<AcctSvcrRef>", "<AcctSvcrRef>&secret;", "entity")]
    [TestCase("-1200", "-1200", "opening")]
    [TestCase("<Stmt>", "<Stnt>", "well-formed")]
    public void A_document_that_is_no_whole_statement_is_refused(string was, string becomes, string named)
    {
        var text = Statement();
        text =
            named == "opening"
                ? text.Replace(">310.25<", ">310.26<", StringComparison.Ordinal)
                : text.Replace(was, becomes, StringComparison.Ordinal);
        AssertUnfit(text, named);
    }

    [Test]
    public void Elements_that_lie_too_deep_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 40)) + string.Concat(Enumerable.Repeat("</x>", 40));
        AssertUnfit(Statement().Replace("</Stmt>", deep + "</Stmt>", StringComparison.Ordinal), "too deep");
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused_before_they_are_read_as_xml() =>
        Assert.That(
            _desk.FaultOf(_desk.Write("a.xml", [.. "<Document>"u8, 0xff, 0xfe]), Profile).Code,
            Is.EqualTo("file-broken")
        );

    [Test]
    public void A_file_of_rows_is_no_statement_and_a_statement_is_no_file_of_rows()
    {
        var rows = _desk.Write("a.csv", "xml_line,status,line_id,booked_on,value_on,amount,currency,reference\n");
        Assert.That(_desk.FaultOf(rows, Profile).Code, Is.EqualTo("file-columns"));
        Assert.That(_desk.FaultOf(_desk.Write("gifts.xml", Statement())).Code, Is.EqualTo("file-columns"));
    }

    private static string Statement() => BankStatementText.Of(BankStatementText.SecondVersion, 5000, Entries);

    private void AssertUnfit(string text, string named)
    {
        var fault = _desk.FaultOf(_desk.Write("a.xml", text), Profile);
        Assert.Multiple(() =>
        {
            Assert.That(fault.Code, Is.EqualTo("statement-unfit"));
            Assert.That(fault.Detail, Does.StartWith("line ").And.Contain(named));
            Assert.That(fault.Detail, Does.Not.Contain("CANARY").And.Not.Contain("secret"));
            Assert.That(_desk.Count("account_line"), Is.Zero);
        });
    }
}
