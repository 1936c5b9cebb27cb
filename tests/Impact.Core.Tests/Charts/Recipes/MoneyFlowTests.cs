using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts.Recipes;

[TestFixture]
public sealed class MoneyFlowTests
{
    private const string Chart = "money-flow";

    [Test]
    public void The_share_that_partners_spent_is_the_headline()
    {
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart).Headline,
            Is.EqualTo("Partners have spent 70 cents of each dollar they received")
        );
        Assert.That(
            Stories.Of(ChartSamples.SixPartners(), Chart, Language.Spanish).Headline,
            Is.EqualTo("Las organizaciones han gastado 70 centavos de cada dólar que recibieron")
        );
    }

    [Test]
    public void Where_sending_is_not_told_the_headline_is_what_was_allocated() =>
        Assert.That(
            Stories.Of(ChartSamples.PooledFund(), Chart, context: ChartSamples.Public).Headline,
            Is.EqualTo("The fund has allocated 67 cents of each dollar it received")
        );

    [Test]
    public void Nothing_spent_yet_is_said_plainly() =>
        Assert.That(
            Stories.Of(ChartSamples.OnePartner(), Chart).Headline,
            Is.EqualTo("Partners have not yet spent what they received")
        );

    [Test]
    public void Every_end_of_the_flow_is_described()
    {
        var description = Stories.Of(ChartSamples.SixPartners(), Chart).Description;

        Assert.That(
            description.Skip(1),
            Is.EqualTo(
                (string[])
                    [
                        "Received: $346,576.15.",
                        "Sent to partners: $251,000 (72¢).",
                        "Spent on programmes: $140,960 (41¢).",
                        "Spent on administration: $26,430 (8¢).",
                        "Spent on fundraising: $8,810 (3¢).",
                        "With partners, not yet spent: $74,800 (22¢).",
                        "With the fund, allocated to partners: $48,500 (14¢).",
                        "With the fund, not yet allocated: $31,755.82 (9¢).",
                        "Fees and cost of running the fund: $14,070.33 (4¢).",
                        "Given back to donors: $1,250 (<1¢).",
                    ]
            )
        );
    }

    [Test]
    public void The_ends_add_up_to_what_came_in_to_the_cent()
    {
        var flow = Read(ChartSamples.SixPartners())!;

        Assert.That(flow.Onward + flow.FundEnds.Sum(part => part.Amount), Is.EqualTo(flow.Sources));
        Assert.That(flow.PartnerEnds.Sum(part => part.Amount), Is.EqualTo(flow.Onward));
    }

    [Test]
    public void A_part_that_is_nothing_is_not_drawn()
    {
        var flow = Read(ChartSamples.OnePartner())!;

        Assert.That(
            flow.FundEnds.Select(part => part.End),
            Is.EqualTo((FlowEnd[])[FlowEnd.WaitingAllocated, FlowEnd.WaitingUnallocated])
        );
        Assert.That(flow.PartnerEnds.Select(part => part.End), Is.EqualTo((FlowEnd[])[FlowEnd.WithPartners]));
    }

    [Test]
    public void What_partners_spent_is_told_as_unknown_where_the_source_does_not_tell_it()
    {
        var flow = Read(ChartSamples.PooledFund())!;

        Assert.That(flow.IsSent, Is.False);
        Assert.That(flow.PartnerEnds.Select(part => part.End), Is.EqualTo((FlowEnd[])[FlowEnd.NotTold]));
        Assert.That(flow.NotTold, Is.EqualTo((string[])["disbursed", "spent"]));
    }

    [Test]
    public void Spending_ahead_of_transfers_is_shown_as_beyond_what_was_sent()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .Month(Period.Month(2020, 1), "received", 500_00)
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "disbursed", 200_00)
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "spent", 260_00)
            .WithSums()
            .Build();
        var flow = Read(tables)!;

        Assert.That(flow.BeyondOnward, Is.EqualTo(60_00));
        Assert.That(flow.BeyondSources, Is.Zero);
        Assert.That(
            Stories.Of(tables, Chart).Headline,
            Is.EqualTo("Partners have spent more than the fund has sent them")
        );
        Assert.That(
            Stories.Of(tables, Chart).Notes,
            Has.Some.Contains("$60 that partners spent or hold beyond what was sent")
        );
    }

    [Test]
    public void More_sent_than_received_is_shown_as_unexplained()
    {
        var tables = new ReleaseBuilder(fiction: true)
            .Month(Period.Month(2020, 1), "received", 100_00)
            .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "disbursed", 140_00)
            .WithSums()
            .Build();
        var flow = Read(tables)!;

        Assert.That(flow.BeyondSources, Is.EqualTo(40_00));
        Assert.That(
            Stories.Of(tables, Chart).Notes,
            Has.Some.Contains("$40 more went out than these tables show as received")
        );
    }

    [Test]
    public void Without_a_line_about_costs_the_rest_is_not_called_the_funds() =>
        Assert.That(
            Read(ChartSamples.ReturnsAndOneHugeValue())!.FundEnds.Select(part => part.End),
            Is.EqualTo((FlowEnd[])[FlowEnd.NotTold])
        );

    [Test]
    public void Where_only_gifts_are_known_there_is_no_flow()
    {
        var tables = new ReleaseBuilder(fiction: true).Month(Period.Month(2020, 1), "received", 100_00).Build();

        Assert.That(Stories.Find(tables, Chart), Is.Null);
    }

    [Test]
    public void Whatever_the_amounts_are_both_sides_balance() =>
        Gen.Long[-1000, 5000]
            .Array[8]
            .Sample(
                amounts =>
                {
                    var build = new ReleaseBuilder(fiction: true)
                        .Month(Period.Month(2020, 1), "received", amounts[0])
                        .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "allocated", amounts[1])
                        .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "disbursed", amounts[2])
                        .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "returned", Math.Abs(amounts[3]) / 10)
                        .OrganisationQuarter("XI-1", Period.Quarter(2020, 1), "spent_programme", amounts[4])
                        .OrganisationQuarter(
                            "XI-1",
                            Period.Quarter(2020, 1),
                            "spent_management",
                            amounts[5],
                            amounts[5] % 3 == 0 ? "x" : "ok"
                        )
                        .WithSums();
                    var tables = (
                        amounts[6] % 2 == 0 ? build : build.Statement(Math.Abs(amounts[6]), Math.Abs(amounts[7]), 5, 7)
                    ).Build();
                    if (Read(tables) is { } flow)
                    {
                        Assert.That(
                            flow.Onward + flow.FundEnds.Sum(part => part.Amount),
                            Is.EqualTo(flow.Sources + flow.BeyondSources)
                        );
                        Assert.That(
                            flow.PartnerEnds.Sum(part => part.Amount),
                            Is.EqualTo(flow.Onward + flow.BeyondOnward)
                        );
                        Assert.That(
                            flow.FundEnds.Concat(flow.PartnerEnds).Select(part => part.Amount),
                            Is.All.Positive
                        );
                    }
                },
                seed: ChartCases.Seed,
                iter: ChartCases.Count
            );

    private static FlowFigures? Read(IReadOnlyDictionary<string, PublishedTable> tables) =>
        new FlowReader(new ReleaseFigures(tables, ChartSamples.Rehearsal)).Read();
}
