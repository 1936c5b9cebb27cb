namespace Impact.Core.Tests.Rehearsal;

/// <summary>What processor, bank and partners say of the invented fund, and that a side that says something else is noticed.</summary>
internal sealed class RehearsalSidesTest
{
    private readonly RehearsalFolder fund = new(new());

    [OneTimeTearDown]
    public void RemoveFund() => fund.Dispose();

    [Test]
    public void Other_sides_of_every_size_and_seed_agree_or_are_explained(
        [Values(1UL, 20190807UL, ulong.MaxValue)] ulong seed,
        [Values(1, 50, 5_000, 20_000)] int gifts
    )
    {
        using var other = new RehearsalFolder(new(seed, gifts, 0));
        var books = other.Read();
        Assert.That(LayoutCheck.Faults(books), Is.Empty);
        Assert.That(SidesCheck.Faults(books), Is.Empty);
    }

    [Test]
    public void Lines_of_bank_and_processor_add_up_to_what_they_state_each_month()
    {
        var books = fund.Read();
        foreach (var stated in books["balances"].Where(row => row["account"] is not "in_transit"))
        {
            var lines = books[stated["account"] is "bank" ? "bank_statement" : "processor_report"];
            Assert.That(
                lines.Where(row => row.Day("booked_on") <= stated.Day("as_of")).Sum(row => row.BaseAmount),
                Is.EqualTo(stated.Decimal("amount")),
                stated.Where
            );
        }
    }

    [Test]
    public void The_default_fund_differs_from_other_sides_in_every_way_that_the_demonstration_needs()
    {
        var books = fund.Read();
        Assert.That(
            books["explanations"].Select(row => row["explanation"]).Distinct(StringComparer.Ordinal),
            Is.EquivalentTo(["wrong_reference", "bank_fee", "paid_in_parts", "booking_error"])
        );
        Assert.That(books["explanations"].Count(row => row["match"] is "receipt"), Is.EqualTo(3));
        var fees = books["explanations"].Count(row => row["match"] is "processor");
        Assert.That(fees, Is.InRange(60, 120).And.EqualTo(2 * (fees / 2)));
        var late = SidesCheck
            .Differences(books)
            .Where(found => found.Day > new DateOnly(2020, 12, 25) && found.Match is not "processor");
        Assert.That(late.Select(found => found.Match), Is.EquivalentTo(["receipt", "bank"]), "one transfer on its way");
    }

    [TestCase("processor_report", ",gift,", "1.00", "processor txn_")]
    [TestCase("processor_report", ",payout,", "1.00", "payout payout-")]
    [TestCase("bank_statement", ",payment,", "1.00", "bank FE-")]
    [TestCase("partner_entries", ",receipt,", "1.00", "receipt FE-")]
    public void Another_amount_on_the_other_side_is_found(string sheet, string row, string more, string expected)
    {
        var books = PlainBooks.Read(fund.Path, sheet, lines => [.. lines, Copy(lines, row, more)]);
        Assert.That(SidesCheck.Faults(books), Has.Some.StartsWith(expected));
    }

    [Test]
    public void An_explanation_that_is_gone_is_found()
    {
        var books = PlainBooks.Read(fund.Path, "explanations", lines => [.. lines.SkipLast(1)]);
        Assert.That(SidesCheck.Faults(books), Has.Count.EqualTo(1));
    }

    /// <summary>A second line of the same reference.</summary>
    private static string Copy(string[] lines, string row, string amount)
    {
        var cells = lines.First(line => line.Contains(row, StringComparison.Ordinal)).Split(',');
        cells[0] = "planted";
        cells[Array.FindIndex(cells, cell => cell.Length > 3 && cell[^3] == '.')] = amount;
        return string.Join(',', cells);
    }
}
