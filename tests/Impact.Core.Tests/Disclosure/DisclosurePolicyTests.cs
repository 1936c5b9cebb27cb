using System.Text;
using Impact.Core.Disclosure;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class DisclosurePolicyTests
{
    [Test]
    public void The_shipped_policy_has_the_numbers_of_the_design()
    {
        var policy = DisclosurePolicy.Default;
        Assert.That(policy.FewestGivers, Is.EqualTo(10));
        Assert.That(policy.DominancePercent, Is.EqualTo(10));
        Assert.That(policy.SmallestStatement, Is.EqualTo(10));
        Assert.That(policy.StatementRounding, Is.EqualTo(5));
        Assert.That(policy.Sha256, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void A_policy_at_its_floors_is_read() => Assert.That(Read(10, 10, 10, (5, 10)).FewestGivers, Is.EqualTo(10));

    [TestCase(9, 10, 10, 5, 10)]
    [TestCase(10, 9, 10, 5, 10)]
    [TestCase(10, 10, 9, 5, 10)]
    [TestCase(10, 10, 10, 4, 10)]
    [TestCase(10, 10, 10, 5, 9)]
    public void A_number_below_its_floor_is_refused(
        int givers,
        int dominance,
        int statement,
        int rounding,
        int values
    ) =>
        Assert.That(
            () => Read(givers, dominance, statement, (rounding, values)),
            Throws.TypeOf<InvalidDataException>()
        );

    [TestCase("null")]
    [TestCase("")]
    [TestCase("{}")]
    [TestCase("""{ "id": "p", "version": "1", "fewestGivers": 10, "dominancePercent": 10, "smallestStatement": 10 }""")]
    [TestCase(
        """{ "id": "p", "version": "1", "fewestGivers": 10, "dominancePercent": 10, "smallestStatement": 10, "statementRounding": 5, "fewestPossibleValues": 10, "off": true }"""
    )]
    public void A_policy_that_lacks_a_number_or_has_a_switch_is_refused(string text) =>
        Assert.That(() => DisclosurePolicy.Read(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<InvalidDataException>());

    private static DisclosurePolicy Read(int givers, int dominance, int statement, (int Rounding, int Values) last) =>
        DisclosurePolicy.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                { "id": "p", "version": "1", "fewestGivers": {{givers}}, "dominancePercent": {{dominance}},
                  "smallestStatement": {{statement}}, "statementRounding": {{last.Rounding}},
                  "fewestPossibleValues": {{last.Values}},
                  "recipients": { "lifetime": "1/10", "shares": {} }, "donors": { "lifetime": "1/4", "shares": {} },
                  "monthsToDate": 24, "longestSeriesYears": 10, "countyTables": "off" }
                """
            )
        );
}
