using Impact.Core.Releases;
using Microsoft.Net.Http.Headers;

namespace Impact.Web.Hosting;

/// <summary>Serves the files of releases as published: the bytes that were signed, for ever.</summary>
internal static class ReleaseFiles
{
    private const string Octets = "application/octet-stream";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] IndexNames = ["index.json", "index.sig", "hand-overs.txt"];
    private static readonly string[] ManifestNames = ["manifest.json", "manifest.sig"];

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".csv"] = "text/csv; charset=utf-8; header=present",
        [".parquet"] = "application/vnd.apache.parquet",
        [".duckdb"] = Octets,
        [".json"] = "application/json",
        [".jsonld"] = "application/ld+json",
        [".xml"] = "application/xml; charset=utf-8",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".sig"] = Octets,
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
    };

    // Tables and databases are saved under a name that still says what they are; the rest opens in the browser.
    private static readonly string[] Saved = [".csv", ".parquet", ".duckdb", ".xlsx"];

    public static void MapReleaseFiles(this WebApplication app)
    {
        app.MapMethods("/{fund}/releases/{version}/{**path}", Reading, SendAsync);
        foreach (var name in IndexNames)
        {
            app.MapMethods(
                $"/{{fund}}/releases/{name}",
                Reading,
                (HttpContext context, PageDesk desk, SiteOptions options, string fund) =>
                    SendIndexAsync(context, desk, options, (fund, name))
            );
        }
    }

    private static async Task SendAsync(HttpContext context, PageDesk desk, string fund, string version, string? path)
    {
        if (path is null || desk.Shelf.Open(fund, version) is not { } release)
        {
            await SendRemainsAsync(context, desk, (fund, version, path ?? string.Empty));
            return;
        }

        if (ManifestNames.Contains(path, StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(release.Folder, path), context.RequestAborted);
            var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            Prepare(context, CacheRules.Immutable);
            await TypedResults.Bytes(bytes, TypeOf(path), entityTag: Tag(context, path, digest)).ExecuteAsync(context);
            return;
        }

        if (
            release.Files.FirstOrDefault(file => string.Equals(file.Path, path, StringComparison.Ordinal))
            is not { } entry
        )
        {
            await desk.SendNotFoundAsync(context);
            return;
        }

        await SendFileAsync(context, release, entry, CacheRules.Immutable);
    }

    /// <summary>Sends a file of a release, byte for byte.</summary>
    public static Task SendFileAsync(HttpContext context, Release release, ReleaseFile file, string cacheRule)
    {
        var stream = release.OpenFile(file.Path);
        Prepare(context, cacheRule);
        NameFile(context, release, file.Path);
        return TypedResults
            .Stream(
                stream,
                TypeOf(file.Path),
                entityTag: Tag(context, file.Path, file.Sha256),
                enableRangeProcessing: true
            )
            .ExecuteAsync(context);
    }

    /// <summary>What stays of a release that was withdrawn for safety; for every other file of it the page that says so.</summary>
    private static async Task SendRemainsAsync(
        HttpContext context,
        PageDesk desk,
        (string Fund, string Version, string Path) asked
    )
    {
        if (desk.Shelf.Remains(asked.Fund, asked.Version, asked.Path) is not { } bytes)
        {
            await desk.SendAbsentAsync(context, asked.Fund, asked.Version);
            return;
        }

        Prepare(context, CacheRules.Brief);
        await TypedResults.Bytes(bytes, TypeOf(asked.Path)).ExecuteAsync(context);
    }

    private static async Task SendIndexAsync(
        HttpContext context,
        PageDesk desk,
        SiteOptions options,
        (string Fund, string Name) asked
    )
    {
        // Asking the shelf first checks both the name and the signature.
        if (desk.Shelf.Index(asked.Fund) is not { } index)
        {
            await desk.SendNotFoundAsync(context);
            return;
        }

        var path = Path.Combine(options.Releases, index.Fund, asked.Name);
        if (!File.Exists(path))
        {
            // A fund that has always had one key has no hand-overs.
            await desk.SendNotFoundAsync(context);
            return;
        }

        Prepare(context, CacheRules.Brief);
        await TypedResults
            .Bytes(await File.ReadAllBytesAsync(path, context.RequestAborted), TypeOf(asked.Name))
            .ExecuteAsync(context);
    }

    /// <summary>Sets the headers of what programs read.</summary>
    public static void Prepare(HttpContext context, string cacheRule)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = cacheRule;
        headers.ContentSecurityPolicy = SafetyHeaders.FilePolicy;
        // Public data: notebooks in a browser may read it, and drawings may stand in other pages.
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static void NameFile(HttpContext context, Release release, string path)
    {
        if (Saved.Contains(Path.GetExtension(path), StringComparer.Ordinal))
        {
            var name = $"{release.Manifest.Fund.Id}-{release.Manifest.Version}-{Path.GetFileName(path)}";
            context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
            {
                FileName = name,
            }.ToString();
        }
    }

    /// <summary>A compressed copy is another sequence of bytes: its tag is weak, the tag of the bytes themselves is strong.</summary>
    public static EntityTagHeaderValue Tag(HttpContext context, string path, string sha256)
    {
        var text = Path.GetExtension(path) is ".csv" or ".json" or ".svg" or ".txt" or ".md";
        var packed =
            text && context.Request.Headers.AcceptEncoding.Count > 0 && context.Request.Headers.Range.Count == 0;
        return new($"\"{sha256}\"", isWeak: packed);
    }

    private static string TypeOf(string path) => Types.GetValueOrDefault(Path.GetExtension(path), Octets);
}
