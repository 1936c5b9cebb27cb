using Impact.Web.Hosting;

namespace Impact.Web.Pages;

/// <summary>The addresses of the site: every page once in each language.</summary>
internal static class PageEndpoints
{
    /// <summary>Where a request says which variant of a page it asks for; only known variants are kept.</summary>
    public const string VariantItem = "page-variant";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this WebApplication app)
    {
        foreach (var language in (string[])["", "/es"])
        {
            var site = app.MapGroup(language);
            HomePage.Map(site);
            MethodologyPage.Map(site);
            FundPage.Map(site);
            OrganisationsPage.Map(site);
            OrganisationPage.Map(site);
            MetricPage.Map(site);
            ReconciliationPage.Map(site);
            PrivacyPage.Map(site);
            DataPage.Map(site);
            ReleasesPage.Map(site);
            ReleasePage.Map(site);
        }

        app.MapFallback("/{**path}", (HttpContext context, PageDesk desk) => desk.SendNotFoundAsync(context));
    }

    /// <summary>Maps a page that is read with GET or HEAD.</summary>
    public static void MapPage(this IEndpointRouteBuilder site, string route, Delegate send) =>
        site.MapMethods(route, Reading, send);
}
