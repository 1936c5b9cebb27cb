using Impact.Web.Hosting;

namespace Impact.Web.Pages;

/// <summary>Nothing but words and code lists.</summary>
public sealed record MethodologyModel;

/// <summary>The page <c>/methodology</c>: how figures come to be, what is exact, what is absent, and what the symbols mean.</summary>
public sealed partial class MethodologyPage : PageView<MethodologyModel>
{
    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage("/methodology", (HttpContext context, PageDesk desk) => desk.SendAsync(context, [], Find));

    private static Page Find() =>
        new(
            typeof(MethodologyPage),
            new(
                new("How this works", "Cómo funciona"),
                new(
                    "Where the figures come from, what is exact, and what is never published.",
                    "De dónde vienen las cifras, qué es exacto y qué no se publica nunca."
                ),
                Section: "methodology"
            ),
            new MethodologyModel()
        );
}
