namespace Impact.Core.Tests.Metrics;

/// <content>Refunds and chargebacks beside their gifts, reversals beside what they take back.</content>
internal sealed partial class HardGatesTests
{
    [Test]
    public void A_refund_one_cent_above_its_gift_fails_the_references() =>
        Fails("references", "gift_refund", 1, Correct(Refund("gift_refund", "small", 101)));

    [Test]
    public void A_refund_of_its_whole_gift_passes() => Passes(Correct(Refund("gift_refund", "small", 100)));

    [Test]
    public void A_refund_in_the_gift_s_own_currency_may_be_more_in_the_fund_s_at_a_later_rate() =>
        Passes(
            Correct(Euros("gift", 90, 80), Euros("gift_refund", 95, 80) with { SourceId = "b", RefersTo = "euros" })
        );

    [Test]
    public void A_refund_one_cent_above_its_gift_in_its_own_currency_fails_the_references() =>
        Fails(
            "references",
            "gift_refund",
            1,
            Correct(Euros("gift", 90, 80), Euros("gift_refund", 85, 81) with { SourceId = "b", RefersTo = "euros" })
        );

    [Test]
    public void A_refund_in_another_currency_than_its_gift_is_compared_in_the_fund_s() =>
        Fails(
            "references",
            "gift_refund",
            1,
            Correct(Euros("gift", 90, 80), Refund("gift_refund", "euros", 91) with { SourceId = "b" })
        );

    [Test]
    public void A_chargeback_of_no_known_gift_is_named_as_a_chargeback() =>
        Fails("references", "chargeback", 1, Correct(Refund("chargeback", "unknown", 1)));

    [Test]
    public void A_reversal_that_takes_back_another_amount_fails_the_references()
    {
        var taken = Entry("interest", 50, "interest").TakenBack(1) with { BaseMinor = -49 };
        Fails("references", "interest", 1, Correct(Entry("interest", 50, "interest"), taken));
    }

    [Test]
    public void A_reversal_of_another_kind_fails_the_references()
    {
        var taken = Entry("interest", 50, "interest").TakenBack(1) with { Kind = "other_income" };
        Fails("references", "other_income", 1, Correct(Entry("interest", 50, "interest"), taken));
    }

    [Test]
    public void An_entry_taken_back_twice_fails_the_references()
    {
        var interest = Entry("interest", 50, "interest");
        var draft = Correct(
            interest,
            interest.TakenBack(1) with
            {
                SourceId = "first",
            },
            interest.TakenBack(1) with
            {
                SourceId = "second",
            }
        );
        Fails("references", "interest", 1, draft with { Balances = [] });
    }

    [Test]
    public void An_entry_that_came_back_after_it_was_taken_back_passes()
    {
        var interest = Entry("interest", 50, "interest");
        Passes(Correct(interest, interest.TakenBack(2), interest with { Batch = 3 }, interest.TakenBack(4)));
    }
}
