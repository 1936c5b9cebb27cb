using System.IO.Compression;
using Impact.Core.Releases;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.Net.Http.Headers;

namespace Impact.Web.Hosting;

/// <summary>Answers a request for a page: from the cache where the release is unchanged, else printed now.</summary>
internal sealed class PageDesk(
    ReleaseShelf shelf,
    PageCache cache,
    PagePrinter printer,
    SiteOptions options,
    SiteAssets assets
)
{
    // Fast enough to print while the first reader waits, and within a few per cent of the smallest.
    private const CompressionLevel Level = CompressionLevel.Optimal;

    public ReleaseShelf Shelf => shelf;

    /// <summary>Answers with a page that depends on no fund or on several.</summary>
    public Task SendAsync(HttpContext context, IEnumerable<ReleaseIndex> dependsOn, Func<Page> page) =>
        SendStampedAsync(context, Stamp.Of(dependsOn, $"{options.Address} {assets.Fingerprint}"), page);

    /// <summary>Answers with a page of a fund's newest release, or says calmly that there is none.</summary>
    public Task SendFundAsync(HttpContext context, string fund, Func<FundReading, Page?> page) =>
        shelf.Index(fund) is not { } index ? SendNotFoundAsync(context)
        : shelf.Latest(fund) is { } release
            ? SendAsync(context, [index], () => page(new(index, release)) ?? NotFoundPage.Of())
        : index.Versions.Any(entry => entry.Reason is not null)
            ? SendPlainAsync(context, WithdrawnPage.Everything(index))
        : SendNotFoundAsync(context);

    /// <summary>Says calmly that a release was withdrawn for safety, and why.</summary>
    public Task SendGoneAsync(HttpContext context, ReleaseIndex index, ReleaseIndexEntry entry)
    {
        var newest = shelf.Latest(index.Fund);
        return SendPlainAsync(
            context,
            WithdrawnPage.ForSafety(index, entry, newest is null ? null : new(index, newest))
        );
    }

    /// <summary>Answers for a release that is not given out: gone where it was withdrawn for safety, else not there.</summary>
    public Task SendAbsentAsync(HttpContext context, string fund, string version) =>
        shelf.Index(fund) is { } index
        && index.Versions.FirstOrDefault(one => string.Equals(one.Version, version, StringComparison.Ordinal))
            is { State: ReleaseState.WithdrawnForSafety } entry
            ? SendGoneAsync(context, index, entry)
            : SendNotFoundAsync(context);

    /// <summary>Says calmly that there is no such page.</summary>
    public Task SendNotFoundAsync(HttpContext context) => SendPlainAsync(context, NotFoundPage.Of());

    /// <summary>Answers with a page that is never kept.</summary>
    public async Task SendPlainAsync(HttpContext context, Page page)
    {
        var reader = Reader.Of(context.Request.Path, options.Address);
        context.Response.Headers.CacheControl = "no-store";
        await SendBytesAsync(context, await PrintAsync(page, reader), etag: null);
    }

    private async Task SendStampedAsync(HttpContext context, string stamp, Func<Page> find)
    {
        var reader = Reader.Of(context.Request.Path, options.Address);
        var key = $"{stamp} {reader.Tag} {reader.Path} {context.Items[PageEndpoints.VariantItem]}";
        var printed = cache.Find(key);
        if (printed is null)
        {
            var page = find();
            if (page.Status != StatusCodes.Status200OK)
            {
                // Addresses that do not exist are endless: keeping their answers would fill the cache.
                await SendPlainAsync(context, page);
                return;
            }

            printed = await PrintAsync(page, reader);
            cache.Keep(key, printed);
        }

        context.Response.Headers.CacheControl = CacheRules.Brief;
        await SendBytesAsync(context, printed, new EntityTagHeaderValue($"\"{stamp}\"", isWeak: true));
    }

    private async Task<PrintedPage> PrintAsync(Page page, Reader reader)
    {
        var html = await printer.PrintAsync(page, reader);
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, Level, leaveOpen: true))
        {
            await brotli.WriteAsync(html);
        }

        return new(html, packed.ToArray(), page.Status);
    }

    private static async Task SendBytesAsync(HttpContext context, PrintedPage page, EntityTagHeaderValue? etag)
    {
        var response = context.Response;
        var headers = context.Request.GetTypedHeaders();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (etag is not null)
        {
            response.GetTypedHeaders().ETag = etag;
            if (
                headers.IfNoneMatch.Any(known =>
                    known.Compare(etag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)
                )
            )
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        var brotli = headers.AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is null or > 0);
        var bytes = brotli ? page.Brotli : page.Html;
        response.StatusCode = page.Status;
        response.ContentType = "text/html; charset=utf-8";
        if (brotli)
        {
            response.Headers.ContentEncoding = "br";
            response.ContentLength = bytes.Length;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes);
        }
    }
}
