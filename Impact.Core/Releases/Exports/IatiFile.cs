using System.Xml;
using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>The fund and its partners as IATI 2.03 activities: one of the fund, one of each partner, each with its money in and out.</summary>
/// <remarks>
/// Source: iatistandard.org, version 2.03. The fund reports its partners' activities as a second-hand reporter, so that the money of a
/// partner's activity is not counted as the fund's again.
/// </remarks>
internal static class IatiFile
{
    /// <summary>The bytes of the file; null when no table tells a period of money, since an activity must say when it began.</summary>
    public static byte[]? Write(ExportSource source)
    {
        if (source.FirstDay is not { } began)
        {
            return null;
        }

        var activity = new IatiActivity(source, began);
        var flows = new ExportedFlows(source);
        var root = new XElement(
            "iati-activities",
            new XAttribute("version", "2.03"),
            new XAttribute("generated-datetime", source.PublishedAt),
            new XComment(XmlText.Comment(source.Terms.En)),
            new XComment(XmlText.Comment(source.Terms.Es)),
            activity.OfFund(new IatiTransactions(source, flows).OfFund()),
            source.Organisations.Select(organisation =>
                activity.OfPartner(
                    organisation,
                    new IatiTransactions(source, flows).OfPartner(organisation),
                    IatiResults.Of(source, organisation)
                )
            )
        );
        var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, XmlText.Settings))
        {
            new XDocument(root).Save(writer);
        }

        return [.. text.ToArray(), (byte)'\n'];
    }

    /// <summary>Identifier of the fund's activity.</summary>
    public static string ActivityOf(ExportSource source) => $"{source.Reference}-fund";

    /// <summary>Identifier of a partner's activity.</summary>
    public static string ActivityOf(ExportSource source, string organisation) => $"{source.Reference}-{organisation}";

    /// <summary>A text in English, the file's language, and in Spanish where that differs.</summary>
    public static IEnumerable<XElement> Narratives(BilingualText text)
    {
        yield return new("narrative", XmlText.Clean(text.En));
        if (text.Es != text.En)
        {
            yield return new("narrative", new XAttribute(XNamespace.Xml + "lang", "es"), XmlText.Clean(text.Es));
        }
    }
}
