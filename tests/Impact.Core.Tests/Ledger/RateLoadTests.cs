using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Core.Tests.Ledger;

[TestFixture]
internal sealed class RateLoadTests
{
    private RateDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new RateDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [Test]
    public void A_table_of_the_bank_becomes_one_row_a_currency_and_day_with_its_line()
    {
        var report = _desk.LoadBank(
            "2020-01-03,1.1147,120.78,N/A,0.85115,",
            "2020-01-02,1.1193,121.75,15.6466,0.84828,"
        );
        var rates = _desk.Desk.Query(
            "SELECT line, base, currency, unscaled, decimals FROM rate ORDER BY line, currency",
            row =>
                (
                    row.Integer("line"),
                    row.Text("base"),
                    row.Text("currency"),
                    row.Integer("unscaled"),
                    row.Integer("decimals")
                )
        );
        Assert.Multiple(() =>
        {
            Assert.That((report.RowsIn, report.RowsStored, report.RowsRejected), Is.EqualTo((7L, 7L, 0L)));
            Assert.That(
                rates,
                Is.EqualTo(
                    new[]
                    {
                        (2L, "EUR", "GBP", 85115L, 5L),
                        (2L, "EUR", "JPY", 12078L, 2L),
                        (2L, "EUR", "USD", 11147L, 4L),
                        (3L, "EUR", "EEK", 156466L, 4L),
                        (3L, "EUR", "GBP", 84828L, 5L),
                        (3L, "EUR", "JPY", 12175L, 2L),
                        (3L, "EUR", "USD", 11193L, 4L),
                    }
                )
            );
        });
    }

    [Test]
    public void An_entry_is_converted_by_the_rate_of_its_day_and_names_it()
    {
        _desk.LoadBank("2020-01-03,1.1147,120.78,N/A,0.85115,", "2020-01-02,1.1193,121.75,N/A,0.84828,");
        _desk.LoadGifts(
            RateDesk.Gift("euro", "10.00", "EUR", "2020-01-02"),
            RateDesk.Gift("pound", "10.00", "GBP", "2020-01-03"),
            RateDesk.Gift("yen", "1000", "JPY", "2020-01-03"),
            RateDesk.Gift("dollar", "10.00", "USD", "2020-01-03"),
            RateDesk.Gift("stated", "10.00", "EUR", "2020-01-03", "11.00")
        );
        Assert.Multiple(() =>
        {
            Assert.That(_desk.Entry("euro"), Is.EqualTo((1119L, new DateOnly(2020, 1, 2), 1L, 3L)));
            // 1000 × 1.1147 / 0.85115 = 1309.63… and 100000 × 1.1147 / 120.78 = 922.917….
            Assert.That(_desk.Entry("pound"), Is.EqualTo((1310L, new DateOnly(2020, 1, 3), 1L, 2L)));
            Assert.That(_desk.Entry("yen"), Is.EqualTo((923L, new DateOnly(2020, 1, 3), 1L, 2L)));
            Assert.That(_desk.Entry("dollar"), Is.EqualTo((1000L, (DateOnly?)null, (long?)null, (long?)null)));
            Assert.That(_desk.Entry("stated"), Is.EqualTo((1100L, (DateOnly?)null, (long?)null, (long?)null)));
        });
    }

    [TestCase("2020-01-05", 1115L)]
    [TestCase("2020-01-10", 1115L)]
    [TestCase("2020-01-11", null)]
    [TestCase("2020-01-02", null)]
    public void A_day_without_a_rate_takes_the_last_one_of_at_most_seven_days(string day, long? expected)
    {
        _desk.LoadOwn("2020-01-03,USD,EUR,1.1147,European Central Bank");
        var report = _desk.LoadGifts(RateDesk.Gift("a", "10.00", "EUR", day));
        if (expected is { } minor)
        {
            Assert.That(_desk.Entry("a"), Is.EqualTo((minor, new DateOnly(2020, 1, 3), 1L, 2L)));
        }
        else
        {
            Assert.That(
                report.Findings.Single(),
                Is.EqualTo(new FindingCount("base-missing", "base_amount", true, 1, 2))
            );
        }
    }

