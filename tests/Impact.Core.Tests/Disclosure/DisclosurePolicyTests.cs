using System.Text;
using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics.Enrolment;

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
        Case("cells from another list", policy => policy["domains"]!["new_donors_by_band"] = "donor-regions"),
        Case("cells from an unknown list", policy => policy["domains"]!["enrolments_by_organisation"] = "counties"),
        Case("cells of an unknown table", policy => policy["domains"]!["enrolments_by_county"] = "whole"),
        Case("cells from nowhere", policy => policy["domains"]!.AsObject().Remove("enrolments_to_date")),
        Case("no word on cells", policy => policy.Remove("domains")),
        Case("two rows a unit", policy => policy["caps"]!["rowsPerUnit"] = 2),
        Case("two periods a unit", policy => policy["caps"]!["periodsPerUnit"] = 2),
        Case("no kind of service", policy => policy["caps"]!["serviceKinds"] = 0),
        Case("four kinds of service", policy => policy["caps"]!["serviceKinds"] = 4),
        Case("no caps", policy => policy.Remove("caps")),
        Case("stipends from elsewhere", policy => policy["stipends"]!["declaredIn"] = "nowhere"),
        Case("stipends that are guessed", policy => policy["stipends"]!["whenNone"] = "none"),
        Case("signed by nobody", policy => policy["signedBy"] = " "),
        Case("no name", policy => policy["id"] = ""),
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
    public void The_shipped_policy_holds_a_household_to_what_the_noise_is_planned_for()
    {
        var policy = DisclosurePolicy.Default;
        Assert.Multiple(() =>
        {
            Assert.That(
                policy.Caps,
                Is.EqualTo(
                    new PolicyCaps
                    {
                        RowsPerUnit = 1,
                        PeriodsPerUnit = 1,
                        ServiceKinds = 3,
                    }
                )
            );
            Assert.That(PolicyCaps.MostServiceKinds, Is.EqualTo(BoundedServices.MostKinds));
            Assert.That(policy.Domains.Keys, Is.EqualTo(PublishedTables.OfCounts.Select(table => table.Id)));
            Assert.That(policy.IsSigned, Is.False, "nobody signs for every fund there may be");
        });
    }

    [Test]
    public void A_member_that_stands_there_twice_is_refused()
    {
        var text = Encoding.UTF8.GetString(SamplePolicies.Text(_ => { }));
        var twice = text.Replace("{\"id\":", "{\"fewestGivers\":10,\"id\":", StringComparison.Ordinal);
        Assert.That(twice, Is.Not.EqualTo(text));
        Assert.That(() => DisclosurePolicy.Read(Encoding.UTF8.GetBytes(twice)), Throws.TypeOf<InvalidDataException>());
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
