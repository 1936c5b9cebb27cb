namespace Impact.Core.Catalogue;

/// <content>Faults of files and sources.</content>
public static partial class Faults
{
    /// <summary>A file is not there or cannot be opened.</summary>
    public static FaultKind FileUnreadable { get; } =
        new(
            "file-unreadable",
            new("the file cannot be read", "no se puede leer el archivo"),
            new("Nothing was changed.", "No se cambió nada."),
            new(
                "Check the path and the permissions, then run the same command again.",
                "Revise la ruta y los permisos y repita la orden."
            )
        );

    /// <summary>The columns are not the profile's.</summary>
    public static FaultKind FileColumns { get; } =
        new(
            "file-columns",
            new("the columns are not those of the profile", "las columnas no son las del perfil"),
            new(
                "The file is of another kind or another version, and guessing could misplace money.",
                "El archivo es de otro tipo o versión, y adivinar podría cambiar el dinero de lugar."
            ),
            new(
                "Choose the profile that fits ('impact profile list'), or ask the source what changed.",
                "Elija el perfil adecuado («impact profile list») o pregunte a la fuente qué cambió."
            )
        );

    /// <summary>A line cannot be read as a row.</summary>
    public static FaultKind FileBroken { get; } =
        new(
            "file-broken",
            new("a line is not a whole row", "una línea no es una fila completa"),
            new(
                "The file may be half-written or damaged; nothing of it was stored.",
                "El archivo puede estar a medio escribir o dañado; no se guardó nada."
            ),
            new(
                "Fetch the file again, or mend the named line.",
                "Vuelva a obtener el archivo o corrija la línea indicada."
            )
        );

    /// <summary>An XML file is not a bank statement that can be read.</summary>
    public static FaultKind StatementUnfit { get; } =
        new(
            "statement-unfit",
            new(
                "the XML file is not a bank statement that can be read",
                "el archivo XML no es un extracto bancario que se pueda leer"
            ),
            new(
                "A statement that is cut, of another version, or that does not add up could misplace money; nothing of it was stored.",
                "Un extracto cortado, de otra versión o que no cuadra podría cambiar el dinero de lugar; no se guardó nada."
            ),
            new(
                "Fetch the statement again from the bank as camt.053.001.02 or camt.053.001.08, whole and unchanged.",
                "Vuelva a obtener el extracto del banco como camt.053.001.02 o camt.053.001.08, completo y sin cambios."
            )
        );

    /// <summary>The file has a heading and no rows, or nothing at all.</summary>
    public static FaultKind FileEmpty { get; } =
        new(
            "file-empty",
            new("the file has no rows", "el archivo no tiene filas"),
            new("An empty file usually is a failed download.", "Un archivo vacío suele ser una descarga fallida."),
            new("Fetch the file again.", "Vuelva a obtener el archivo.")
        );

    /// <summary>A newer copy of a source lacks many rows that the ledger has.</summary>
    public static FaultKind SourceShrunk { get; } =
        new(
            "source-shrunk",
            new(
                "the file lacks many rows that an earlier file of this source had",
                "al archivo le faltan muchas filas que tenía un archivo anterior de esta fuente"
            ),
            new(
                "Rows that are gone would be taken back, and a half-written file looks the same.",
                "Las filas que faltan se anularían, y un archivo a medio escribir se ve igual."
            ),
            new(
                "Fetch the file again; if the source really removed them, add --accept-removals.",
                "Vuelva a obtener el archivo; si la fuente realmente las quitó, añada --accept-removals."
            )
        );

    /// <summary>The profile is not known.</summary>
    public static FaultKind ProfileUnknown { get; } =
        new(
            "profile-unknown",
            new("there is no such profile", "no existe ese perfil"),
            new("A profile says which column means what.", "Un perfil indica qué significa cada columna."),
            new("See 'impact profile list'.", "Consulte «impact profile list».")
        );
}
