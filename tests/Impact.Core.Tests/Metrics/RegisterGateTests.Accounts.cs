using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <content>The books against the processor's report, the bank, and the processor's payouts against the bank.</content>
internal sealed partial class RegisterGateTests
{
    [Test]
    public void One_cent_in_the_processor_s_report_stops_the_release_as_a_sum_without_the_gift() =>
        Assert.That(
            Open(ChangeLine(Books(), "gift", line => line with { BaseMinor = line.BaseMinor + 1 })),
            Is.EqualTo((string[])["processor/gifts/2019-07-01 1"])
        );

    [Test]
    public void A_gift_that_the_report_has_twice_is_one_difference_of_its_amount()
    {
        var books = Books();
        var gift = books.AccountLines.Single(line => line.Kind == "gift");
        books = books with { AccountLines = [.. books.AccountLines, gift with { SourceId = "again" }] };
        Assert.That(Open(books), Is.EqualTo((string[])["processor/gifts/2019-07-01 10000"]));
    }

    [Test]
    public void A_transfer_that_the_bank_booked_lower_stops_the_release() =>
        Assert.That(
            Open(ChangeLine(Books(), "payment", line => line with { BaseMinor = -2999 })),
            Is.EqualTo((string[])[$"bank/disbursement/{TestFunds.Partner}/sent/amount_differs 1"])
        );

    [Test]
    public void A_payout_that_never_reached_the_bank_stops_the_release()
    {
        var books = Books();
        Assert.That(
            Open(
                books with
                {
                    AccountLines =
                    [
                        .. books.AccountLines.Where(line => !(line is { Account: "bank", Kind: "payout" })),
                    ],
                }
            ),
            Is.EqualTo((string[])["payout/payouts/2019-07-01 -500"])
        );
    }

    [Test]
    public void A_bank_line_that_the_books_have_not_stops_the_release()
    {
        var books = Books();
        var stray = books.AccountLines[^1] with { SourceId = "stray", RefersTo = null, Kind = null, BaseMinor = -7 };
        Assert.That(
            Open(books with { AccountLines = [.. books.AccountLines, stray] }),
            Is.EqualTo((string[])["bank/unknown/2019-07-01 -7"])
        );
    }

    [Test]
    public void What_is_before_the_first_line_of_an_account_is_not_missed_there()
    {
        var books = Books();
        var early = Entry("interest", 5, "early") with { ClearedOn = new(2019, 8, 1) };
        Assert.That(Open(books with { Entries = [.. books.Entries, early] }), Is.Empty);
        var later = early with { ClearedOn = new(2019, 8, 20) };
        Assert.That(
            Open(books with { Entries = [.. books.Entries, later] }),
            Is.EqualTo((string[])["bank/costs_and_income/2019-07-01 -5"])
        );
    }

    /// <summary>The planted bug of each match: sides joined line by line and not by their sums multiply what is there twice.</summary>
    [TestCase("gift")]
    [TestCase("payment")]
    [TestCase("payout")]
    public void A_join_that_multiplies_would_be_seen(string kind)
    {
        var books = Books();
        var line = books.AccountLines.Last(one => one.Kind == kind);
        var half = line with { BaseMinor = line.BaseMinor / 2 };
        books = books with
        {
            AccountLines =
            [
                .. books.AccountLines.Where(one => one != line),
                half,
                half with
                {
                    SourceId = "second half",
                },
            ],
        };
        Assert.That(Open(books), Is.Empty, "two lines of one reference are one item");
        const string joined = """
            SELECT count(*) AS rows FROM account_line AS first
            INNER JOIN account_line AS second ON second.refers_to = first.refers_to AND second.account = first.account
            """;
        Assert.That(
            _ledger.Store.Query("twin", joined, row => row.Integer("rows")).Single(),
            Is.GreaterThan(books.AccountLines.Count),
            "line by line they would be more"
        );
    }

    [TestCase(true, 0L)]
    [TestCase(false, 10_000L)]
    public void A_gift_that_is_taken_back_must_be_taken_back_in_the_report(bool reported, long difference)
    {
        var books = Books();
        var gift = books.Entries.Single(entry => entry.Kind == "gift");
        var line = books.AccountLines.Single(one => one.Kind == "gift");
        var back = line with { SourceId = "back", BaseMinor = -line.BaseMinor, Reverses = line.SourceId };
        books = books with
        {
            Entries = [.. books.Entries, gift.TakenBack(1) with { SourceId = "undone" }],
            AccountLines = reported ? [.. books.AccountLines, back] : books.AccountLines,
        };
        Assert.That(
            Open(books),
            Is.EqualTo(difference == 0 ? (string[])[] : [$"processor/gifts/2019-07-01 {difference}"])
        );
    }

    /// <summary>Lines that agree pair by pair are only counted: of two lines a side, each meets both of the other.</summary>
    [TestCase(200, 120, 0L)]
    [TestCase(120, 120, 80L)]
    [TestCase(200, 200, -80L)]
    public void Two_fees_of_one_gift_are_added_up_before_they_meet(long first, long second, long difference)
    {
        var books = Without(Books(), "processor_fee");
        var line = books.AccountLines.Single(one => one.Kind == "processor_fee");
        books = books with
        {
            Entries =
            [
                .. books.Entries,
                Entry("processor_fee", 120, "fee-1", "txn"),
                Entry("processor_fee", 200, "fee-2", "txn"),
            ],
            AccountLines =
            [
                .. books.AccountLines.Where(one => one != line),
                line with
                {
                    SourceId = "line-1",
                    BaseMinor = -first,
                },
                line with
                {
                    SourceId = "line-2",
                    BaseMinor = -second,
                },
            ],
        };
        Assert.That(
            Open(books),
            Is.EqualTo(difference == 0 ? (string[])[] : [$"processor/gifts/2019-07-01 {difference}"])
        );
    }
}
