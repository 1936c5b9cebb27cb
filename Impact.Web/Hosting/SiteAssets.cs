using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Impact.Web.Hosting;

/// <summary>Style, fonts and icon, held in memory under an address that changes when any of them does.</summary>
public sealed class SiteAssets
{
    // Twelve hexadecimal digits, forty-eight bits, tell one build's assets from another's.
    private const int FingerprintLength = 12;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".svg"] = "image/svg+xml",
    };

    private readonly IReadOnlyDictionary<string, byte[]> _files;

    private SiteAssets(IReadOnlyDictionary<string, byte[]> files, string fingerprint)
    {
        _files = files;
        Fingerprint = fingerprint;
    }

    /// <summary>Twelve hexadecimal digits of the digest over all assets.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads every asset.</summary>
    /// <param name="folder">The folder <c>wwwroot</c> beside the program.</param>
    /// <exception cref="DirectoryNotFoundException">The build left no such folder.</exception>
    public static SiteAssets Load(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
                File.ReadAllBytes,
                StringComparer.Ordinal
            );
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            digest.AppendData(bytes);
        }

        return new(files, Convert.ToHexStringLower(digest.GetHashAndReset())[..FingerprintLength]);
    }

    /// <summary>Address of an asset on this site.</summary>
    /// <param name="name">Path below <c>wwwroot</c>.</param>
    public string Link(string name) => $"/assets/{Fingerprint}/{name}";

    internal Results<FileContentHttpResult, NotFound> Send(HttpContext context, string fingerprint, string name)
    {
        if (
            !string.Equals(fingerprint, Fingerprint, StringComparison.Ordinal)
            || !_files.TryGetValue(name, out var bytes)
        )
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = CacheRules.Immutable;
        var type = Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        return TypedResults.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Fingerprint}\"", isWeak: true));
    }
}

/// <summary>How long answers may be kept.</summary>
internal static class CacheRules
{
    /// <summary>For ever: 31,536,000 seconds, one year, is the longest that caches honour.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>One minute, then ask again: a withdrawal must reach readers quickly.</summary>
    public const string Brief = "public, max-age=60, must-revalidate";
}

/// <summary>Maps the assets and the health answer.</summary>
internal static class AssetEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAssets(this WebApplication app) =>
        app.MapMethods(
            "/assets/{fingerprint}/{**name}",
            Reading,
            (SiteAssets assets, HttpContext context, string fingerprint, string name) =>
                assets.Send(context, fingerprint, name)
        );

    public static void MapHealth(this WebApplication app) =>
        app.MapMethods(
            "/health",
            Reading,
            (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return TypedResults.Text("ok");
            }
        );
}
