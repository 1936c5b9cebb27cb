namespace Impact.Core.Catalogue;

/// <content>Faults of keys and releases.</content>
public static partial class Faults
{
    /// <summary>No trusted key was given.</summary>
    public static FaultKind TrustMissing { get; } =
        new(
            "trust-missing",
            new("no trusted key was given", "no se indicó una clave de confianza"),
            new(
                "A key found inside the release proves nothing.",
                "Una clave que viene dentro de la versión no prueba nada."
            ),
            new(
                "Give --trust with the folder of the fund's public keys.",
                "Indique --trust con la carpeta de claves públicas del fondo."
            )
        );

    /// <summary>A claim of a release does not hold.</summary>
    public static FaultKind ClaimFailed { get; } =
        new(
            "claim-failed",
            new("a claim of the release does not hold", "una afirmación de la versión no se cumple"),
            new("The files are not those that were signed.", "Los archivos no son los que se firmaron."),
            new(
                "Download the release again; if it still fails, tell the fund.",
                "Descargue la versión de nuevo; si vuelve a fallar, avise al fondo."
            )
        );

    /// <summary>The folder is no release.</summary>
    public static FaultKind ReleaseUnreadable { get; } =
        new(
            "release-unreadable",
            new("this is not a release that can be read", "esta no es una versión que se pueda leer"),
            new(
                "A release is a folder with manifest.json and manifest.sig.",
                "Una versión es una carpeta con manifest.json y manifest.sig."
            ),
            new("Check the path.", "Revise la ruta.")
        );

    /// <summary>Another program publishes for this fund.</summary>
    public static FaultKind ReleaseBusy { get; } =
        new(
            "release-busy",
            new("another program is publishing for this fund", "otro programa está publicando para este fondo"),
            new(
                "Two publications at once could take one version number.",
                "Dos publicaciones a la vez podrían tomar el mismo número de versión."
            ),
            new("Wait until it ends, then run the same command again.", "Espere a que termine y repita la orden.")
        );

    /// <summary>The next version's folder is taken by other content.</summary>
    public static FaultKind ReleaseConflict { get; } =
        new(
            "release-conflict",
            new(
                "the folder of the next version already holds something else",
                "la carpeta de la versión siguiente ya contiene otra cosa"
            ),
            new(
                "It was never listed, and a folder that may have been seen is never overwritten.",
                "Nunca se incluyó en la lista, y una carpeta que alguien pudo haber visto nunca se sobrescribe."
            ),
            new(
                "Look at the folder; if nobody has used it, move it away and publish again.",
                "Revise la carpeta; si nadie la ha usado, muévala a otro lugar y publique de nuevo."
            )
        );

    /// <summary>A release could not be written.</summary>
    public static FaultKind ReleaseUnwritten { get; } =
        new(
            "release-unwritten",
            new("the release could not be written", "no se pudo escribir la versión"),
            new("Readers still see the release before it.", "Los lectores siguen viendo la versión anterior."),
            new(
                "Check free disk space and permissions, then publish again.",
                "Revise el espacio en disco y los permisos y publique de nuevo."
            )
        );

    /// <summary>The private record of what a release was computed on is missing or damaged.</summary>
    public static FaultKind ReleaseBasis { get; } =
        new(
            "release-basis",
            new(
                "the private record of what a release was computed on cannot be read",
                "no se puede leer el registro privado de lo que usó una versión"
            ),
            new(
                "Without it later records could change what the release told of a gift, so nothing is computed.",
                "Sin él, registros posteriores podrían cambiar lo que esa versión contó de una donación; por eso no se calcula nada."
            ),
            new(
                "Restore the folder private/released from a backup of the data directory.",
                "Recupere la carpeta private/released de una copia de seguridad del directorio de datos."
            )
        );

    /// <summary>The fund has a key already.</summary>
    public static FaultKind KeyExists { get; } =
        new(
            "key-exists",
            new("the fund already has a key", "el fondo ya tiene una clave"),
            new(
                "A new key in its place would break every signature readers trust.",
                "Una clave nueva en su lugar invalidaría todas las firmas en que confían los lectores."
            ),
            new("Use the key that is there.", "Use la clave que ya existe.")
        );

    /// <summary>A key is missing or damaged.</summary>
    public static FaultKind KeyUnreadable { get; } =
        new(
            "key-unreadable",
            new("a key of the fund is missing or damaged", "falta una clave del fondo o está dañada"),
            new(
                "Without it the fund's tokens or signatures could not be continued.",
                "Sin ella no se podrían continuar las fichas ni las firmas del fondo."
            ),
            new(
                "Restore the key from the fund's safe copy; never make a new one in its place.",
                "Recupere la clave de la copia segura del fondo; nunca cree otra en su lugar."
            )
        );

    /// <summary>A fund's hand-overs from key to key are not right.</summary>
    public static FaultKind HandOverBroken { get; } =
        new(
            "hand-over-broken",
            new(
                "the hand-overs from key to key cannot be followed",
                "no se pueden seguir los relevos de una clave a otra"
            ),
            new(
                "Only a key that the trusted one leads to may have signed for the fund.",
                "Solo pudo firmar por el fondo una clave a la que lleva la de confianza."
            ),
            new(
                "Get hand-overs.txt and the public key anew, the key from the fund itself; if it still fails, tell the fund.",
                "Obtenga de nuevo hand-overs.txt y la clave pública, la clave del propio fondo; si vuelve a fallar, avise al fondo."
            )
        );

    /// <summary>The fund has no such release.</summary>
    public static FaultKind ReleaseUnknown { get; } =
        new(
            "release-unknown",
            new("the fund has published no such release", "el fondo no publicó esa versión"),
            new("Only a release that is in the index can be named.", "Solo se puede nombrar una versión del índice."),
            new("See 'impact release list FUND'.", "Consulte «impact release list FONDO».")
        );

    /// <summary>A release may not go from its state to the one that is asked for.</summary>
    public static FaultKind ReleaseState { get; } =
        new(
            "release-state",
            new("a release may not go from this state to that one", "una versión no puede pasar de un estado al otro"),
            new(
                "What readers were told of a release is not taken back by another word.",
                "Lo que se dijo a los lectores de una versión no se desdice con otra palabra."
            ),
            new("See docs/release-states.md.", "Consulte docs/release-states.md.")
        );

    /// <summary>What is to be published was withdrawn before.</summary>
    public static FaultKind ReleaseWithdrawn { get; } =
        new(
            "release-withdrawn",
            new(
                "the same figures were withdrawn in an earlier release",
                "las mismas cifras se retiraron en una versión anterior"
            ),
            new(
                "Published again under another number they would undo the withdrawal.",
                "Publicadas de nuevo con otro número, desharían la retirada."
            ),
            new(
                "Correct the records or the policy first, then publish again.",
                "Corrija primero los registros o la política y vuelva a publicar."
            )
        );

    /// <summary>A reason for a withdrawal may not be published.</summary>
    public static FaultKind ReasonUnfit { get; } =
        new(
            "reason-unfit",
            new(
                "the reason is empty, longer than 300 characters, of several lines, or holds an e-mail address or a long number",
                "el motivo está vacío, tiene más de 300 caracteres o varias líneas, o contiene una dirección de correo o un número largo"
            ),
            new(
                "It is published and stays: it must lead to no person and no account.",
                "Se publica y permanece: no debe llevar a ninguna persona ni cuenta."
            ),
            new(
                "Say in one or two sentences, in English and in Spanish, what is wrong, without a name, a place or a number.",
                "Diga en una o dos frases, en inglés y en español, qué está mal, sin nombres, lugares ni números."
            )
        );
}
