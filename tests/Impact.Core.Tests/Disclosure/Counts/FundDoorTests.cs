using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Intake;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>What stops a fund before anybody is counted follows from its file and earlier ones, never from who is in the records.</summary>
[TestFixture]
internal sealed class FundDoorTests
{
    private const string PublicSource = """
        [{ "id": "open", "title": "Open data", "licence": "none stated", "attribution": "Somebody", "address": "https://example.org" }]
        """;

    private static readonly FundSource Own = new("own", "The fund's books", "none stated", "The fund");

    [Test]
    public void An_organisation_that_leaves_the_fund_file_is_refused_alike_with_and_without_a_household_of_it()
    {
        var outcomes = (
            (string[][])
                [
                    [CountedFund.First],
                    [CountedFund.First, CountedFund.Second],
                ]
        ).Select(Leaves);
        Assert.That(outcomes.Distinct(), Is.EqualTo((string[])["organisation-gone, 0 reserves"]));
    }

    [Test]
    public void Without_the_door_the_household_would_be_told_by_the_error()
    {
        var outcomes = (
            (string[][])
                [
                    [CountedFund.First],
                    [CountedFund.First, CountedFund.Second],
                ]
        ).Select(helped => Leaves(helped, Unguarded)).ToList();
        Assert.That(outcomes.Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void An_organisation_that_comes_may_come_and_one_that_nothing_was_taken_in_for_may_go()
    {
        using var fund = new CountedFund();
        fund.Describe(described => described with { Organisations = [described.Organisations[0]] });
        fund.IngestServices(CountedFund.First);
        fund.Describe(described =>
            described with
            {
                Organisations =
                [
                    .. described.Organisations,
                    new(CountedFund.Second, "Example Kitchen", "national_ngo"),
                ],
            }
        );

        Assert.That(fund.Draft, Throws.Nothing);
    }

    /// <summary>A region enters by the list that the cells are made of; another cannot come in.</summary>
    [Test]
    public void Every_region_that_is_taken_in_has_its_cell()
    {
        var plan = CountDesk.Fund with { Counting = new(CountDesk.From) };
        var series = Impact
            .Core.Disclosure.Counts.CountPlan.Of(plan, DisclosurePolicy.Default)!
            .Find(PublishedTables.NewDonorsByRegion)!;

        Assert.That(series.Parts, Is.EqualTo(FundCodes.Expand("fund:regions", plan)));
        Assert.That(series.Parts, Does.Contain("other_country").And.Contain("unknown"));
    }

    [Test]
    public void A_fund_of_public_sources_takes_in_no_record_of_a_single_person()
    {
        using var fund = new CountedFund(PublicSource);
        Assert.Multiple(() =>
        {
            Assert.That(Code(() => fund.IngestServices(CountedFund.First)), Is.EqualTo("people-in-public-fund"));
            Assert.That(Code(() => fund.IngestGift("one", "individual", "")), Is.EqualTo("people-in-public-fund"));
            Assert.That(
                fund.InLedger(ledger =>
                    ledger
                        .Query(
                            "rows",
                            "SELECT (SELECT count(*) FROM service) + (SELECT count(*) FROM entry) AS rows",
                            row => row.Integer("rows")
                        )
                        .Single()
                ),
                Is.EqualTo(1),
                "the foundation's gift alone"
            );
            Assert.That(() => fund.IngestGift("two", "organisation", "Another Foundation"), Throws.Nothing);
            Assert.That(fund.Draft, Throws.Nothing);
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_fund_that_calls_its_sources_public_afterwards_is_not_released(bool household)
    {
        using var fund = new CountedFund();
        fund.Describe(described => described with { Sources = [Own] });
        if (household)
        {
            fund.IngestServices(CountedFund.First);
        }
        else
        {
            fund.IngestGift("one", "individual", "");
        }

        Assert.That(fund.Draft, Throws.Nothing);
        fund.Describe(described => described with { Sources = [Own with { Address = "https://example.org" }] });
        Assert.That(Code(fund.Draft), Is.EqualTo("people-in-public-fund"));
    }

    [Test]
    public void A_list_that_cannot_be_counted_stops_after_the_reserve_and_leaves_nothing()
    {
        using var fund = new CountedFund();
        fund.IngestServices(CountedFund.First);
        _ = fund.InLedger(ledger =>
            ledger.Execute(
                "planted",
                """
                INSERT INTO household_enrolment
                SELECT CAST('00000000-0000-0000-0000-000000000001' AS UUID), 'XI-EXAMPLE-1', 'XI-EXAMPLE-1', DATE '2019-07-01' FROM range(2)
                """
            )
        );
        Assert.That(fund.Draft, Throws.TypeOf<ContributionBoundException>());
        var budget = fund.Budget();

        Assert.Multiple(() =>
        {
            Assert.That(budget.OfType<BudgetReserved>().Count(), Is.EqualTo(1), "paid for before it was read");
            Assert.That(budget.OfType<PeriodAbandoned>().Count(), Is.EqualTo(1));
            Assert.That(budget.OfType<ResultCommitted>(), Is.Empty);
            Assert.That(Left(fund), Is.Empty);
        });
    }

    [Test]
    public void A_draft_keeps_true_counts_in_the_budgets_folder_alone()
    {
        using var fund = new CountedFund();
        fund.IngestServices(CountedFund.First);
        fund.Draft();
        Assert.That(
            Left(fund).Select(path => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))!).Distinct(),
            Is.EquivalentTo((string[])["frozen", "results"])
        );
    }

    /// <summary>What lies in the private folder besides keys, descriptions, the ledger and the budget's chain.</summary>
    private static IReadOnlyList<string> Left(CountedFund fund) =>
        [
            .. Directory
                .EnumerateFiles(fund.Data.Private, "*.json", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(path) != "fund.json"),
        ];

    private static string Leaves(string[] helped) => Leaves(helped, fund => fund.Draft());

    private static string Leaves(string[] helped, Action<CountedFund> draft)
    {
        using var fund = new CountedFund();
        fund.IngestServices(helped);
        fund.Describe(described => described with { Organisations = [described.Organisations[0]] });
        var code = Code(() => draft(fund));
        return $"{code}, {fund.Budget().OfType<BudgetReserved>().Count()} reserves";
    }

    private static void Unguarded(CountedFund fund) =>
        _ = fund.InLedger(ledger =>
            FundPublication.Control(
                fund.Data,
                ledger,
                DisclosurePolicy.Default,
                new FundBooks(ledger, DisclosurePolicy.Default).Run(fund.Description, CountedFund.CutOff)
            )
        );

    private static string Code(Action act)
    {
        try
        {
            act();
            return "done";
        }
        catch (FaultException fault)
        {
            return fault.Fault.Kind.Code;
        }
        catch (UncontrolledTableException)
        {
            return "uncontrolled";
        }
    }
}
