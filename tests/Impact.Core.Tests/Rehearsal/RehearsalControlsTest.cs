using System.Globalization;
using System.Text.RegularExpressions;

namespace Impact.Core.Tests.Rehearsal;

/// <summary>Plants one fault at a time into true books: a check that finds nothing here would find nothing anywhere.</summary>
internal sealed class RehearsalControlsTest
{
    private readonly RehearsalFolder fund = new(new());

    [OneTimeTearDown]
    public void RemoveFund() => fund.Dispose();

    [TestCase("balances", ",bank,", "F3 ")]
    [TestCase("gifts", ",individual,", "F3 ")]
    [TestCase("fund_entries", ",processor_fee,", ": fee", "F3 ")]
    [TestCase("fund_entries", ",interest,", "F3 ")]
    [TestCase("fund_entries", ",bank_charge,", "F3 ")]
    [TestCase("fund_entries", ",chargeback,", "F3 ", ": more than the gift")]
    [TestCase("fund_entries", ",disbursement,", "F3 ", ": receipt")]
    [TestCase("partner_entries", ",receipt,", ": receipt")]
    public void One_cent_too_much_is_found(string sheet, string row, params string[] expected)
    {
        var faults = Plant(sheet, row, line => WithAmount(line, amount => amount + 0.01m));
        Assert.That(
            expected,
            Has.All.Matches<string>(part => faults.Any(fault => fault.Contains(part!, StringComparison.Ordinal))),
            string.Join('\n', faults)
        );
    }

    [TestCase("fund_entries", ",allocation,", 1_000_000, "B ")]
    [TestCase("fund_entries", ",disbursement,", 1_000_000, "A ")]
    [TestCase("partner_entries", ",expenditure,", 1_000_000, "spending ")]
    [TestCase("fund_entries", ",gift_refund,", 1_000_000, ": more than the gift")]
    public void An_amount_that_is_not_there_is_found(string sheet, string row, decimal more, string expected)
    {
        var faults = Plant(sheet, row, line => WithAmount(line, amount => amount + more));
        Assert.That(faults, Has.Some.Contains(expected));
    }

    [TestCase("gifts", ",individual,", ": sign")]
    [TestCase("fund_entries", ",allocation,", ": sign")]
    [TestCase("partner_entries", ",EDIT", ": reversal")]
    public void A_wrong_sign_is_found(string sheet, string row, string expected)
    {
        var faults = Plant(sheet, row, line => WithAmount(line, amount => -amount));
        Assert.That(faults, Has.Some.Contains(expected));
    }

    [Test]
    public void Money_of_a_designation_for_another_partner_is_found()
    {
        var faults = Plant(
            "fund_entries",
            ",food-and-rent,,,",
            line => line.Replace("ORG-4", "ORG-1", StringComparison.Ordinal),
            ",disbursement,"
        );
        Assert.That(faults, Has.Some.Contains("designation of another partner"));
    }

    [Test]
    public void A_refund_without_its_gift_is_found() =>
        Assert.That(
            Plant("fund_entries", ",gift_refund,", line => line.Replace(",txn_", ",txn_x", StringComparison.Ordinal)),
            Has.Some.Contains(": gift")
        );

    [Test]
    public void A_missing_receipt_is_found()
    {
        var books = PlainBooks.Read(
            fund.Path,
            "partner_entries",
            lines => [.. lines.Where((line, place) => place != Place(lines, ",receipt,"))]
        );
        Assert.That(MoneyCheck.Faults(books), Has.Some.Contains(": receipt"));
    }

    [TestCase("gifts", ",individual,", "individual", "person", "giver_kind is not in its list")]
    [TestCase("gifts", ",individual,", "individual,", "individual,Somebody", "giver_name")]
    [TestCase("gifts", ",2019-08-2", ",2019-08-2", ",2019-07-2", "cleared_on is out of range")]
    [TestCase("gifts", ",EUR,", ",EUR,", ",USD,", "base_amount")]
    [TestCase("services", "XI-REHEARSAL-COUNTY-1", "COUNTY-1", "COUNTY-9", "place has another shape")]
    [TestCase("indicators", ",reached,", ",reached,", ",achieved,", "measure is not in its list")]
    public void A_cell_that_the_layout_does_not_know_is_found(
        string sheet,
        string row,
        string was,
        string becomes,
        string expected
    )
    {
        var changed = PlainBooks.Read(
            fund.Path,
            sheet,
            lines => Change(lines, row, line => line.Replace(was, becomes, StringComparison.Ordinal))
        );
        Assert.That(LayoutCheck.Faults(changed), Has.Some.Contains(expected));
    }

    [TestCase("gifts")]
    [TestCase("fund_entries")]
    [TestCase("partner_entries")]
    [TestCase("services")]
    [TestCase("indicators")]
    [TestCase("balances")]
    public void A_row_that_is_there_twice_is_found(string sheet)
    {
        var changed = PlainBooks.Read(fund.Path, sheet, lines => [.. lines, lines[^1]]);
        Assert.That(LayoutCheck.Faults(changed), Has.Some.Contains("number is not unique"));
    }

    private List<string> Plant(string sheet, string row, Func<string, string> change, string? alsoHas = null) =>
        MoneyCheck.Faults(PlainBooks.Read(fund.Path, sheet, lines => Change(lines, row, change, alsoHas)));

    private static string[] Change(string[] lines, string row, Func<string, string> change, string? alsoHas = null)
    {
        var changed = lines.ToArray();
        var place = Place(lines, row, alsoHas);
        changed[place] = change(lines[place]);
        Assert.That(changed[place], Is.Not.EqualTo(lines[place]), "the fault was not planted");
        return changed;
    }

    private static int Place(string[] lines, string row, string? alsoHas = null)
    {
        var place = Array.FindIndex(
            lines,
            line =>
                line.Contains(row, StringComparison.Ordinal) && line.Contains(alsoHas ?? row, StringComparison.Ordinal)
        );
        Assert.That(place, Is.Positive, "there is no such row");
        return place;
    }

    /// <summary>Changes the first amount of a line, which is the first cell with a point and two digits.</summary>
    private static string WithAmount(string line, Func<decimal, decimal> change)
    {
        var amount = Regex.Match(line, "(?<=,)-?[0-9]+\\.[0-9]{2}(?=,)", RegexOptions.None, TimeSpan.FromSeconds(1));
        var changed = change(decimal.Parse(amount.Value, CultureInfo.InvariantCulture))
            .ToString("0.00", CultureInfo.InvariantCulture);
        return line[..amount.Index] + changed + line[(amount.Index + amount.Length)..];
    }
}
