using Impact.Core.Ledger;

namespace Impact.Core.Tests.Ledger;

[TestFixture]
internal sealed class LedgerLoadTests
{
    private LoadDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new LoadDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [Test]
    public void A_gift_is_stored_with_its_line_and_minor_units()
    {
        _desk.Load(_desk.WriteGifts(LoadDesk.Gift("a", "12.34"), LoadDesk.Gift("b", "5")));
        var entries = _desk.Query(
            "SELECT source_id, line, amount_minor, base_minor, designation FROM entry ORDER BY line",
            row =>
                (
                    row.Text("source_id"),
                    row.Integer("line"),
                    row.Integer("amount_minor"),
                    row.Integer("base_minor"),
                    row.Text("designation")
                )
        );
        Assert.That(entries, Is.EqualTo(new[] { ("a", 2L, 1234L, 1234L, "pool"), ("b", 3L, 500L, 500L, "pool") }));
    }

    [Test]
    public void The_same_file_twice_changes_nothing()
    {
        var file = _desk.WriteGifts(LoadDesk.Gift("a"));
        var first = _desk.Load(file);
        var second = _desk.Load(file);
        Assert.Multiple(() =>
        {
            Assert.That((first.IsNew, second.IsNew), Is.EqualTo((true, false)));
            Assert.That(_desk.Count("entry"), Is.EqualTo(1));
            Assert.That(_desk.Count("batch"), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_row_of_an_earlier_file_is_known_and_a_changed_one_is_rejected()
    {
        _desk.Load(_desk.WriteGifts(LoadDesk.Gift("a"), LoadDesk.Gift("b")));
        var report = _desk.Load(_desk.WriteGifts(LoadDesk.Gift("a"), LoadDesk.Gift("b", "11.00"), LoadDesk.Gift("c")));
        Assert.Multiple(() =>
        {
            Assert.That(
                (report.RowsIn, report.RowsStored, report.RowsKnown, report.RowsRejected),
                Is.EqualTo((3L, 1L, 1L, 1L))
            );
            Assert.That(
                report.Findings.Single(),
                Is.EqualTo(new FindingCount("row-changed", "transaction_id", Rejected: true, 1, 3))
            );
        });
    }

    [Test]
    public void A_repeated_identifier_is_rejected_and_the_first_one_kept()
    {
        var report = _desk.Load(
            _desk.WriteGifts(LoadDesk.Gift("a", "1.00"), LoadDesk.Gift("b"), LoadDesk.Gift("a", "2.00"))
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                report.Findings.Single(),
                Is.EqualTo(new FindingCount("row-repeated", "transaction_id", Rejected: true, 1, 4))
            );
            Assert.That(
                _desk
                    .Query("SELECT CAST(sum(base_minor) AS BIGINT) AS minor FROM entry", row => row.Integer("minor"))
                    .Single(),
                Is.EqualTo(1100)
            );
        });
    }

    [TestCase("a,d,individual,,2020-01-02,2020-01-02,ten,USD,,,,", "amount-unreadable", "amount")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,\"1,000.00\",USD,,,,", "amount-unreadable", "amount")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,-5.00,USD,,,,", "amount-sign", "amount")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,0.00,USD,,,,", "amount-sign", "amount")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,5.00,XXQ,,,,", "currency-unknown", "currency")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,5.00,EUR,,,,", "base-missing", "base_amount")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,5.00,USD,5.01,,,", "base-differs", "base_amount")]
    [TestCase("a,d,individual,,2020-13-02,2020-01-02,5.00,USD,,,,", "day-unreadable", "occurred_on")]
    [TestCase("a,d,individual,,2020-01-03,2020-01-02,5.00,USD,,,,", "day-order", "cleared_on")]
    [TestCase("a,d,individual,,2020-01-03,2031-01-02,5.00,USD,,,,", "day-future", "cleared_on")]
    [TestCase("a,,individual,,2020-01-02,2020-01-02,5.00,USD,,,,", "required-empty", "donor")]
    [TestCase("a,d,person,,2020-01-02,2020-01-02,5.00,USD,,,,", "code-unknown", "giver_kind")]
    [TestCase("a,d,organisation,,2020-01-02,2020-01-02,5.00,USD,,,,", "needed-for-kind", "giver_name")]
    [TestCase("a,d,individual,,2020-01-02,2020-01-02,5.00,USD,,elsewhere,,", "code-unknown", "designation")]
    public void A_wrong_cell_rejects_its_row_by_rule_line_and_column(string row, string rule, string column)
    {
        var report = _desk.Load(_desk.WriteGifts(LoadDesk.Gift("good"), row));
        Assert.Multiple(() =>
        {
            Assert.That(report.Findings, Does.Contain(new FindingCount(rule, column, Rejected: true, 1, 3)));
            Assert.That((report.RowsIn, report.RowsStored, report.RowsRejected), Is.EqualTo((2L, 1L, 1L)));
        });
    }

