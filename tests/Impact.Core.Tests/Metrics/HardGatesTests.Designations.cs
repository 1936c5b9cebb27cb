using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <content>Money that leaves its designation, on every way that was found, each beside what is allowed.</content>
internal sealed partial class HardGatesTests
{
    private static DateOnly Later => Day.AddDays(10);

    private static string OfOther(string designation) => $"{designation}/{TestFunds.OtherPartner}";

    [Test]
    public void What_was_sent_for_a_purpose_and_comes_back_as_the_pools_fails_the_designation() =>
        Fails(
            "designation",
            OfOther("pool"),
            500,
            Correct([
                .. Granted(TestFunds.LegalHelp, 500, TestFunds.OtherPartner),
                Entry("return", 500, "laundered", TestFunds.OtherPartner),
                Entry("disbursement", 500, "on", TestFunds.Partner),
            ])
        );

    [Test]
    public void What_was_sent_for_a_purpose_and_comes_back_for_it_passes() =>
        Passes(
            Correct([
                .. Granted(TestFunds.LegalHelp, 500, TestFunds.OtherPartner),
                Legal(Entry("return", 500, "kept", TestFunds.OtherPartner)),
            ])
        );

    [Test]
    public void What_was_sent_for_a_purpose_and_is_spent_as_the_pools_fails_the_designation() =>
        Fails(
            "designation",
            OfOther("pool"),
            500,
            Correct([
                .. Granted(TestFunds.LegalHelp, 500, TestFunds.OtherPartner),
                Entry("expenditure", 500, "food", TestFunds.OtherPartner),
            ])
        );

    [Test]
    public void A_partner_of_both_may_spend_each_as_what_it_is() =>
        Passes(
            Correct([
                .. Granted(TestFunds.LegalHelp, 500, TestFunds.OtherPartner),
                Entry("disbursement", 1000, "general", TestFunds.OtherPartner),
                Legal(Entry("expenditure", 500, "law", TestFunds.OtherPartner)),
                Entry("expenditure", 1000, "food", TestFunds.OtherPartner),
            ])
        );

    [Test]
    public void An_opening_balance_of_a_designation_may_be_spent_for_it() =>
        Passes(
            Correct(
                Legal(Entry("opening_balance", 300, "before", TestFunds.OtherPartner)),
                Legal(Entry("expenditure", 300, "law", TestFunds.OtherPartner))
            )
        );

    [Test]
    public void A_partner_without_designated_money_that_spends_more_than_it_was_sent_is_the_registers_matter() =>
        Fails(
            "register",
            $"partner_balance/spending/{TestFunds.OtherPartner}/{TestFunds.OtherPartner}/spent_beyond_sent",
            40,
            Correct(Entry("expenditure", 40, "own money", TestFunds.OtherPartner))
        );

    [Test]
    public void One_partner_spends_nothing_of_what_another_was_sent_for_a_purpose() =>
        Fails(
            "designation",
            OfOther(TestFunds.LegalHelp),
            300,
            Correct([
                .. Granted(TestFunds.LegalHelp, 500),
                Entry("disbursement", 1000, "general", TestFunds.OtherPartner),
                Legal(Entry("expenditure", 300, "law", TestFunds.OtherPartner)),
            ])
        );

    [Test]
    public void What_was_allocated_of_the_pool_is_not_sent_from_a_designation() =>
        Fails(
            "allocation",
            $"{TestFunds.Partner}/{TestFunds.LegalHelp}",
            500,
            Correct(Legal(Entry("disbursement", 500, "law", TestFunds.Partner)))
        );

    [TestCase("gift_refund")]
    [TestCase("chargeback")]
    [TestCase("processor_fee")]
    public void What_is_charged_to_a_gift_on_another_designation_fails_the_references(string kind)
    {
        Fails("references", kind, 1, Correct(Refund(kind, "legal", 10)));
        Fails("references", kind, 1, Correct(Legal(Refund(kind, "small", 10))));
        Passes(Correct(Legal(Refund(kind, "legal", 10))));
    }

