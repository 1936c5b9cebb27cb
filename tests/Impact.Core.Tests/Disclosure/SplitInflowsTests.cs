using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class SplitInflowsTests
{
    private static readonly Period Quarter = Period.Quarter(2019, 3);
    private static readonly InflowEvidence Enough = new(10, 1000, 100, 100);
    private static readonly InflowEvidence Nobody = new(0, 0, 0, 0);
    private static readonly InflowEvidence Few = Enough with { People = 9 };
    private static readonly string[] Shown = ["enough-givers", "enough-givers"];
    private static readonly string[] Withheld = ["inflow-withheld", "inflow-withheld"];

    [Test]
    public void Parts_that_enough_people_gave_are_shown() => Assert.That(Decide([Enough, Enough]), Is.EqualTo(Shown));

    [Test]
    public void A_part_that_nobody_gave_for_hides_nothing() => Assert.That(Decide([Enough, Nobody]), Is.EqualTo(Shown));

    [Test]
    public void One_part_of_few_people_withholds_the_whole_quarter() =>
        Assert.That(Decide([Enough, Few]), Is.EqualTo(Withheld));

    [Test]
    public void One_large_gift_withholds_the_whole_quarter() =>
        Assert.That(Decide([Enough, new(12, 1000, 950, 20)]), Is.EqualTo(Withheld));

    [Test]
    public void A_quarter_in_which_nobody_gave_looks_like_a_withheld_one() =>
        Assert.That(Decide([Nobody, Nobody]), Is.EqualTo(Withheld));

    [Test]
    public void Gifts_that_come_to_nothing_are_judged_like_others() =>
        Assert.That(Decide([Enough, new(2, 0, 50, -50)]), Is.EqualTo(Withheld));

    [Test]
    public void A_quarter_whose_last_month_is_held_back_is_withheld() =>
        Assert.That(Decide([Enough, Enough], shownMonths: 2), Is.EqualTo(Withheld));

    [Test]
    public void A_withheld_part_has_no_amount()
    {
        var rows = Control(TestFunds.Plain, 3).Apply(Table(Parts([Enough, Few]))).Table.Rows;
        Assert.That(rows.Select(row => row.Text("status")), Is.All.EqualTo("c"));
        Assert.That(rows.Select(row => row["amount_minor"] ?? row["amount"]), Is.All.Null);
    }

    [Test]
    public void What_organisations_gave_is_exact_beside_a_withheld_part()
    {
        var rows = Parts([Few, Enough]).Append(Part("organisation", "unearmarked", evidence: null));
        Assert.That(
            Control(TestFunds.Plain, 3).Apply(Table(rows)).Decisions,
            Is.EquivalentTo((string[])["exact", .. Withheld])
        );
    }

    [Test]
    public void A_public_source_is_shown_as_published() =>
        Assert.That(
            Control(TestFunds.FromPublicSources, 0).Apply(Table(Parts([Few, Few]))).Decisions,
            Is.All.EqualTo("public-source")
        );

    [Test]
    public void A_part_without_evidence_stops_the_table() =>
        Assert.That(
            () => Control(TestFunds.Plain, 3).Apply(Table([Part("individuals", "unearmarked", evidence: null)])),
            Throws.TypeOf<UncontrolledTableException>()
        );

    private static IReadOnlyList<string> Decide(InflowEvidence[] parts, int shownMonths = 3) =>
        Control(TestFunds.Plain, shownMonths).Apply(Table(Parts(parts))).Decisions;

    private static RawTable Table(IEnumerable<RawRow> rows) => new(PublishedTables.Earmarking, [.. rows]);

    private static IEnumerable<RawRow> Parts(InflowEvidence[] parts) =>
        parts.Zip(CodeLists.Earmarking.Codes, (evidence, code) => Part("individuals", code.Value, evidence));

    private static RawRow Part(string giverKind, string earmarking, InflowEvidence? evidence) =>
        Writer.Amount(
            [Quarter.Code, Quarter.Start, Quarter.End, giverKind, earmarking],
            evidence?.AmountMinor ?? 1,
            Beside
        ) with
        {
            Evidence = evidence,
        };

    private static DisclosureControl Control(FundDescription fund, int shownMonths)
    {
        var months = Period
            .Range(PeriodGrain.Month, Quarter.Start, Quarter.End)
            .Take(shownMonths)
            .Select(month => Writer.Amount([month.Code, month.Start, month.End, "received"], 1000, Beside));
        return new(
            fund,
            DisclosurePolicy.Default,
            InflowBoundaries.From([new RawTable(PublishedTables.MoneyByMonth, [.. months])])
        );
    }

    private static RowWriter Writer { get; } = new(new MetricScope(TestFunds.Plain, Quarter.End, 1));

    private static FigureContext Beside { get; } = new("ok", Quarter.End, RowWriter.OneSource);
}