    [Test]
    public void An_amount_finer_than_a_cent_is_rounded_half_to_even_and_remarked()
    {
        var report = _desk.Load(
            _desk.WriteGifts(
                LoadDesk.Gift("a", "1.005"),
                LoadDesk.Gift("b", "1.015"),
                LoadDesk.Gift("c", "1.997917E+7")
            )
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                _desk.Query("SELECT amount_minor FROM entry ORDER BY line", row => row.Integer("amount_minor")),
                Is.EqualTo(new[] { 100L, 102L, 1_997_917_000L })
            );
            Assert.That(
                report.Findings.Single(),
                Is.EqualTo(new FindingCount("amount-finer", "amount", Rejected: false, 2, 2))
            );
        });
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void Lines_are_counted_as_an_editor_counts_them_also_after_a_cell_with_a_line_break(string end)
    {
        var text = string.Join(
            end,
            LoadDesk.GiftHeading,
            LoadDesk.Gift("a", donor: "\"first\nsecond\""),
            LoadDesk.Gift("b"),
            LoadDesk.Gift("c", "wrong"),
            string.Empty
        );
        var report = _desk.Load(_desk.Write("gifts.csv", text));
        Assert.Multiple(() =>
        {
            Assert.That(report.RowsIn, Is.EqualTo(3));
            Assert.That(report.Findings.Single().FirstLine, Is.EqualTo(5));
        });
    }

    [Test]
    public void A_reversal_names_its_row_by_the_number_alone()
    {
        const string heading =
            "entry_id,organisation_id,kind,occurred_on,cleared_on,amount,currency,base_amount,designation,category,disbursement,reverses,reason";
        _desk.Load(
            _desk.Write(
                "partner_entries.csv",
                $"{heading}\n1,XI-TEST-1,expenditure,2020-01-02,2020-01-02,9.00,USD,,,food,,,\n2,XI-TEST-1,expenditure,2020-02-02,2020-02-02,-9.00,USD,,,food,,1,EDIT\n"
            )
        );
        Assert.That(
            _desk.Query("SELECT reverses FROM entry WHERE reverses IS NOT NULL", row => row.Text("reverses")),
            Is.EqualTo(new[] { "XI-TEST-1/1" })
        );
    }

    [Test]
    public void Equal_case_numbers_of_two_partners_are_two_households()
    {
        const string heading = "service_id,household,organisation_id,service,occurred_on";
        _desk.Load(
            _desk.Write(
                "services.csv",
                $"{heading}\n1,case-7,XI-TEST-1,referral,2020-01-02\n1,case-7,XI-TEST-2,referral,2020-01-02\n2,case-7,XI-TEST-1,referral,2020-01-03\n"
            )
        );
        Assert.That(
            _desk
                .Query("SELECT count(DISTINCT household) AS households FROM service", row => row.Integer("households"))
                .Single(),
            Is.EqualTo(2)
        );
    }
}
