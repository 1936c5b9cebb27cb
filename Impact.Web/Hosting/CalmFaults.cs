using Impact.Core.Catalogue;
using Impact.Web.DataApi;
using Impact.Web.Pages;

namespace Impact.Web.Hosting;

/// <summary>What a reader sees when a release fails its check or something of ours breaks: one calm page or problem, no detail.</summary>
internal static class CalmFaults
{
    public static void UseCalmFaults(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Impact.Web");
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (FaultException error) when (!context.Response.HasStarted)
                {
                    log.LogError("A release failed its check and is not served: {Fault}", error.Message);
                    await SendAsync(context, FaultPage.Unchecked(), Faults.ApiReleaseUnchecked);
                }
                catch (Exception error) when (!context.Response.HasStarted && error is not OperationCanceledException)
                {
                    log.LogError(error, "A page could not be made");
                    await SendAsync(context, FaultPage.Broken(), Faults.ApiBroken);
                }
            }
        );
    }

    private static Task SendAsync(HttpContext context, Page page, FaultKind kind)
    {
        context.Response.Headers.Remove("ETag");
        context.Response.Headers.Remove("Link");
        if (context.Request.Path.StartsWithSegments(ApiEndpoints.Root, StringComparison.Ordinal))
        {
            return ApiDesk.RefuseAsync(context, new(page.Status, kind, context.Request.Path));
        }

        return context.RequestServices.GetRequiredService<PageDesk>().SendPlainAsync(context, page);
    }
}
