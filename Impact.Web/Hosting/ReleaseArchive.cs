using System.IO.Compression;
using Impact.Core.Releases;
using Microsoft.AspNetCore.Http.Features;

namespace Impact.Web.Hosting;

/// <summary>Packs a whole release while it is sent, so that one download can be checked offline.</summary>
internal static class ReleaseArchive
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Signed = ["manifest.json", "manifest.sig"];

    // What is compressed already only costs time to compress again.
    private static readonly string[] Packed = [".parquet", ".png", ".duckdb", ".xlsx"];

    public static void MapReleaseArchive(this WebApplication app) =>
        app.MapMethods("/{fund}/releases/{version}.zip", Reading, SendAsync);

    private static async Task SendAsync(HttpContext context, PageDesk desk, string fund, string version)
    {
        if (desk.Shelf.Open(fund, version) is not { } release)
        {
            await desk.SendAbsentAsync(context, fund, version);
            return;
        }

        var name = $"{release.Manifest.Fund.Id}-{release.Manifest.Version}";
        context.Response.ContentType = "application/zip";
        context.Response.Headers.CacheControl = CacheRules.Immutable;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.zip\"";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            // The archive writes its small headers and closing lists without waiting; the files themselves are awaited.
            context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            await PackAsync(release, name, context.Response.Body, context.RequestAborted);
        }
    }

    private static async Task PackAsync(Release release, string name, Stream target, CancellationToken stop)
    {
        await using var archive = await ZipArchive.CreateAsync(
            target,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            stop
        );
        foreach (var path in Signed)
        {
            await using var bytes = File.OpenRead(Path.Combine(release.Folder, path));
            await AddAsync(archive, release, ($"{name}/{path}", bytes), stop);
        }

        foreach (var file in release.Files)
        {
            await using var bytes = release.OpenFile(file.Path);
            await AddAsync(archive, release, ($"{name}/{file.Path}", bytes), stop);
        }
    }

    private static async Task AddAsync(
        ZipArchive archive,
        Release release,
        (string Name, Stream Bytes) file,
        CancellationToken stop
    )
    {
        var level = Packed.Contains(Path.GetExtension(file.Name), StringComparer.Ordinal)
            ? CompressionLevel.NoCompression
            : CompressionLevel.Fastest;
        var entry = archive.CreateEntry(file.Name, level);
        entry.LastWriteTime = release.Manifest.PublishedAt;
        await using var into = await entry.OpenAsync(stop);
        await file.Bytes.CopyToAsync(into, stop);
    }
}
