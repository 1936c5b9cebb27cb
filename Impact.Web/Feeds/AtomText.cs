using System.Globalization;
using System.Text;
using System.Xml;
using Impact.Web.Wording;

namespace Impact.Web.Feeds;

/// <summary>Writes a feed as Atom 1.0 (RFC 4287).</summary>
internal static class AtomText
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml";

    private const string Space = "http://www.w3.org/2005/Atom";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The bytes of a feed; the same entries give the same bytes.</summary>
    /// <param name="name">The feed's own name, from which its identifier follows.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="entries">Newest first; may be none.</param>
    /// <param name="reader">The reader: language, address of the feed, address of the site.</param>
    public static byte[] Write(string name, string title, IReadOnlyList<FeedEntry> entries, Reader reader)
    {
        using var memory = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                memory,
                new()
                {
                    Encoding = Utf8,
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            xml.WriteStartElement("feed", Space);
            xml.WriteAttributeString("xml", "lang", ns: null, reader.Tag);
            Text(xml, "id", FeedEntry.IdOf($"{name} {reader.Tag}"));
            Text(xml, "title", title);
            Text(xml, "updated", Moment(entries.Count > 0 ? entries[0].Updated : DateTimeOffset.UnixEpoch));
            Link(xml, "self", reader.Canonical(reader.Language));
            Link(xml, "alternate", reader.Address + reader.Link("/"));
            Author(xml, "Impact");
            foreach (var entry in entries)
            {
                Entry(xml, entry, reader);
            }

            xml.WriteEndElement();
        }

        return memory.ToArray();
    }

    private static void Entry(XmlWriter xml, FeedEntry entry, Reader reader)
    {
        xml.WriteStartElement("entry", Space);
        Text(xml, "id", entry.Id);
        Text(xml, "title", reader.Say(entry.Title));
        Text(xml, "updated", Moment(entry.Updated));
        Link(xml, "alternate", reader.Address + reader.Link(entry.Path));
        Text(xml, "summary", reader.Say(entry.Summary));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string element, string text) =>
        xml.WriteElementString(element, Space, text);

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Space);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Space);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
