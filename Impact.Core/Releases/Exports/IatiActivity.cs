using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>The frame of an IATI activity, in the order the schema fixes.</summary>
/// <param name="source">The release.</param>
/// <param name="began">First day of the first period of money.</param>
internal sealed class IatiActivity(ExportSource source, DateOnly began)
{
    /// <summary>Code of DAC sector "Material relief assistance and services".</summary>
    private const string Relief = "72010";

    /// <summary>Code of region "Developing countries, unspecified": a release tells no place.</summary>
    private const string Unspecified = "998";

    /// <summary>The fund's activity.</summary>
    public XElement OfFund(IEnumerable<XElement> transactions) =>
        new(
            "iati-activity",
            Frame(hierarchy: 1),
            new XElement("iati-identifier", IatiFile.ActivityOf(source)),
            Reporter(isSecondary: false),
            new XElement("title", IatiFile.Narratives(source.Title)),
            Description(source.Purpose),
            Participant(role: "2", source.Reference, "60", source.Title),
            source.Organisations.Select(Implementer),
            Classification(aidType: "B04"),
            transactions,
            source.Organisations.Select(organisation => Related(IatiFile.ActivityOf(source, organisation), type: "2"))
        );

    /// <summary>The activity of one partner.</summary>
    public XElement OfPartner(string organisation, IEnumerable<XElement> transactions, IEnumerable<XElement> results)
    {
        var name = source.NameOf(organisation);
        return new(
            "iati-activity",
            Frame(hierarchy: 2),
            new XElement("iati-identifier", IatiFile.ActivityOf(source, organisation)),
            Reporter(isSecondary: true),
            new XElement("title", IatiFile.Narratives(new($"{source.Title.En}: {name}", $"{source.Title.Es}: {name}"))),
            Description(source.Purpose),
            Participant(role: "1", source.Reference, "60", source.Title),
            Implementer(organisation),
            Classification(aidType: "C01"),
            transactions,
            Related(IatiFile.ActivityOf(source), type: "1"),
            results
        );
    }

    /// <summary>Code of IATI's list of organisation types; null where the release does not say.</summary>
    public static string? TypeCode(string? type) =>
        type switch
        {
            null => null,
            "government" => "10",
            "national_ngo" => "22",
            "international_ngo" or "red_cross" => "21",
            "united_nations" => "40",
            "foundation" => "60",
            "company" => "70",
            _ => "90",
        };

    private XAttribute[] Frame(int hierarchy) =>
        [
            new("last-updated-datetime", source.PublishedAt),
            new(XNamespace.Xml + "lang", "en"),
            new("default-currency", source.Fund.Currency),
            new("humanitarian", "1"),
            new("hierarchy", hierarchy),
        ];

    private XElement Reporter(bool isSecondary) =>
        new(
            "reporting-org",
            new XAttribute("ref", source.Reference),
            new XAttribute("type", "60"),
            new XAttribute("secondary-reporter", isSecondary ? "1" : "0"),
            IatiFile.Narratives(source.Title)
        );

    private static XElement Description(BilingualText text) =>
        new("description", new XAttribute("type", "1"), IatiFile.Narratives(text));

    private XElement Implementer(string organisation) =>
        Participant(
            role: "4",
            organisation,
            TypeCode(source.TypeOf(organisation)),
            BilingualText.Same(source.NameOf(organisation))
        );

    private static XElement Participant(string role, string reference, string? type, BilingualText name) =>
        new(
            "participating-org",
            new XAttribute("role", role),
            new XAttribute("ref", reference),
            type is null ? null : new XAttribute("type", type),
            IatiFile.Narratives(name)
        );

    private XElement[] Classification(string aidType) =>
        [
            Coded("activity-status", "2"),
            new("activity-date", new XAttribute("type", "2"), new XAttribute("iso-date", ExportSource.Iso(began))),
            Coded("recipient-region", Unspecified),
            new("sector", new XAttribute("vocabulary", "1"), new XAttribute("code", Relief)),
            Coded("default-flow-type", "30"),
            Coded("default-finance-type", "110"),
            Coded("default-aid-type", aidType),
            Coded("default-tied-status", "5"),
        ];

    private static XElement Coded(string name, string code) => new(name, new XAttribute("code", code));

    private static XElement Related(string activity, string type) =>
        new("related-activity", new XAttribute("ref", activity), new XAttribute("type", type));
}
