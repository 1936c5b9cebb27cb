using System.IO.Compression;
using Impact.Core.Releases;
using Impact.Web.DataApi;
using Impact.Web.Feeds;
using Impact.Web.Pages;
using Microsoft.AspNetCore.ResponseCompression;

namespace Impact.Web.Hosting;

/// <summary>Puts the site together: what it is made of, and the order in which a request passes through it.</summary>
public static class ImpactSite
{
    // Beyond the usual web types: what a release holds as text.
    private static readonly string[] TextTypes =
    [
        "image/svg+xml",
        "text/csv",
        "text/markdown",
        "text/plain",
        "application/json",
        "application/atom+xml",
        "application/problem+json",
    ];

    /// <summary>Adds the shelf of releases, the page cache and the assets.</summary>
    public static WebApplicationBuilder AddImpactSite(this WebApplicationBuilder builder, SiteOptions options)
    {
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // The host tells a failed start with a stack trace; RunImpactSiteAsync tells it in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new ReleaseShelf(options.Releases, options.Trust));
        builder.Services.AddSingleton(SiteAssets.Load(Path.Combine(AppContext.BaseDirectory, "wwwroot")));
        builder.Services.AddSingleton<PageCache>();
        builder.Services.AddSingleton<PagePrinter>();
        builder.Services.AddSingleton<PageDesk>();
        builder.Services.AddDataApi();
        builder.Services.AddResponseCompression(compression =>
        {
            // Nothing on these pages is secret or echoes a visitor, so compressing them over TLS tells nothing.
            compression.EnableForHttps = true;
            compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Union(TextTypes, StringComparer.Ordinal);
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        return builder;
    }

    /// <summary>Maps headers, compression, pages, files, the interface for programs and the feeds.</summary>
    public static WebApplication UseImpactSite(this WebApplication app)
    {
        app.UseSafetyHeaders();
        app.UseCalmFaults();
        app.UseResponseCompression();
        app.MapAssets();
        app.MapHealth();
        app.MapReleaseArchive();
        app.MapReleaseFiles();
        app.MapDataApi();
        app.MapFeeds();
        app.MapDescription();
        app.MapPages();
        return app;
    }

    /// <summary>Runs until told to stop.</summary>
    /// <returns>0 when stopped; 2 when an address cannot be listened on.</returns>
    public static async Task<int> RunImpactSiteAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<SiteOptions>();
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException)
        {
            await Console.Error.WriteLineAsync(
                $"Cannot listen on {string.Join(';', options.Urls)}: the address is in use or not of this machine."
            );
            return SiteArguments.FaultExitCode;
        }
    }
}
