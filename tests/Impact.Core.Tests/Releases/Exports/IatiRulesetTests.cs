using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The IATI export against the standard ruleset, each rule with a violation planted in a copy of the file.</summary>
public class IatiRulesetTests
{
    private static readonly DateOnly Published = new(2021, 1, 10);

    private static IEnumerable<string> Ids => IatiRules.All.Select(rule => rule.Id);

    [Test]
    public void No_rule_is_broken() => Assert.That(IatiRules.Broken(Document(), Published), Is.Empty);

    [Test]
    public void No_rule_is_broken_by_a_fund_of_many_partners()
    {
        var (manifest, tables) = ExportSamples.Large;
        var file = ExportSamples.Write(manifest, tables)["exports/iati/activities.xml"];
        Assert.That(IatiRules.Broken(XDocument.Parse(Encoding.UTF8.GetString(file)), new(2026, 1, 10)), Is.Empty);
    }

    [TestCaseSource(nameof(Ids))]
    public void A_planted_violation_is_found(string id)
    {
        var rule = IatiRules.All.Single(one => one.Id == id);
        var activities = Document();
        var planted = id.StartsWith("8.", StringComparison.Ordinal) ? 1 : 0;
        rule.Plant(activities.Descendants("iati-activity").ElementAt(planted));
        Assert.That(IatiRules.Broken(activities, Published), Does.Contain(id));
    }

    [Test]
    public void Every_rule_is_one_of_the_standard()
    {
        var ruleset = File.ReadAllText(SharedSchemas.PathOf("iati-2.03/ruleset-standard.json"));
        Assert.That(
            Ids,
            Has.All.Matches<string>(id =>
                Regex.IsMatch(ruleset, $"\"id\": \"{Regex.Escape(id!)}\"", RegexOptions.None, TimeSpan.FromSeconds(5))
            )
        );
    }

    private static XDocument Document() =>
        XDocument.Parse(Encoding.UTF8.GetString(ExportSamples.Files["exports/iati/activities.xml"]));
}
