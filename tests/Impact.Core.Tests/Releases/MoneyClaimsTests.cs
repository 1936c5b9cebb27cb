using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class MoneyClaimsTests
{
    [Test]
    public void The_samples_books_add_up() => Assert.That(Failed(), Is.Empty);

    [TestCase("total_sources")]
    [TestCase("total_uses")]
    [TestCase("fund_balance")]
    [TestCase("partner_resources")]
    [TestCase("partner_balance")]
    [TestCase("total_balance")]
    public void Each_total_of_the_statement_is_added_up_again(string line) =>
        Assert.That(StatementTotals.Breaches(SampleTables.FundingStatus((line, 1))), Does.Contain(line));

    [TestCase("contributions", "total_sources", "fund_balance", "total_balance")]
    [TestCase("gift_refunds", "total_uses", "fund_balance", "total_balance")]
    [TestCase("returns", "total_uses", "fund_balance", "partner_resources", "partner_balance")]
    [TestCase("partner_expenditure", "partner_balance", "total_balance")]
    public void Each_line_of_the_statement_counts(string line, params string[] totals) =>
        Assert.That(StatementTotals.Breaches(SampleTables.FundingStatus((line, 7))), Is.EqualTo(totals));

    [Test]
    public void A_total_that_needs_an_unknown_line_is_unknown_itself()
    {
        Assert.That(
            StatementTotals.Breaches(SampleTables.FundingStatus(("partner_expenditure", null))),
            Is.EqualTo(["partner_balance", "total_balance"])
        );
        Assert.That(
            StatementTotals.Breaches(
                SampleTables.FundingStatus(
                    ("partner_expenditure", null),
                    ("partner_balance", null),
                    ("total_balance", null)
                )
            ),
            Is.Empty
        );
        Assert.That(
            StatementTotals.Breaches(SampleTables.FundingStatus(("fund_balance", null))),
            Is.EqualTo(["fund_balance"])
        );
    }

    [Test]
    public void A_total_without_a_minor_line_is_an_estimate_from_the_others()
    {
        (string, long?)[] untold =
        [
            ("interest", null),
            ("fund_balance", null),
            ("total_balance", null),
            ("total_sources", 10_000_000),
        ];
        Assert.That(StatementTotals.Breaches(SampleTables.FundingStatus("total_sources", untold)), Is.Empty);
        Assert.That(
            StatementTotals.Breaches(SampleTables.FundingStatus("none", untold)),
            Is.EqualTo(["total_sources"])
        );
    }

    [Test]
    public void A_statement_without_its_totals_is_no_statement() =>
        Assert.That(
            StatementTotals.Breaches(SampleTables.Table(PublishedTables.FundingStatus, [])),
            Has.Count.EqualTo(6)
        );

    [TestCase(0L, "ok")]
    [TestCase(1L, "ok", "net")]
    [TestCase(-1L, "ok", "net")]
    public void What_was_raised_follows_from_the_statement(long planted, string status, params string[] found) =>
        Assert.That(
            StatementTotals.RaisedBreaches(
                SampleTables.FundingStatus(),
                SampleTables.TotalRaised(SampleTables.NetRaised + planted, status)
            ),
            Is.EqualTo(found)
        );

    [TestCase("e")]
    [TestCase("ok", "net")]
    public void Net_without_a_told_fee_is_an_estimate(string status, params string[] found)
    {
        var statement = SampleTables.FundingStatus(("processor_fees", null));
        var withoutFees = SampleTables.NetRaised + SampleTables.ProcessorFees;
        Assert.That(
            StatementTotals.RaisedBreaches(statement, SampleTables.TotalRaised(withoutFees, status)),
            Is.EqualTo(found)
        );
    }

    [Test]
    public void A_table_without_its_measures_says_nothing_of_what_was_raised() =>
        Assert.That(
            StatementTotals.RaisedBreaches(
                SampleTables.FundingStatus(),
                SampleTables.Table(PublishedTables.TotalRaised, [])
            ),
            Is.EqualTo(["gross", "net"])
        );

    [Test]
    public void Organisations_that_do_not_add_up_to_the_statement_are_found() =>
        Assert.That(
            Failed(SampleTables.OrganisationTotals(firstDisbursed: 4_000_001)),
            Is.EqualTo(["organisation-sums"])
        );

    [Test]
    public void Organisations_that_do_not_add_up_to_a_quarter_are_found() =>
        Assert.That(Failed(SampleTables.MoneyByOrganisation(firstDisbursed: 4_000_001)), Is.EqualTo(["quarter-sums"]));

    [Test]
    public void A_difference_that_is_none_is_found() =>
        Assert.That(Failed(SampleTables.Reconciliation(difference: 1)), Is.EqualTo(["reconciliation"]));

    [TestCase("F1", 10_050_000L, null)]
    [TestCase("F2", 6_250_000L, null)]
    [TestCase("F3", 3_800_000L, null)]
    [TestCase("P1", 5_900_000L, null)]
    [TestCase("P2", 1_900_000L, null)]
    [TestCase("T", 5_700_000L, null)]
    [TestCase("T2", 10_050_000L, null)]
    [TestCase("U", 9_700_000L, null)]
    [TestCase("P1", 3_900_000L, "XI-REHEARSAL-1")]
    [TestCase("P2", 1_400_000L, "XI-REHEARSAL-1")]
    public void Each_left_side_of_the_proof_table_is_added_up_again(string identity, long left, string? partner)
    {
        var subject = partner ?? "fund";
        Assert.That(Failed(SampleTables.Proof(identity, left, subject)), Is.Empty);
        Assert.That(Failed(SampleTables.Proof(identity, left + 1, subject)), Is.EqualTo(["identities"]));
    }

    [TestCase(9_700_000L, 0L)]
    [TestCase(9_700_001L, -1L, "identities")]
    public void More_allocated_than_there_is_breaks_gate_B(long allocated, long left, params string[] found) =>
        Assert.That(
            Failed(SampleTables.OrganisationTotals(firstAllocated: allocated), SampleTables.Proof("U", left, "fund")),
            Is.EqualTo(found)
        );

    [TestCase(3_900_000L)]
    [TestCase(3_899_999L, "gate-allocation")]
    public void More_sent_than_allocated_less_what_came_back_breaks_gate_A(long allocated, params string[] found) =>
        Assert.That(Failed(SampleTables.OrganisationTotals(firstAllocated: allocated)), Is.EqualTo(found));

    [Test]
    public void A_ratio_that_its_parts_do_not_give_is_found() =>
        Assert.That(Failed(SampleTables.Rates(ratio: 0.666666m)), Is.EqualTo(["amounts"]));

    [Test]
    public void An_amount_that_is_not_its_minor_units_is_found() =>
        Assert.That(
            Failed(
                SampleTables.Table(
                    PublishedTables.MoneyByMonth,
                    [
                        SampleTables.Row([
                            SampleTables.Fund,
                            "2020-01",
                            new DateOnly(2020, 1, 1),
                            new DateOnly(2020, 1, 31),
                            "received",
                            "USD",
                            100L,
                            1.01m,
                        ]),
                    ]
                )
            ),
            Is.EqualTo(["amounts"])
        );

    [TestCase(null, "ok")]
    [TestCase(7L, "x")]
    public void A_value_that_its_status_does_not_allow_is_found(long? value, string status) =>
        Assert.That(Failed(SampleTables.People(value, status)), Is.EqualTo(["amounts"]));

    [Test]
    public void A_release_without_a_table_leaves_its_claim_unchecked() =>
        Assert.That(
            MoneyClaims
                .Check(new Dictionary<string, PublishedTable>(StringComparer.Ordinal))
                .Select(claim => claim.Outcome),
            Is.EqualTo(Enumerable.Repeat(ClaimOutcome.NotChecked, 7).Append(ClaimOutcome.Passed))
        );

    private static IEnumerable<string> Failed(params PublishedTable[] changed) =>
        MoneyClaims
            .Check(Tables(changed))
            .Where(claim => claim.Outcome == ClaimOutcome.Failed)
            .Select(claim => claim.Id);

    private static Dictionary<string, PublishedTable> Tables(params PublishedTable[] changed) =>
        SampleReleases
            .Draft(changed)
            .Tables.ToDictionary(table => table.Table.Schema.Id, table => table.Table, StringComparer.Ordinal);
}
