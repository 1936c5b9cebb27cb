using System.Text.RegularExpressions;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Core.Tests.Catalogue;

[TestFixture]
internal sealed class MetricCardsTests
{
    [Test]
    public void No_two_cards_have_one_identifier() =>
        Assert.That(MetricCards.All.Concat(MetricCards.KeptIn).Select(card => card.Id), Is.Unique);

    [TestCaseSource(nameof(Cards))]
    public void A_card_names_a_file_and_a_table_that_exist(MetricCard card)
    {
        Assert.That(card.Sql, Does.EndWith(".sql"));
        Assert.That(SqlText.Of("Metrics", Path.GetFileNameWithoutExtension(card.Sql)), Is.Not.Empty);
        var table = PublishedTables.Find(card.Table) ?? TablesAwaitingNoise.Find(card.Table);
        Assert.That(table, Is.Not.Null);
        Assert.That(card.Protection, Is.EqualTo(table!.Protection));
    }

    [Test]
    public void A_file_that_does_not_exist_is_noticed() =>
        Assert.That(() => SqlText.Of("Metrics", "no_such_file"), Throws.TypeOf<FileNotFoundException>());

    [TestCaseSource(nameof(Cards))]
    public void A_card_is_written_in_two_different_languages(MetricCard card)
    {
        foreach (var text in new[] { card.Title, card.Term, card.Explanation, card.Finality, card.Completeness })
        {
            Assert.That(text.En, Is.Not.Empty.And.Not.EqualTo(card.Id));
            Assert.That(text.Es, Is.Not.Empty.And.Not.EqualTo(text.En));
        }

        Assert.That(card.Formula, Is.Not.Empty);
        Assert.That(card.Source, Is.Not.Empty);
        Assert.That(card.Version, Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Cards))]
    public void A_card_names_a_reference_that_exists(MetricCard card) =>
        Assert.That(Reference(card.Reference), Is.Not.Null, card.Reference);

    [TestCase("Metrics.Reference.ReferenceOfNothing")]
    [TestCase("ReferenceRates")]
    public void A_reference_that_does_not_exist_is_noticed(string name) => Assert.That(Reference(name), Is.Null);

    [Test]
    public void What_stays_in_has_a_class_of_noise_and_no_published_table_or_page()
    {
        Assert.That(
            MetricCards.KeptIn.Select(card => card.Table).Distinct(),
            Is.EquivalentTo(TablesAwaitingNoise.All.Select(table => table.Id))
        );
        foreach (var card in MetricCards.KeptIn)
        {
            Assert.That(
                card.Protection,
                Is.EqualTo(ProtectionClass.DonorNoise).Or.EqualTo(ProtectionClass.HouseholdNoise)
            );
            Assert.That(PublishedTables.Find(card.Table), Is.Null);
            Assert.That(MetricCards.Find(card.Id), Is.Null);
        }
    }

    private static Type? Reference(string name) => typeof(MetricCards).Assembly.GetType($"Impact.Core.{name}");

    [Test]
    public void Every_rate_that_is_computed_has_its_card_and_no_other()
    {
        var computed = Regex
            .Matches(
                SqlText.Of("Metrics", "rates"),
                @"^\s+\('(?<id>[a-z_]+)',",
                RegexOptions.Multiline,
                TimeSpan.FromSeconds(1)
            )
            .Select(match => match.Groups["id"].Value)
            .Distinct();
        var cards = MetricCards.All.Where(card => card.Table == PublishedTables.Rates.Id).Select(card => card.Id);
        Assert.That(cards, Is.EquivalentTo(computed));
    }

    [Test]
    public void A_card_is_found_by_its_identifier_alone()
    {
        Assert.That(MetricCards.Find("delivery_rate")?.Unit, Is.EqualTo(MetricUnit.Ratio));
        Assert.That(MetricCards.Find("total_raised_nett"), Is.Null);
    }

    private static IEnumerable<TestCaseData> Cards() =>
        MetricCards.All.Concat(MetricCards.KeptIn).Select(card => new TestCaseData(card).SetArgDisplayNames(card.Id));
}
