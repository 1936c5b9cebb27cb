namespace Impact.Web.Pages;

/// <summary>Nothing to show but the words.</summary>
public sealed record NotFoundModel;

/// <summary>The calm answer when an address leads nowhere.</summary>
public sealed partial class NotFoundPage : PageView<NotFoundModel>
{
    internal static Page Of() =>
        new(
            typeof(NotFoundPage),
            new(
                new("Page not found", "Página no encontrada"),
                new("There is no page at this address.", "No hay ninguna página en esta dirección.")
            ),
            new NotFoundModel()
        )
        {
            Status = StatusCodes.Status404NotFound,
        };
}
