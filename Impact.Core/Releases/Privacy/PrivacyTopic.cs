using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Privacy;

/// <summary>One thing that the certificate must say.</summary>
/// <param name="Id">Short code, for tests and links; never shown.</param>
/// <param name="Text">One line, in English and Spanish.</param>
public sealed record PrivacyTopic(string Id, BilingualText Text)
{
    internal static PrivacyTopic Of(string id, string english, string spanish) => new(id, new(english, spanish));
}
