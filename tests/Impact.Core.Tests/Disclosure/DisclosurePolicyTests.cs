using System.Text;
using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class DisclosurePolicyTests
{
    private static readonly TestCaseData[] Unsound =
    [
        Case("recipients above a quarter", policy => policy["recipients"]!["lifetime"] = "26/100"),
        Case("donors above a quarter", policy => policy["donors"]!["lifetime"] = "1/3"),
        Case("nothing to spend", policy => policy["recipients"]!["lifetime"] = "0"),
        Case("less than nothing", policy => policy["recipients"]!["lifetime"] = "-1/10"),
        Case("no fraction", policy => policy["recipients"]!["lifetime"] = "0.1"),
        Case("shares above one", policy => policy["recipients"]!["shares"]!["enrolments_to_date"] = "51/100"),
        Case("a share of nothing", policy => policy["donors"]!["shares"]!["new_donors_by_band"] = "0"),
        Case("an unknown table", policy => policy["recipients"]!["shares"] = Share("enrolments_by_county")),
        Case(
            "donors from the families' budget",
            policy => policy["recipients"]!["shares"] = Share("new_donors_by_band")
        ),
        Case("families from the donors' budget", policy => policy["donors"]!["shares"] = Share("enrolments_to_date")),
        Case("an exact table", policy => policy["recipients"]!["shares"] = Share("funding_status")),
        Case("county tables", policy => policy["countyTables"] = "on"),
        Case("county tables by another word", policy => policy["countyTables"] = "OFF"),
        Case("26 months", policy => policy["monthsToDate"] = 26),
        Case("no month", policy => policy["monthsToDate"] = 0),
        Case("31 years", policy => policy["longestSeriesYears"] = 31),
        Case("no budget", policy => policy["recipients"] = null),
        Case("no shares", policy => policy["donors"]!["shares"] = null),
        Case("no word on counties", policy => policy.Remove("countyTables")),
        Case("nine givers", policy => policy["fewestGivers"] = 9),
        Case("nine percent", policy => policy["dominancePercent"] = 9),
        Case("nine people", policy => policy["smallestStatement"] = 9),
        Case("nine possible numbers", policy => policy["fewestPossibleValues"] = 9),
        Case("rounded to four", policy => policy["statementRounding"] = 4),
        Case("a number missing", policy => policy.Remove("statementRounding")),
        Case("a switch", policy => policy["off"] = true),
    ];

    [Test]
    public void The_shipped_policy_has_the_numbers_of_the_design()
    {
        var policy = DisclosurePolicy.Default;
        Assert.Multiple(() =>
        {
            Assert.That(policy.FewestGivers, Is.EqualTo(10));
            Assert.That(policy.DominancePercent, Is.EqualTo(10));
            Assert.That(policy.SmallestStatement, Is.EqualTo(10));
            Assert.That(policy.StatementRounding, Is.EqualTo(5));
            Assert.That(policy.Recipients.Lifetime, Is.EqualTo("1/10"));
            Assert.That(policy.Donors.Lifetime, Is.EqualTo("1/4"));
            Assert.That(
                policy.Recipients.Shares.Concat(policy.Donors.Shares).Select(share => share.Value),
                Is.All.EqualTo("1/2")
            );
            Assert.That(
                policy.Recipients.Shares.Concat(policy.Donors.Shares).Select(share => share.Key),
                Is.EquivalentTo(PublishedTables.OfCounts.Select(table => table.Id))
            );
            Assert.That(policy.MonthsToDate, Is.EqualTo(24));
            Assert.That(policy.CountyTables, Is.EqualTo("off"));
            Assert.That(policy.Sha256, Does.Match("^[0-9a-f]{64}$"));
        });
    }

    [Test]
    public void A_policy_at_its_floors_and_ceilings_is_read()
    {
        var policy = SamplePolicies.Read(policy =>
        {
            policy["recipients"]!["lifetime"] = "1/4";
            policy["recipients"]!["shares"] = Share("enrolments_to_date");
            policy["monthsToDate"] = 25;
            policy["longestSeriesYears"] = 30;
        });
        Assert.That(policy.MonthsToDate, Is.EqualTo(25));
    }

    [TestCaseSource(nameof(Unsound))]
    public void What_cannot_be_kept_is_refused(Action<JsonObject> change) =>
        Assert.That(() => SamplePolicies.Read(change), Throws.TypeOf<InvalidDataException>());

    [TestCase("null")]
    [TestCase("")]
    [TestCase("{}")]
    public void What_is_no_policy_is_refused(string text) =>
        Assert.That(() => DisclosurePolicy.Read(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<InvalidDataException>());

    private static JsonObject Share(string table) => new() { [table] = "1" };

    private static TestCaseData Case(string name, Action<JsonObject> change) =>
        new TestCaseData(change).SetArgDisplayNames(name);
}