    [Test]
    public void A_charge_that_was_booked_anew_on_its_gifts_designation_passes()
    {
        var wrong = Refund("processor_fee", "legal", 10);
        Passes(Correct(wrong, wrong.TakenBack(2) with { SourceId = "undone" }, Legal(wrong with { SourceId = "new" })));
    }

    [Test]
    public void A_fee_that_names_no_gift_is_the_pools_whatever_it_is_booked_on() =>
        Passes(Correct([.. Granted(TestFunds.LegalHelp, 1000), Legal(Entry("bank_charge", 10, "bank"))]));

    [Test]
    public void A_gift_that_two_sources_name_alike_is_named_by_no_refund() =>
        Fails(
            "references",
            "gift_refund",
            1,
            Correct(Entry("gift", 100, "small") with { Profile = "other" }, Refund("gift_refund", "small", 10))
        );

    [Test]
    public void A_reversal_of_another_amount_in_its_own_currency_fails_the_references()
    {
        var euros = Euros("interest", 90, 80);
        var taken = euros.TakenBack(1) with { SourceId = "undone" };
        Passes(Correct(euros, taken));
        Fails("references", "interest", 1, Correct(euros, taken with { Foreign = new("EUR", -81) }));
        Fails("references", "interest", 1, Correct(euros, taken with { Foreign = new("GBP", -80) }));
    }

    [Test]
    public void A_loan_between_designations_that_was_paid_back_is_seen_on_its_day() =>
        Fails(
            "designation",
            TestFunds.LegalHelp,
            200,
            Correct([.. Granted(TestFunds.LegalHelp, 1200), Legal(On(Later, "gift", 200))])
        );

    [Test]
    public void What_comes_in_on_a_day_may_be_sent_on_it() =>
        Passes(Correct([.. Granted(TestFunds.LegalHelp, 1200), Legal(On(Day, "gift", 200))]));

    [Test]
    public void A_payment_that_was_taken_back_was_no_loan()
    {
        var granted = Granted(TestFunds.LegalHelp, 1200);
        var taken = granted[1].TakenBack(2) with { SourceId = "undone", ClearedOn = Later };
        Passes(Correct([.. granted, taken, Legal(On(Later, "gift", 200))]));
    }

    /// <summary>The fee of 100 is charged after the day's payments, the kindest order: 7,100 may be paid.</summary>
    [Test]
    public void The_pool_pays_nothing_with_what_a_designation_has_not_used() =>
        Fails("designation", "pool", 1, Correct([.. Granted("pool", 7101), On(Later, "gift", 9000)]));

    [Test]
    public void A_bank_may_charge_what_the_pool_has_not() =>
        Passes(Correct([.. Granted("pool", 7000), Entry("bank_charge", 5, "bank"), On(Later, "gift", 9000)]));

    [Test]
    public void A_refund_after_its_designation_was_used_up_is_advanced_by_the_pool() =>
        Passes(
            Correct([
                .. Granted(TestFunds.LegalHelp, 1000),
                Legal(Refund("gift_refund", "legal", 1000)) with
                {
                    ClearedOn = Later,
                },
            ])
        );

    [Test]
    public void A_refund_of_what_is_allocated_and_not_sent_lowers_the_designation() =>
        Fails(
            "unallocated",
            TestFunds.LegalHelp,
            1000,
            Correct(Granted(TestFunds.LegalHelp, 1000)[0], Legal(Refund("gift_refund", "legal", 1000)))
        );

    [Test]
    public void The_pool_advances_no_more_than_it_may_allocate() =>
        Fails(
            "unallocated",
            "pool",
            1000,
            Correct([
                .. Granted(TestFunds.LegalHelp, 1000),
                Entry("allocation", 3000, "all", TestFunds.OtherPartner),
                Entry("gift", 1000, "more") with
                {
                    Designation = TestFunds.PartnerOnly,
                },
                Legal(Refund("gift_refund", "legal", 1000)) with
                {
                    ClearedOn = Later,
                },
            ])
        );

    private static DraftEntry Legal(DraftEntry entry) => entry with { Designation = TestFunds.LegalHelp };

    private static DraftEntry On(DateOnly day, string kind, long amount) =>
        Entry(kind, amount, "later") with
        {
            ClearedOn = day,
        };
}
