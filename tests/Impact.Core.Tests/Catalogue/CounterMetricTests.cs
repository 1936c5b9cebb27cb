using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Catalogue;

/// <summary>What stands large on a page never stands alone.</summary>
[TestFixture]
internal sealed class CounterMetricTests
{
    private static readonly string[] NeverHeadlines =
    [
        "programme_expense_ratio",
        "administrative_ratio",
        "fundraising_ratio",
    ];

    [Test]
    public void Every_headline_names_a_counter_metric_that_exists() => Assert.That(Alone(MetricCards.All), Is.Empty);

    [Test]
    public void A_headline_without_one_or_with_one_that_does_not_exist_is_seen()
    {
        MetricCard[] planted =
        [
            .. MetricCards.All.Select(card =>
                card.Id switch
                {
                    "delivery_rate" => card with { Counter = null },
                    "expenditure" => card with { Counter = "planted" },
                    "allocation_rate" => card with { Counter = card.Id },
                    _ => card,
                }
            ),
        ];
        Assert.That(Alone(planted), Is.EquivalentTo((string[])["delivery_rate", "expenditure", "allocation_rate"]));
    }

    [Test]
    public void Every_counter_metric_that_any_card_names_exists() =>
        Assert.That(
            MetricCards.All.Where(card => card.Counter is { } counter && MetricCards.Find(counter) is null),
            Is.Empty
        );

    [Test]
    public void No_overhead_share_is_a_headline() =>
        Assert.That(MetricCards.Headlines.Intersect(NeverHeadlines, StringComparer.Ordinal), Is.Empty);

    private static IEnumerable<string> Alone(IReadOnlyList<MetricCard> cards) =>
        MetricCards.Headlines.Where(id =>
            cards.SingleOrDefault(card => card.Id == id)?.Counter is not { } counter
            || counter == id
            || cards.All(card => card.Id != counter)
        );
}
