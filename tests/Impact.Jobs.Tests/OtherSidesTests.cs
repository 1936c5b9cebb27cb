using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;

namespace Impact.Jobs.Tests;

/// <summary>Money that does not fit, by the real path from files to a release: it is stopped by name, or stands in the register.</summary>
public class OtherSidesTests
{
    private string _folder = string.Empty;
    private RehearsalFiles _files = null!;

    [SetUp]
    public void Write()
    {
        _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _files = RehearsalFund.Write(
            new RehearsalOptions(Gifts: 800, Households: 0),
            Path.Combine(_folder, "in"),
            CancellationToken.None
        );
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_refund_without_its_gift_stops_the_release()
    {
        Change("fund_entries", ["gift_refund"], cells => cells[9] = "txn_unknown");
        Assert.That(StoppedBy(Load()), Does.Contain("references: gift_refund"));
    }

    [Test]
    public void Money_that_leaves_its_designation_stops_the_release()
    {
        Change("fund_entries", ["disbursement", "food-and-rent"], cells => cells[7] = "XI-REHEARSAL-ORG-1");
        Assert.That(StoppedBy(Load()), Does.Contain("designation: "));
    }

    [Test]
    public void Money_for_a_purpose_that_another_partner_spends_stops_the_release()
    {
        Change("partner_entries", ["expenditure", "food-and-rent"], cells => cells[1] = "XI-REHEARSAL-ORG-1");
        Assert.That(
            StoppedBy(Load()),
            Does.StartWith("designation: ").And.Contain(" food-and-rent/XI-REHEARSAL-ORG-1 ")
        );
    }

    [Test]
    public void A_fee_on_another_designation_than_its_gift_stops_the_release()
    {
        Change("fund_entries", ["processor_fee", "food-and-rent"], cells => cells[8] = string.Empty);
        Assert.That(StoppedBy(Load()), Does.Contain("references: processor_fee 1"));
    }

    [Test]
    public void A_partner_that_spends_more_than_it_was_sent_stops_the_release_until_it_is_explained()
    {
        Change("partner_entries", ["XI-REHEARSAL-ORG-3", "expenditure"], cells => cells[5] = "900000.00");
        var fund = Load();
        const string item = "XI-REHEARSAL-ORG-3";
        const string named = $"partner_balance/spending/{item}/{item}/spent_beyond_sent ";
        var stopped = StoppedBy(fund);
        Assert.That(stopped, Does.Contain($"register: {named}"));
        var digits = stopped[(stopped.IndexOf(named, StringComparison.Ordinal) + named.Length)..]
            .TakeWhile(char.IsAsciiDigit);
        var minor = long.Parse(string.Concat(digits), System.Globalization.CultureInfo.InvariantCulture);
        Explain(fund, item, Less("0", -minor / 100m), "partner_balance");
        var row = Rows(fund.Publish().Folder).Single(row => row.Text("match") == "partner_balance");
        Assert.That(
            (row.Text("state"), row.Text("organisation_id"), row.Integer("amount_minor")),
            Is.EqualTo(("explained", item, (long?)minor))
        );
    }

    [Test]
    public void An_allocation_that_is_paid_twice_stops_the_release()
    {
        Change("fund_entries", ["disbursement"], cells => cells[4] = "999999.00");
        Assert.That(StoppedBy(Load()), Does.Contain("allocation: XI-REHEARSAL-ORG-"));
    }

    [Test]
    public void A_receipt_of_another_amount_stops_the_release_until_it_is_explained_and_then_stands_in_the_register()
    {
        var item = Change("partner_entries", ["receipt"], cells => cells[5] = Less(cells[5], 1))[10];
        var fund = Load();
        Assert.That(
            StoppedBy(fund),
            Does.Contain("register: receipt/disbursement/").And.Contain($"{item}/amount_differs -100")
        );

        Explain(fund, item, "-2.00");
        Assert.That(StoppedBy(fund), Does.Contain(item), "an explanation holds for one amount");
        Explain(fund, item, "-1.00");
        var release = fund.Publish();
        var row = Rows(release.Folder).Single(row => row.Text("item") == item && row.Text("match") == "receipt");
        Assert.That(
            (row.Text("state"), row.Text("owner"), row.Text("explanation"), row.Integer("amount_minor")),
            Is.EqualTo(("explained", "bank", "bank_fee", (long?)-100))
        );
    }

    [Test]
    public void A_bank_line_that_the_books_do_not_know_stops_the_release()
    {
        var path = _files.Sheet("bank_statement").Path;
        File.AppendAllText(path, "B-9999,2020-11-02,fee,-7.00,USD,,,\n");
        Assert.That(StoppedBy(Load()), Does.Contain("register: bank/unknown/2020-10-01 -700"));
    }

    [Test]
    public void A_rehearsal_of_the_register_holds_no_open_difference()
    {
        var states = Rows(Load().Publish().Folder).Select(row => row.Text("state")).Distinct().ToList();
        Assert.That(states, Does.Contain("explained").And.Contain("in_transit").And.Not.Contain("open"));
    }

    private static string Less(string amount, decimal by) =>
        (decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) - by).ToString(
            "0.00",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static string StoppedBy(Fund fund)
    {
        var fault = Assert.Throws<FaultException>(() => fund.Publish())!.Fault;
        Assert.That(fault.Code, Is.EqualTo("gate-failed"));
        return fault.Detail;
    }

    private IReadOnlyList<TableRow> Rows(string release) =>
        new ReleaseShelf(Path.Combine(_folder, "public"), Path.Combine(_folder, "trust"))
            .Latest(Path.GetFileName(Path.GetDirectoryName(release))!)!
            .FindTable("register")!
            .Rows;

    private Fund Load()
    {
        var fund = Fund.Create(_folder, _files.FundFile, TimeProvider.System);
        foreach (var sheet in _files.Sheets)
        {
            fund.Ingest(sheet.Path, "impact");
        }

        return fund;
    }

    private void Explain(Fund fund, string item, string amount, string match = "receipt")
    {
        var path = Path.Combine(_folder, "explanations.csv");
        File.WriteAllText(
            path,
            $"match,item,amount,owner,explanation,explained_on,note_en,note_es\n{match},{item},{amount},bank,bank_fee,2020-12-31,,\n"
        );
        Assert.That(fund.Ingest(path, "impact").RowsStored, Is.EqualTo(1));
    }

    /// <summary>Changes the last row that holds all the words.</summary>
    private string[] Change(string sheet, string[] words, Action<string[]> change)
    {
        var path = _files.Sheet(sheet).Path;
        var lines = File.ReadAllLines(path);
        var place = Array.FindLastIndex(
            lines,
            line => words.All(word => line.Contains($",{word},", StringComparison.Ordinal))
        );
        var cells = lines[place].Split(',');
        change(cells);
        lines[place] = string.Join(',', cells);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return cells;
    }
}
