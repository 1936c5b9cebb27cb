using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Web.Feeds;

/// <summary>One entry of a feed.</summary>
/// <param name="Name">What names it for ever: fund, kind and number, never a text that may be put in better words.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">What happened.</param>
/// <param name="Updated">When, as published.</param>
/// <param name="Path">The page about it, without the language.</param>
internal sealed record FeedEntry(
    string Name,
    BilingualText Title,
    BilingualText Summary,
    DateTimeOffset Updated,
    string Path
)
{
    /// <summary>Bytes of an identifier.</summary>
    private const int IdBytes = 16;

    /// <summary>The identifier: a name-based UUID (RFC 9562, version 8) of the name, the same in every reading and on every site.</summary>
    public string Id => IdOf(Name);

    /// <summary>The identifier of a name.</summary>
    public static string IdOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"impact feed {name}"))[..IdBytes];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return string.Create(CultureInfo.InvariantCulture, $"urn:uuid:{new Guid(bytes, bigEndian: true):D}");
    }
}
