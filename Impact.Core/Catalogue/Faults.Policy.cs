namespace Impact.Core.Catalogue;

/// <content>Faults of the disclosure policy.</content>
public static partial class Faults
{
    /// <summary>The policy file is wrong.</summary>
    public static FaultKind PolicyFile { get; } =
        new(
            "policy-file",
            new("the policy file is not right", "el archivo de la política no es correcto"),
            new(
                "Every number in it has a floor or a ceiling, and nothing turns protection off.",
                "Cada número tiene un mínimo o un máximo, y nada desactiva la protección."
            ),
            new("Compare it with docs/policy.md and its schema.", "Compárelo con docs/policy.md y su esquema.")
        );

    /// <summary>No policy has the digest.</summary>
    public static FaultKind PolicyUnknown { get; } =
        new(
            "policy-unknown",
            new(
                "the fund has kept no such policy, or it was altered",
                "el fondo no conserva esa política, o fue alterada"
            ),
            new(
                "Without the policy it is not known what may be shown, so nothing is.",
                "Sin la política no se sabe qué puede mostrarse, así que no se muestra nada."
            ),
            new(
                "Give the fund its policy with 'impact fund policy', or restore its folder.",
                "Dé al fondo su política con «impact fund policy» o recupere su carpeta."
            )
        );

    /// <summary>Name and version are another policy's.</summary>
    public static FaultKind PolicyVersion { get; } =
        new(
            "policy-version",
            new("another policy has this name and version already", "otra política ya tiene ese nombre y esa versión"),
            new(
                "Releases name a policy by them, and a policy is never edited.",
                "Las versiones nombran así la política, y una política nunca se edita."
            ),
            new("Raise the version, and sign anew.", "Aumente la versión y firme de nuevo.")
        );

    /// <summary>A running series would change.</summary>
    public static FaultKind PolicySeries { get; } =
        new(
            "policy-series",
            new("the policy would change what is running already", "la política cambiaría lo que ya está en curso"),
            new(
                "Lifetime, unit and the noise of a running series were promised for the fund's life.",
                "El presupuesto, la unidad y el ruido de una serie en curso se prometieron para toda la vida del fondo."
            ),
            new(
                "Leave these as they are; thresholds and tables that have not begun may change.",
                "Déjelos como están; los umbrales y las tablas no empezadas pueden cambiar."
            )
        );
}
