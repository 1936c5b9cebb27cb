using System.Globalization;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>One rule of the IATI standard ruleset.</summary>
/// <param name="Id">Its number there.</param>
/// <param name="Context">Every element it is about.</param>
/// <param name="Must">What must be true there; <c>$now</c> is the day of publication as eight digits.</param>
/// <param name="Plant">Breaks it in an activity that keeps every rule.</param>
internal sealed record IatiRule(string Id, string Context, string Must, Action<XElement> Plant);

/// <summary>The rules of the ruleset for what an activity file of ours may hold, and a planted violation of each.</summary>
/// <remarks>Rules about country-budget items, policy markers, planned disbursements and organisation files are left out: no such element is ever written.</remarks>
internal static partial class IatiRules
{
    private const string Activity = "/iati-activities/iati-activity";
    private const string Dac = "sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]";
    private const string Aid = "aid-type[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]";

    public static IReadOnlyList<IatiRule> All { get; } =
    [.. Identifiers(), .. Dates(), .. Classifications(), .. Places(), .. Texts(), .. Results()];

    /// <summary>The rules that a file breaks.</summary>
    public static List<string> Broken(XDocument document, DateOnly now) =>
        [
            .. All.Where(rule =>
                    document
                        .XPathSelectElements(rule.Context)
                        .Any(element => !(bool)element.XPathEvaluate($"boolean({Of(rule.Must, now)})"))
                )
                .Select(rule => rule.Id)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Of(string must, DateOnly now) =>
        must.Replace("$now", now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Day(string path) => $"number(translate(substring({path}, 1, 10), '-', ''))";

    private static string NotAfter(string earlier, string later) =>
        $"not({earlier}) or not({later}) or {Day(earlier)} <= {Day(later)}";

    private static string NotFuture(string path) => $"not({path}[{Day(".")} > $now])";

    private static string NoSpaces(string path) =>
        $"not({path}[starts-with(., ' ') or substring(., string-length(.)) = ' '])";

    private static string NoSymbols(string path) =>
        $"not({path}[contains(., '/') or contains(., '&') or contains(., '|') or contains(., '?')])";

    private static IEnumerable<IatiRule> Identifiers() =>
        [
            new(
                "1.1.3",
                Activity,
                "reporting-org/@ref != iati-identifier",
                one => Element(one, "iati-identifier").Value = Attribute(one, "reporting-org", "ref").Value
            ),
            new(
                "1.1.21",
                Activity,
                "starts-with(iati-identifier, concat(reporting-org/@ref, '-'))",
                one => Element(one, "iati-identifier").Value = "other-1"
            ),
            new("1.3.1", Activity, NoSpaces("iati-identifier"), one => Element(one, "iati-identifier").Value += " "),
            new("1.3.13", Activity, NoSymbols("iati-identifier"), one => Element(one, "iati-identifier").Value += "?"),
            new(
                "1.14.1",
                Activity,
                NoSpaces("reporting-org/@ref"),
                one => Attribute(one, "reporting-org", "ref").Value += " "
            ),
            new(
                "1.14.13",
                Activity,
                NoSymbols("reporting-org/@ref"),
                one => Attribute(one, "reporting-org", "ref").Value += "|"
            ),
            new(
                "1.7.1",
                Activity,
                NoSpaces("related-activity/@ref"),
                one => Attribute(one, "related-activity", "ref").Value += " "
            ),
            new(
                "1.8.1",
                Activity,
                NoSpaces("participating-org/@ref"),
                one => Attribute(one, "participating-org", "ref").Value += " "
            ),
            new(
                "1.8.13",
                Activity,
                NoSymbols("participating-org/@ref"),
                one => Attribute(one, "participating-org", "ref").Value += "/"
            ),
            new(
                "1.10.1",
                Activity,
                NoSpaces("transaction/provider-org/@ref"),
                one => Found(one, "provider-org[@ref]").Attribute("ref")!.Value += " "
            ),
            new(
                "1.10.13",
                Activity,
                NoSymbols("transaction/provider-org/@ref"),
                one => Found(one, "provider-org[@ref]").Attribute("ref")!.Value += "&"
            ),
            new(
                "1.4.1",
                Activity,
                NoSpaces("transaction/provider-org/@provider-activity-id"),
                one => Found(one, "provider-org[@ref]").Attribute("provider-activity-id")!.Value += " "
            ),
            new(
                "1.15.1",
                Activity,
                NoSpaces("transaction/receiver-org/@ref"),
                one => Found(one, "receiver-org").Attribute("ref")!.Value += " "
            ),
            new(
                "1.15.13",
                Activity,
                NoSymbols("transaction/receiver-org/@ref"),
                one => Found(one, "receiver-org").Attribute("ref")!.Value += "?"
            ),
            new(
                "1.5.1",
                Activity,
                NoSpaces("transaction/receiver-org/@receiver-activity-id"),
                one => Found(one, "receiver-org").Attribute("receiver-activity-id")!.Value += " "
            ),
            new(
                "6.9.1",
                $"{Activity}/transaction/provider-org",
                "@ref or narrative",
                one => Found(one, "provider-org[not(@ref)]").RemoveNodes()
            ),
            new(
                "6.9.2",
                $"{Activity}/transaction/receiver-org",
                "@ref or narrative",
                one => Found(one, "receiver-org").RemoveAll()
            ),
            new(
                "6.10.1",
                $"{Activity}/participating-org",
                "@ref or narrative",
                one => Element(one, "participating-org").RemoveAll()
            ),
        ];

    private static IEnumerable<IatiRule> Dates() =>
        [
            new(
                "6.11.1",
                Activity,
                "activity-date[@type='1' or @type='2']",
                one => Attribute(one, "activity-date", "type").Value = "4"
            ),
            new(
                "11.1.1",
                Activity,
                NotFuture("@last-updated-datetime"),
                one => one.Attribute("last-updated-datetime")!.Value = "2999-01-01T00:00:00Z"
            ),
            new(
                "11.1.2",
                Activity,
                NotAfter("activity-date[@type='1']/@iso-date", "activity-date[@type='3']/@iso-date"),
                one => one.Add(On("1", "2020-02-01"), On("3", "2020-01-01"))
            ),
            new(
                "11.1.3",
                Activity,
                NotAfter("activity-date[@type='2']/@iso-date", "activity-date[@type='4']/@iso-date"),
                one => one.Add(On("4", "1999-01-01"))
            ),
            new(
                "11.1.4",
                Activity,
                NotFuture("activity-date[@type='2']/@iso-date"),
                one => Attribute(one, "activity-date", "iso-date").Value = "2999-01-01"
            ),
            new(
                "11.1.5",
                Activity,
                NotFuture("activity-date[@type='4']/@iso-date"),
                one => one.Add(On("4", "2999-01-01"))
            ),
            new(
                "11.2.1",
                Activity,
                NotFuture("transaction/transaction-date/@iso-date"),
                one => Found(one, "transaction-date").Attribute("iso-date")!.Value = "2999-01-01"
            ),
            new(
                "11.2.2",
                Activity,
                NotFuture("transaction/value/@value-date"),
                one => Found(one, "value").Attribute("value-date")!.Value = "2999-01-01"
            ),
            new(
                "7.5.3",
                $"{Activity}/budget",
                $"{Day("period-end/@iso-date")} - {Day("period-start/@iso-date")} <= 10000",
                one =>
                    one.Add(
                        new XElement(
                            "budget",
                            new XElement("period-start", new XAttribute("iso-date", "2019-01-01")),
                            new XElement("period-end", new XAttribute("iso-date", "2020-01-02"))
                        )
                    )
            ),
        ];

    private static XElement Element(XElement activity, string name) => activity.Element(name)!;

    private static XAttribute Attribute(XElement activity, string element, string name) =>
        Element(activity, element).Attribute(name)!;

    private static XElement Found(XElement activity, string path) => activity.XPathSelectElement($".//{path}")!;

    private static XElement On(string type, string day) =>
        new("activity-date", new XAttribute("type", type), new XAttribute("iso-date", day));

    private static void Share(XElement activity, string name, int first, int second)
    {
        var copy = new XElement(Element(activity, name));
        Element(activity, name).SetAttributeValue("percentage", first);
        copy.SetAttributeValue("percentage", second);
        activity.Add(copy);
    }

    private static void Countries(XElement activity, int? first, int? second)
    {
        Element(activity, "recipient-region").Remove();
        foreach (var share in new[] { first, second })
        {
            var country = new XElement("recipient-country");
            country.SetAttributeValue("percentage", share);
            activity.Add(country);
        }
    }

    private static void OneCountry(XElement activity)
    {
        Element(activity, "recipient-region").Remove();
        activity.Add(new XElement("recipient-country", new XAttribute("percentage", 99)));
    }

    private static void MoveToFirst(XElement activity, string name)
    {
        var element = Element(activity, name);
        element.Remove();
        Element(activity, "transaction").Add(element);
    }
}
