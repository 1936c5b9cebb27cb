using Impact.Core.Catalogue;

namespace Impact.Core.Releases.States;

/// <summary>One state of a release.</summary>
/// <param name="State">The state.</param>
/// <param name="Code">How the index writes it.</param>
/// <param name="Name">Its name in a few words.</param>
/// <param name="Owner">Who moves a release into it.</param>
/// <param name="Readers">What readers see, a sentence.</param>
/// <param name="FilesArePublic">Whether readers get its files.</param>
/// <param name="MayFollow">The states that a release may go to from here; none for the last.</param>
public sealed record ReleaseStateRule(
    ReleaseState State,
    string Code,
    BilingualText Name,
    BilingualText Owner,
    BilingualText Readers,
    bool FilesArePublic,
    IReadOnlyList<ReleaseState> MayFollow
);

/// <summary>The states of a release, each with who moves a release there; <c>docs/release-states.md</c> is written from this list.</summary>
public static class ReleaseStates
{
    private static readonly ReleaseStateRule Draft = new(
        ReleaseState.Draft,
        "draft",
        new("Draft", "Borrador"),
        new("Whoever builds releases of the fund", "Quien construye las versiones del fondo"),
        new("Nothing: it is in no list and has no address.", "Nada: no está en ninguna lista ni tiene dirección."),
        FilesArePublic: false,
        [ReleaseState.Published]
    );

    private static readonly ReleaseStateRule Published = new(
        ReleaseState.Published,
        "published",
        new("Published", "Publicada"),
        new(
            "Whoever publishes for the fund; the program itself where the release that replaced it is withdrawn",
            "Quien publica por el fondo; el propio programa cuando se retira la versión que la reemplazaba"
        ),
        new(
            "The fund's figures. At most one release is in this state: the newest that was not withdrawn.",
            "Las cifras del fondo. A lo sumo una versión está en este estado: la más reciente que no fue retirada."
        ),
        FilesArePublic: true,
        [ReleaseState.Deprecated, ReleaseState.Withdrawn, ReleaseState.WithdrawnForSafety]
    );

    private static readonly ReleaseStateRule Deprecated = new(
        ReleaseState.Deprecated,
        "deprecated",
        new("Replaced by a later one", "Reemplazada por una posterior"),
        new("The program, when a later release is published", "El programa, al publicarse una versión posterior"),
        new(
            "All of it at its own address, with a line that leads to the newest figures.",
            "Toda ella en su propia dirección, con una línea que lleva a las cifras más recientes."
        ),
        FilesArePublic: true,
        [ReleaseState.Published, ReleaseState.Withdrawn, ReleaseState.WithdrawnForSafety]
    );

    private static readonly ReleaseStateRule Withdrawn = new(
        ReleaseState.Withdrawn,
        "withdrawn",
        new("Withdrawn: do not use", "Retirada: no usar"),
        new("The fund, with a reason in English and Spanish", "El fondo, con un motivo en inglés y en español"),
        new(
            "All of it at its own address, as a record, with the reason and the warning that its figures must not be used.",
            "Toda ella en su propia dirección, como constancia, con el motivo y la advertencia de que sus cifras no deben usarse."
        ),
        FilesArePublic: true,
        [ReleaseState.WithdrawnForSafety]
    );

    private static readonly ReleaseStateRule WithdrawnForSafety = new(
        ReleaseState.WithdrawnForSafety,
        "withdrawn_for_safety",
        new("Withdrawn for safety: files deleted", "Retirada por seguridad: archivos borrados"),
        new(
            "The fund, with a reason that endangers nobody itself, in English and Spanish",
            "El fondo, con un motivo que por sí mismo no ponga en peligro a nadie, en inglés y en español"
        ),
        new(
            "The reason, the signed manifest and a signed tombstone. Every other file is deleted.",
            "El motivo, el manifiesto firmado y una constancia firmada. Todos los demás archivos están borrados."
        ),
        FilesArePublic: false,
        []
    );

    /// <summary>Every state, in the order of a release's life.</summary>
    public static IReadOnlyList<ReleaseStateRule> All { get; } =
    [Draft, Published, Deprecated, Withdrawn, WithdrawnForSafety];

    /// <summary>The row of a state.</summary>
    public static ReleaseStateRule Of(ReleaseState state) => All.First(rule => rule.State == state);
}
