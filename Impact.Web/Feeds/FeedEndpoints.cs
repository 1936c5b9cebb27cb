using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Web.Hosting;
using Impact.Web.Wording;

namespace Impact.Web.Feeds;

/// <summary>The feeds, in English and under <c>/es</c> in Spanish.</summary>
internal static class FeedEndpoints
{
    /// <summary>The feed of releases, without the language.</summary>
    public const string Releases = "/feeds/releases.atom";

    /// <summary>The feed of corrections, without the language.</summary>
    public const string Corrections = "/feeds/corrections.atom";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static BilingualText ReleasesTitle { get; } = new("Impact: releases", "Impact: versiones");

    public static BilingualText CorrectionsTitle { get; } =
        new("Impact: corrections and withdrawals", "Impact: correcciones y retiros");

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var language in (string[])["", "/es"])
        {
            Map(app, language + Releases, "releases", ReleasesTitle, FeedEntries.Releases);
            Map(app, language + Corrections, "corrections", CorrectionsTitle, FeedEntries.Corrections);
        }
    }

    private static void Map(
        WebApplication app,
        string route,
        string name,
        BilingualText title,
        Func<ReleaseShelf, IReadOnlyList<FeedEntry>> find
    ) =>
        app.MapMethods(
                route,
                Reading,
                (HttpContext context, ReleaseShelf shelf, SiteOptions options) =>
                {
                    var reader = Reader.Of(context.Request.Path, options.Address);
                    var bytes = AtomText.Write(name, reader.Say(title), find(shelf), reader);
                    ReleaseFiles.Prepare(context, CacheRules.Brief);
                    var tag = ReleaseFiles.Tag(context, ".txt", Convert.ToHexStringLower(SHA256.HashData(bytes)));
                    return TypedResults.Bytes(bytes, AtomText.MediaType, entityTag: tag);
                }
            )
            .WithSummary(title.En)
            .Produces<string>(contentType: AtomText.MediaType);
}
