using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>Releases of a fund that were withdrawn.</summary>
/// <param name="Fund">The fund's identifier.</param>
/// <param name="Explanation">What it means for the reader.</param>
/// <param name="Entries">Their entries in the signed index, newest first, at least one.</param>
public sealed record WithdrawnModel(string Fund, BilingualText Explanation, IReadOnlyList<ReleaseIndexEntry> Entries)
{
    /// <summary>Path of what stays of a release.</summary>
    public string FilePath(ReleaseIndexEntry entry, string file) => $"/{Fund}/releases/{entry.Version}/{file}";
}

/// <summary>The calm answer in the place of what was withdrawn: why, since when, and what stays. It is never kept in a cache.</summary>
public sealed partial class WithdrawnPage : PageView<WithdrawnModel>
{
    private static readonly BilingualText Deleted = new(
        "It could have endangered people, so its files were deleted. Please delete your copies, too.",
        "Podía poner en peligro a personas, por eso se borraron sus archivos. Borre también sus copias."
    );

    private static readonly BilingualText Nothing = new(
        "Every release of this fund was withdrawn. New figures appear here when the fund publishes them.",
        "Todas las versiones de este fondo se retiraron. Cuando el fondo publique cifras nuevas, aparecerán aquí."
    );

    /// <summary>In the place of one release that was withdrawn for safety.</summary>
    internal static Page ForSafety(ReleaseIndex index, ReleaseIndexEntry entry, FundReading? fund) =>
        Of(
            new(
                $"Release {entry.Version} was withdrawn for safety",
                $"La versión {entry.Version} se retiró por seguridad"
            ),
            new(index.Fund, Deleted, [entry]),
            fund
        );

    /// <summary>In the place of a fund's pages when none of its releases may be used.</summary>
    internal static Page Everything(ReleaseIndex index) =>
        Of(
            new("No figures of this fund may be used now", "Ninguna cifra de este fondo puede usarse ahora"),
            new(index.Fund, Nothing, [.. index.Versions.Where(entry => entry.Reason is not null).Reverse()]),
            fund: null
        );

    private static Page Of(BilingualText title, WithdrawnModel model, FundReading? fund) =>
        new(typeof(WithdrawnPage), new(title, model.Explanation, fund, "releases"), model)
        {
            Status = StatusCodes.Status410Gone,
        };
}
