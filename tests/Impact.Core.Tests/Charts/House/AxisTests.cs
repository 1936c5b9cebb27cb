using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Charts.House;

namespace Impact.Core.Tests.Charts.House;

[TestFixture]
public sealed class AxisTests
{
    [Test]
    public void An_axis_always_shows_zero_and_holds_every_value() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Long[-1_000_000_000_000, 1_000_000_000_000])
            .Sample(
                (one, other) =>
                {
                    var (low, high) = (Math.Min(one, other), Math.Max(one, other));
                    var ticks = ValueTicks.Between(low, high, 4);
                    Assert.That(ticks, Has.Some.EqualTo(0m));
                    Assert.That(ticks[0], Is.LessThanOrEqualTo(low));
                    Assert.That(ticks[^1], Is.GreaterThanOrEqualTo(high));
                    Assert.That(ticks, Is.Ordered.And.Unique.And.Count.InRange(2, 7));
                },
                seed: ChartCases.Seed,
                iter: ChartCases.Count
            );

    [TestCase(0, 0, new[] { 0, 1 })]
    [TestCase(0, 346, new[] { 0, 100, 200, 300, 400 })]
    [TestCase(-9, 16, new[] { -10, 0, 10, 20 })]
    public void Steps_are_round_numbers(int low, int high, int[] ticks) =>
        Assert.That(ValueTicks.Between(low, high, 4), Is.EqualTo(ticks.Select(tick => (decimal)tick)));

    [Test]
    public void Seventeen_months_are_labelled_by_quarter_with_the_year_where_it_begins()
    {
        var ticks = TimeTicks.Between(new(2019, 8, 1), new(2020, 12, 31), Language.Spanish, width: 600);

        Assert.That(ticks.Select(tick => tick.Label), Is.EqualTo((string[])["oct", "ene", "abr", "jul", "oct"]));
        Assert.That(ticks.Select(tick => tick.Year), Is.EqualTo((string[])["2019", "2020", "", "", ""]));
    }

    [Test]
    public void Twenty_years_on_a_phone_are_labelled_by_round_years()
    {
        var ticks = TimeTicks.Between(new(2004, 5, 1), new(2024, 12, 31), Language.English, width: 220);

        Assert.That(ticks.Select(tick => tick.Label), Is.EqualTo((string[])["2005", "2010", "2015", "2020"]));
    }

    [Test]
    public void Labels_at_line_ends_never_touch_and_keep_their_order() =>
        Gen.Float[0, 300]
            .Array[1, 5]
            .Sample(
                wanted =>
                {
                    var heights = wanted.Select(_ => 40f).ToList();
                    var middles = LabelColumn.Spread(wanted, heights, (Top: -20, Bottom: 320));
                    var order = Enumerable.Range(0, wanted.Length).OrderBy(index => wanted[index]).ToList();
                    Assert.That(middles, Is.All.InRange(0f, 300f));
                    for (var place = 1; place < order.Count; place++)
                    {
                        Assert.That(middles[order[place]] - middles[order[place - 1]], Is.GreaterThanOrEqualTo(39.9f));
                    }
                },
                seed: ChartCases.Seed,
                iter: ChartCases.Count
            );
}
