using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>How the version goes on, and why: decided by what has changed and by the corrections register alone.</summary>
/// <param name="Level"><c>first</c>, <c>major</c>, <c>minor</c> or <c>patch</c>.</param>
/// <param name="Why">The reason, as a reader is told it.</param>
internal sealed record VersionStep(string Level, BilingualText Why)
{
    private const string Major = "major";
    private const string Patch = "patch";

    /// <summary>A fund's first release.</summary>
    public static VersionStep First { get; } =
        new("first", new("It is the fund's first release.", "Es la primera versión del fondo."));

    /// <summary>A release that can be compared with none: the tables of all before it were deleted for safety.</summary>
    public static VersionStep Unknown { get; } =
        new(
            Major,
            new(
                "The tables of the releases before are deleted for safety, so nothing tells what has changed.",
                "Las tablas de las versiones anteriores se eliminaron por seguridad, así que nada dice qué cambió."
            )
        );

    /// <summary>Decides for a release that is compared with the one before it.</summary>
    public static VersionStep Of(ReleaseComparison comparison)
    {
        var lost = comparison.Structure.Count(change => change.IsLoss);
        var redefined = comparison.Structure.Count(change => change.Kind == "definition_changed");
        if (lost + redefined > 0)
        {
            return new(
                Major,
                Text(
                    $"{lost} rows, figures or tables were removed or withdrawn, and {redefined} definitions changed.",
                    $"Se eliminaron o retiraron {lost} filas, cifras o tablas, y cambiaron {redefined} definiciones."
                )
            );
        }

        var isCorrection =
            comparison.Cells.Count > 0
            && !comparison.HasAdditions
            && comparison.Cells.All(change => change.Reason == Reasons.Correction);
        return isCorrection
            ? new(
                Patch,
                Text(
                    $"{comparison.Cells.Count} cells changed, each by a correction in the register, and nothing was added.",
                    $"Cambiaron {comparison.Cells.Count} celdas, cada una por una corrección del registro, y no se añadió nada."
                )
            )
            : new(
                "minor",
                Text(
                    $"{comparison.Cells.Count} cells changed or figures were added; nothing was removed or defined anew.",
                    $"Cambiaron {comparison.Cells.Count} celdas o se añadieron cifras; nada se eliminó ni se redefinió."
                )
            );
    }

    /// <summary>The version after another by this step.</summary>
    public ReleaseVersion After(ReleaseVersion version) =>
        Level switch
        {
            Major => version.NextMajor,
            Patch => version.NextPatch,
            _ => version.NextMinor,
        };

    private static BilingualText Text(FormattableString en, FormattableString es) =>
        new(en.ToString(CultureInfo.InvariantCulture), es.ToString(CultureInfo.InvariantCulture));
}
