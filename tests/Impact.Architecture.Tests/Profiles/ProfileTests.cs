using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Architecture.Tests.Profiles;

internal sealed class ProfileTests
{
    private static readonly FundDescription Fund = new()
    {
        Id = "test-fund",
        Name = BilingualText.Same("Test fund"),
        Purpose = BilingualText.Same("A test."),
        Currency = "USD",
    };

    private static Profile Gifts => Impact.Core.Intake.Profiles.All.Single(profile => profile.Id == "impact-gifts");

    [Test]
    public void Every_profile_file_loads_under_its_own_name()
    {
        var files = Repository
            .Files.Where(path => path.StartsWith("Impact.Core/Intake/Profiles/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);

        Assert.That(
            Impact.Core.Intake.Profiles.All.Select(profile => profile.Id),
            Is.EquivalentTo(files).And.Not.Empty
        );
    }

    [TestCaseSource(nameof(Ids))]
    public void A_profile_names_only_what_is_there(string id) =>
        Assert.That(
            ProfileCheck.Problems(Impact.Core.Intake.Profiles.All.Single(profile => profile.Id == id)),
            Is.Empty
        );

    [TestCaseSource(nameof(Ids))]
    public void A_profile_compiles_with_all_its_checks(string id)
    {
        var profile = Impact.Core.Intake.Profiles.All.Single(one => one.Id == id);

        Assert.That(Screen.Compile(profile, Fund, "slot").Faults, Is.Not.Empty);
    }

    [Test]
    public void The_ledger_s_tables_are_read_from_its_schema() =>
        Assert.That(ProfileCheck.LedgerTables["balance"], Does.Contain("base_minor").And.Contains("as_of"));

    [TestCaseSource(nameof(Broken))]
    public void A_name_that_leads_nowhere_is_seen(Profile profile, string problem) =>
        Assert.That(ProfileCheck.Problems(profile), Does.Contain(problem));

    private static IEnumerable<string> Ids() => Impact.Core.Intake.Profiles.All.Select(profile => profile.Id);

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case(Gifts with { Columns = [] }, "column donor");
        yield return Case(Gifts with { Identity = ["planted"] }, "field planted");
        yield return Case(Gifts with { Convert = Gifts.Convert! with { Day = "planted" } }, "field planted");
        yield return Case(Gifts with { Wide = new("planted", "donor", "N/A") }, "column planted");
        yield return Case(Gifts with { Checks = [new("planted", "amount")] }, "rule planted");
        yield return Case(Gifts with { Checks = [new("day-order", "cleared_on", "planted")] }, "field planted");
        yield return Case(Gifts with { Write = [Record("planted", "kind", "=gift")] }, "table planted");
        yield return Case(Gifts with { Write = [Record("entry", "planted", "=gift")] }, "column entry.planted");
        yield return Case(Gifts with { Write = [Record("entry", "kind", "planted")] }, "field planted");
        yield return Case(Gifts with { Funds = [new("ocha-name", "planted")] }, "column planted");
        yield return Case(WithReading(new() { Column = "donor", List = ["fund:planted"] }), "code fund:planted");
        yield return Case(WithReading(new() { Column = "donor", Meaning = Pair("1", "planted") }), "code planted");
        yield return Case(WithReading(new() { Column = "donor", OnlyWhen = "planted=1" }), "field planted");
    }

    private static TestCaseData Case(Profile profile, string problem) =>
        new TestCaseData(profile, problem).SetArgDisplayNames(problem);

    private static RecordTemplate Record(string table, string column, string value) => new(table, Pair(column, value));

    private static Profile WithReading(FieldReading reading) =>
        Gifts with
        {
            Read = new Dictionary<string, FieldReading>(Gifts.Read, StringComparer.Ordinal) { ["donor"] = reading },
        };

    private static Dictionary<string, string> Pair(string key, string value) =>
        new(StringComparer.Ordinal) { [key] = value };
}
