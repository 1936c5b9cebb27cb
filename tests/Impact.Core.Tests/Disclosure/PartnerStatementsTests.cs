using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class PartnerStatementsTests
{
    private static readonly FundDescription Fund = TestFunds.Plain with
    {
        Indicators =
        [
            new("cases", BilingualText.Same("Cases"), IndicatorPopulation.Statement, Aggregation.People),
            new("families", BilingualText.Same("Families"), IndicatorPopulation.Households, Aggregation.People),
        ],
    };

    [TestCase(10, "10 ok statement-rounded")]
    [TestCase(9, " c statement-withheld")]
    [TestCase(0, " c statement-withheld")]
    public void A_statement_starts_at_ten(int people, string shown) =>
        Assert.That(Show(Row(people)), Is.EqualTo((string[])[$"total {shown}"]));

    [TestCase(12, 10)]
    [TestCase(13, 15)]
    [TestCase(17, 15)]
    [TestCase(18, 20)]
    [TestCase(20, 20)]
    public void A_statement_is_rounded_to_five(int people, int shown) =>
        Assert.That(Show(Row(people)), Is.EqualTo((string[])[$"total {shown} ok statement-rounded"]));

    [Test]
    public void A_split_without_a_small_cell_is_shown_whole() =>
        Assert.That(
            Show(Row(33), Row(21, "women"), Row(12, "men")),
            Is.EqualTo(
                (string[])
                    ["men 10 ok statement-rounded", "total 35 ok statement-rounded", "women 20 ok statement-rounded"]
            )
        );

    [Test]
    public void A_split_with_one_small_cell_is_not_shown_at_all() =>
        Assert.That(
            Show(Row(30), Row(21, "women"), Row(9, "men")),
            Is.EqualTo((string[])["total 30 ok statement-rounded"])
        );

    [Test]
    public void A_split_that_does_not_add_up_before_rounding_is_not_shown() =>
        Assert.That(
            Show(Row(34), Row(21, "women"), Row(12, "men")),
            Is.EqualTo((string[])["total 35 ok statement-rounded"])
        );

    [Test]
    public void A_small_cell_hides_its_own_set_alone() =>
        Assert.That(
            Show(Row(30), Row(21, "women"), Row(9, "boys"), Row(18, "female"), Row(12, "male"), Row(30, "adults")),
            Is.EquivalentTo(
                (string[])
                    [
                        "total 30 ok statement-rounded",
                        "female 20 ok statement-rounded",
                        "male 10 ok statement-rounded",
                        "adults 30 ok statement-rounded",
                    ]
            )
        );

    [Test]
    public void A_set_that_misses_the_total_is_not_made_up_by_another() =>
        Assert.That(
            Show(Row(50), Row(25, "female"), Row(25, "children")),
            Is.EqualTo((string[])["total 50 ok statement-rounded"])
        );

    [Test]
    public void Children_of_unknown_sex_are_not_told_by_taking_girls_and_boys_from_children()
    {
        // The planted split leaves two children of unknown sex among the twelve unknown.
        RawRow[] both = [Row(33), Row(10, "girls"), Row(11, "boys"), Row(12, "unknown")];
        RawRow[] age = [Row(23, "children"), Row(10, "adults")];
        Assert.Multiple(() =>
        {
            Assert.That(Show([.. both, .. age]), Is.EqualTo(Show(both)));
            Assert.That(Show([both[0], .. age]), Has.Count.EqualTo(3), "alone the ages are shown");
        });
    }

    [Test]
    public void A_split_without_its_total_is_not_shown() =>
        Assert.That(Show(Row(21, "women"), Row(12, "men")), Is.Empty);

    [Test]
    public void A_small_cell_of_one_statement_hides_no_split_of_another()
    {
        var other = Row(40, organisation: TestFunds.OtherPartner);
        Assert.That(
            Show(Row(9), other),
            Is.EqualTo((string[])["total  c statement-withheld", "total 40 ok statement-rounded"])
        );
    }

    [Test]
    public void What_counts_households_is_absent() =>
        Assert.That(
            Show(Row(500, indicator: "families"), Row(40)),
            Is.EqualTo((string[])["total 40 ok statement-rounded"])
        );

    [Test]
    public void An_indicator_that_the_fund_does_not_describe_stops_the_table() =>
        Assert.That(() => Show(Row(500, indicator: "unknown")), Throws.TypeOf<UncontrolledTableException>());

    [Test]
    public void A_public_source_is_shown_as_published() =>
        Assert.That(
            Show(
                Fund with
                {
                    Sources = TestFunds.FromPublicSources.Sources,
                },
                [Row(3, indicator: "unknown"), Row(1, "men", "unknown")]
            ),
            Is.EqualTo((string[])["men 1 ok statement-as-published", "total 3 ok statement-as-published"])
        );

    [Test]
    public void One_source_that_is_not_public_is_enough_to_protect()
    {
        var hidden = new FundSource("own", "Own", "none stated", "Somebody");
        Assert.That(
            Show(Fund with { Sources = [.. TestFunds.FromPublicSources.Sources, hidden] }, [Row(3)]),
            Is.EqualTo((string[])["total  c statement-withheld"])
        );
    }

    [Test]
    public void A_withdrawn_statement_is_unavailable_whole_and_another_partners_is_not()
    {
        RawRow[] rows = [Row(33), Row(21, "women"), Row(12, "men"), Row(40, organisation: TestFunds.OtherPartner)];
        Assert.Multiple(() =>
        {
            Assert.That(
                Show(Fund, rows, Step("withdrawn", 3)),
                Is.EquivalentTo((string[])["total  x statement-withdrawn", "total 40 ok statement-rounded"])
            );
            Assert.That(Show(Fund, rows), Has.Count.EqualTo(4), "without the withdrawal");
        });
    }

    [Test]
    public void A_public_sources_statement_can_be_withdrawn_too() =>
        Assert.That(
            Show(Fund with { Sources = TestFunds.FromPublicSources.Sources }, [Row(33)], Step("withdrawn", 3)),
            Is.EqualTo((string[])["total  x statement-withdrawn"])
        );

    [TestCase("corrected", 4, "total 35 ok statement-rounded")]
    [TestCase("declined", 4, "total 35 ok statement-rounded")]
    [TestCase("corrected", 2, "total  x statement-withdrawn")]
    [TestCase("open", 4, "total  x statement-withdrawn")]
    public void A_withdrawal_ends_with_a_later_step_of_its_correction(string state, int day, string shown) =>
        Assert.That(Show(Fund, [Row(33)], Step("withdrawn", 3), Step(state, day)), Is.EqualTo((string[])[shown]));

    private static RawRow Step(string state, int day) =>
        new([
            Fund.Id,
            "W-1",
            state,
            new DateOnly(2019, 11, day),
            null,
            TestFunds.Partner,
            "2019-Q3",
            "cases",
            "people",
            "fund",
            "It was wrong.",
            "Estaba mal.",
            "A mistake.",
            "Un error.",
            "USD",
            null,
            null,
            "z",
            "final",
            1L,
            1L,
            true,
        ]);

    private static RawRow Row(
        long people,
        string split = "total",
        string indicator = "cases",
        string organisation = TestFunds.Partner
    ) =>
        new([
            Fund.Id,
            organisation,
            indicator,
            "2019-Q3",
            new DateOnly(2019, 7, 1),
            new DateOnly(2019, 9, 30),
            "reached",
            split,
            people,
            "ok",
            "provisional",
            1L,
            1L,
            true,
        ]);

    private static IReadOnlyList<string> Show(params RawRow[] rows) => Show(Fund, rows);

    private static IReadOnlyList<string> Show(FundDescription fund, RawRow[] rows, params RawRow[] corrections)
    {
        var control = new DisclosureControl(fund, DisclosurePolicy.Default, InflowBoundaries.From([]))
        {
            Withdrawn = WithdrawnStatements.From([new(PublishedTables.Corrections, corrections)]),
        };
        var controlled = control.Apply(new RawTable(PublishedTables.People, rows));
        return
        [
            .. controlled.Table.Rows.Zip(
                controlled.Decisions,
                (row, decision) => $"{row.Text("split")} {row.Integer("value")} {row.Text("status")} {decision}"
            ),
        ];
    }
}
