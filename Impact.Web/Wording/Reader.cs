using Impact.Core.Catalogue;

namespace Impact.Web.Wording;

/// <summary>The reader of one page: the language it is read in and where on the site the reader is.</summary>
/// <param name="Language">The language of the page.</param>
/// <param name="Path">The page's path without the language, for example <c>/fund/data</c>; <c>/</c> is the list of funds.</param>
/// <param name="Address">Public address of the site without a slash at its end, or empty.</param>
public sealed record Reader(Language Language, string Path, string Address)
{
    private const string SpanishPrefix = "/es";

    /// <summary>The language tag of the page: <c>en</c> or <c>es</c>.</summary>
    public string Tag => TagOf(Language);

    /// <summary>The other language.</summary>
    public Language Other => Language == Language.English ? Language.Spanish : Language.English;

    /// <summary>The language tag of a language, as HTML and the release's chart files write it.</summary>
    public static string TagOf(Language language) => language == Language.Spanish ? "es" : "en";

    /// <summary>The reader whom a request path belongs to.</summary>
    /// <param name="path">The path as requested; Spanish ones begin with <c>/es</c>.</param>
    /// <param name="address">Public address of the site, or empty.</param>
    public static Reader Of(string path, string address)
    {
        var spanish =
            path.Equals(SpanishPrefix, StringComparison.Ordinal)
            || path.StartsWith(SpanishPrefix + "/", StringComparison.Ordinal);
        var neutral = (spanish ? path[SpanishPrefix.Length..] : path).TrimEnd('/');
        return new(spanish ? Language.Spanish : Language.English, neutral.Length == 0 ? "/" : neutral, address);
    }

    /// <summary>The text in the reader's language.</summary>
    public string Say(string en, string es) => Language == Language.Spanish ? es : en;

    /// <summary>The text in the reader's language.</summary>
    public string Say(BilingualText text) => text.In(Language);

    /// <summary>A link to a page of this site in the reader's language.</summary>
    /// <param name="path">Path without the language, from <c>/</c>; its variable parts are escaped already.</param>
    public string Link(string path) => LinkIn(Language, path);

    /// <summary>The whole address of this page in a language, as search engines should know it.</summary>
    public string Canonical(Language language) => Address + LinkIn(language, Path);

    /// <summary>This page in the other language.</summary>
    public string OtherLink => LinkIn(Other, Path);

    private static string LinkIn(Language language, string path) =>
        language == Language.English ? path
        : path is "/" ? SpanishPrefix
        : SpanishPrefix + path;
}
