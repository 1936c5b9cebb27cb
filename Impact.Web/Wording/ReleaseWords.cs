using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Web.Wording;

/// <summary>Words for states of releases and outcomes of checks.</summary>
public static class ReleaseWords
{
    /// <summary>A state in a few words.</summary>
    public static BilingualText State(ReleaseState state) =>
        state switch
        {
            ReleaseState.Published => new("Published", "Publicada"),
            ReleaseState.Deprecated => new("Replaced by a later one", "Reemplazada por una posterior"),
            ReleaseState.Withdrawn => new("Withdrawn: do not use", "Retirada: no usar"),
            ReleaseState.WithdrawnForSafety => new(
                "Withdrawn for safety: files deleted",
                "Retirada por seguridad: archivos borrados"
            ),
            _ => new("Draft", "Borrador"),
        };

    /// <summary>An outcome in a few words.</summary>
    public static BilingualText Outcome(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Passed => new("Passed", "Superada"),
            CheckOutcome.Warning => new("Warning", "Advertencia"),
            _ => new("Not checked", "No comprobada"),
        };
}
