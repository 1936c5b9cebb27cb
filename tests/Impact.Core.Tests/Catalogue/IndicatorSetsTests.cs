using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Core.Tests.Catalogue;

[TestFixture]
internal sealed class IndicatorSetsTests
{
    [Test]
    public void Every_split_that_is_published_belongs_to_a_set() =>
        Assert.That(
            CodeLists.IndicatorSplit.Codes.Select(code => IndicatorSets.Of(code.Value)).Distinct(),
            Is.EqualTo((string[])["total", IndicatorSets.SexAndAge, "sex", "age"])
        );

    [TestCase("quality", "sex")]
    [TestCase("quality", "age")]
    [TestCase("people_reached_bounds", IndicatorSets.SexAndAge)]
    [TestCase("unit_costs", IndicatorSets.SexAndAge)]
    [TestCase("indicator_achievement", IndicatorSets.SexAndAge)]
    public void Queries_name_a_set_by_its_codes_of_the_catalogue(string query, string set)
    {
        var codes = CodeLists.IndicatorSplit.Codes.Select(code => code.Value);
        var listed = string.Join(", ", codes.Where(code => IndicatorSets.Of(code) == set).Select(code => $"'{code}'"));
        Assert.That(SqlText.Of("Metrics", query), Does.Contain($"split IN ({listed})"));
    }

    [TestCase("nationality")]
    [TestCase("immigration_status")]
    public void No_set_has_nationality_or_immigration_status(string split) =>
        Assert.That(() => IndicatorSets.Of(split), Throws.TypeOf<KeyNotFoundException>());
}
