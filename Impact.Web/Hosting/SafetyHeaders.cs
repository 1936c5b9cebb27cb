namespace Impact.Web.Hosting;

/// <summary>Headers that every answer carries: nothing is loaded from elsewhere, nothing is told to others.</summary>
internal static class SafetyHeaders
{
    /// <summary>Pages: own style, pictures and fonts; no script at all, no frame, no form.</summary>
    public const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Files of a release opened by themselves: a drawing may bring its own type and style, and nothing runs.</summary>
    public const string FilePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox";

    public static void UseSafetyHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = PagePolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                return next(context);
            }
        );
}