    [TestCase("0.05", 2L, TestName = "Two and a half cents go down to two")]
    [TestCase("0.15", 8L, TestName = "Seven and a half cents go up to eight")]
    [TestCase("0.25", 12L, TestName = "Twelve and a half cents go down to twelve")]
    public void Each_entry_is_rounded_half_to_even(string amount, long expected)
    {
        _desk.LoadOwn("2020-01-03,EUR,USD,2,planted");
        _desk.LoadGifts(RateDesk.Gift("a", amount, "EUR", "2020-01-03"));
        Assert.That(_desk.Entry("a").Base, Is.EqualTo(expected));
    }

    [Test]
    public void An_amount_that_comes_to_nothing_is_rejected_by_a_rule_of_its_own()
    {
        _desk.LoadOwn("2020-01-03,JPY,USD,500,planted");
        var report = _desk.LoadGifts(RateDesk.Gift("a", "2", "JPY", "2020-01-03"));
        Assert.That(report.Findings.Single(), Is.EqualTo(new FindingCount("base-sign", "base_amount", true, 1, 2)));
    }

    [Test]
    public void The_same_file_may_come_again_after_a_rate_came()
    {
        string[] rows =
        [
            RateDesk.Gift("a", "10.00", "EUR", "2020-01-03"),
            RateDesk.Gift("b", "1.00", "USD", "2020-01-03"),
        ];
        var first = _desk.LoadGifts(rows);
        var early = _desk.LoadGifts(rows);
        _desk.LoadOwn("2020-01-03,USD,EUR,1.5,planted");
        var second = _desk.LoadGifts(rows);
        var third = _desk.LoadGifts(rows);
        Assert.Multiple(() =>
        {
            Assert.That((first.RowsStored, first.RowsRejected, early.IsNew), Is.EqualTo((1L, 1L, false)));
            Assert.That((second.IsNew, second.RowsStored, second.RowsKnown), Is.EqualTo((true, 1L, 1L)));
            Assert.That((third.IsNew, third.BatchId), Is.EqualTo((false, second.BatchId)));
            Assert.That(_desk.Entry("a").Base, Is.EqualTo(1500));
        });
    }

    [Test]
    public void A_newer_rate_changes_no_entry_and_makes_no_row_a_changed_one()
    {
        _desk.LoadOwn("2020-01-02,USD,EUR,1.5,planted");
        _desk.LoadGifts(RateDesk.Gift("a", "10.00", "EUR", "2020-01-03"));
        _desk.LoadOwn("2020-01-03,USD,EUR,1.6,planted");
        var again = _desk.LoadGifts(
            RateDesk.Gift("a", "10.00", "EUR", "2020-01-03"),
            RateDesk.Gift("b", "10.00", "EUR", "2020-01-03")
        );
        Assert.Multiple(() =>
        {
            Assert.That((again.RowsKnown, again.RowsStored, again.RowsRejected), Is.EqualTo((1L, 1L, 0L)));
            Assert.That((_desk.Entry("a").Base, _desk.Entry("b").Base), Is.EqualTo((1500L, 1600L)));
        });
    }

    [Test]
    public void A_row_whose_own_amount_changed_is_a_changed_one_also_when_it_was_converted()
    {
        _desk.LoadOwn("2020-01-02,USD,EUR,1.5,planted");
        _desk.LoadGifts(RateDesk.Gift("a", "10.00", "EUR", "2020-01-03"));
        var again = _desk.LoadGifts(RateDesk.Gift("a", "10.01", "EUR", "2020-01-03"));
        Assert.That(again.Findings.Single().Rule, Is.EqualTo("row-changed"));
    }

    [Test]
    public void Of_two_tables_that_tell_one_day_the_first_one_loaded_counts()
    {
        _desk.LoadOwn("2020-01-03,USD,EUR,1.5,first");
        _desk.LoadOwn("2020-01-03,USD,EUR,1.6,second");
        _desk.LoadGifts(RateDesk.Gift("a", "10.00", "EUR", "2020-01-03"));
        Assert.That(_desk.Entry("a"), Is.EqualTo((1500L, new DateOnly(2020, 1, 3), 1L, 2L)));
    }

