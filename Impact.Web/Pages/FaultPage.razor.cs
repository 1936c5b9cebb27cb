using Impact.Core.Catalogue;

namespace Impact.Web.Pages;

/// <summary>What a fault page says.</summary>
/// <param name="Heading">What happened.</param>
/// <param name="Explanation">What it means for the reader.</param>
public sealed record FaultModel(BilingualText Heading, BilingualText Explanation);

/// <summary>The calm answer when something cannot be shown; it never tells a detail.</summary>
public sealed partial class FaultPage : PageView<FaultModel>
{
    /// <summary>A release's signature or digest does not match.</summary>
    internal static Page Unchecked() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            new("This release does not pass its check", "Esta versión no supera su comprobación"),
            new(
                "Its files are not the ones that were signed, so nothing of it is shown. The fund’s operator has been told in the log.",
                "Sus archivos no son los que se firmaron, por eso no se muestra nada. El aviso consta en el registro del operador del fondo."
            )
        );

    /// <summary>Something of ours broke.</summary>
    internal static Page Broken() =>
        Of(
            StatusCodes.Status500InternalServerError,
            new("This page could not be made", "No se pudo crear esta página"),
            new("The fault is ours. Please try again later.", "La falla es nuestra. Intente de nuevo más tarde.")
        );

    private static Page Of(int status, BilingualText heading, BilingualText explanation) =>
        new(typeof(FaultPage), new(heading, explanation), new FaultModel(heading, explanation)) { Status = status };
}