    [Test]
    public void A_reversal_takes_exactly_minus_what_its_entry_has()
    {
        _desk.LoadOwn("2020-01-03,USD,EUR,1.5,planted", "2020-02-03,USD,EUR,1.7,planted");
        _desk.LoadEntries("1,interest,2020-01-03,2020-01-03,10.01,EUR,,,,,,");
        _desk.LoadEntries(
            "2,interest,2020-02-03,2020-02-03,-10.01,EUR,,,,,1,EDIT",
            "3,interest,2020-02-03,2020-02-03,4.00,EUR,,,,,,",
            "4,interest,2020-02-04,2020-02-04,-4.00,EUR,,,,,3,EDIT"
        );
        Assert.Multiple(() =>
        {
            Assert.That(_desk.Entry("1"), Is.EqualTo((1502L, new DateOnly(2020, 1, 3), 1L, 2L)));
            Assert.That(_desk.Entry("2"), Is.EqualTo((-1502L, new DateOnly(2020, 1, 3), 1L, 2L)));
            Assert.That((_desk.Entry("3").Base, _desk.Entry("4").Base), Is.EqualTo((680L, -680L)));
        });
    }

    [Test]
    public void A_reversal_of_another_amount_or_of_nothing_is_rejected()
    {
        _desk.LoadOwn("2020-01-03,USD,EUR,1.5,planted");
        var report = _desk.LoadEntries(
            "1,interest,2020-01-03,2020-01-03,10.00,EUR,,,,,,",
            "2,interest,2020-01-04,2020-01-04,-9.00,EUR,,,,,1,EDIT",
            "3,interest,2020-01-04,2020-01-04,-9.00,EUR,,,,,none,EDIT"
        );
        Assert.That(report.Findings.Single(), Is.EqualTo(new FindingCount("base-missing", "base_amount", true, 2, 3)));
    }

    [Test]
    public void A_pledge_is_converted_on_the_day_of_the_promise()
    {
        _desk.LoadOwn("2020-01-03,USD,EUR,1.5,planted");
        _desk.LoadEntries("1,pledge,2020-01-04,,10.00,EUR,,,,,,");
        Assert.That(_desk.Entry("1").Base, Is.EqualTo(1500));
    }

    [TestCase("2020-01-03,USD,EUR,1.2e3,planted", "rate-unreadable", "rate")]
    [TestCase("2020-01-03,USD,EUR,0,planted", "rate-unreadable", "rate")]
    [TestCase("2020-01-03,USD,EUR,\"1,12\",planted", "rate-unreadable", "rate")]
    [TestCase("2020-01-03,USD,USD,1.1,planted", "rate-of-itself", "currency")]
    [TestCase("2031-01-03,USD,EUR,1.1,planted", "day-future", "day")]
    [TestCase("2020-01-03,USD,EUR,1.1,", "required-empty", "source")]
    public void A_wrong_cell_of_a_rate_table_rejects_its_row(string row, string rule, string column) =>
        Assert.That(
            _desk.LoadOwn("2020-01-02,USD,EUR,1.1,planted", row).Findings,
            Does.Contain(new FindingCount(rule, column, Rejected: true, 1, 3))
        );

    [TestCase("Date,Rate,\n2020-01-03,1.5,\n")]
    [TestCase("Date,\n2020-01-03,\n")]
    public void A_table_without_currencies_is_refused(string text)
    {
        var path = _desk.Desk.Write("eurofxref-hist.csv", text);
        Assert.That(_desk.Desk.FaultOf(path, "ecb-rates").Code, Is.EqualTo(Faults.FileColumns.Code));
    }

    [Test]
    public void A_rate_table_makes_no_fund_a_fund_of_public_sources() =>
        Assert.That(
            Core.Intake.Profiles.All.Where(profile =>
                profile.Write.Any(record => record.Table == "rate" && profile.Source is not null)
            ),
            Is.Empty
        );
}
