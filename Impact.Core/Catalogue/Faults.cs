namespace Impact.Core.Catalogue;

/// <summary>Every fault a program of Impact may report; <c>docs/faults.md</c> lists them and a test holds the two together.</summary>
public static partial class Faults
{
    /// <summary>The fund is not in the data directory.</summary>
    public static FaultKind FundUnknown { get; } =
        new(
            "fund-unknown",
            new("there is no such fund here", "aquí no existe ese fondo"),
            new("Every record belongs to one fund.", "Cada registro pertenece a un fondo."),
            new(
                "See 'impact fund list', or make it with 'impact fund init'.",
                "Consulte «impact fund list» o créelo con «impact fund init»."
            )
        );

    /// <summary>No record has the identifier.</summary>
    public static FaultKind RecordUnknown { get; } =
        new(
            "record-unknown",
            new("no record of this fund has this identifier", "ningún registro de este fondo tiene ese identificador"),
            new(
                "A record is found by the whole identifier its source gave it.",
                "Un registro se encuentra por el identificador completo que le dio su fuente."
            ),
            new(
                "Write it as the file has it; for a partner's row put the partner and a slash before it.",
                "Escríbalo como está en el archivo; para una fila de una organización anteponga la organización y una barra."
            )
        );

    /// <summary>The fund file is wrong.</summary>
    public static FaultKind FundFile { get; } =
        new(
            "fund-file",
            new("the fund file is not right", "el archivo del fondo no es correcto"),
            new(
                "It names the partners and codes that every record is checked against.",
                "Nombra las organizaciones y los códigos con que se revisa cada registro."
            ),
            new("Compare it with docs/input.md and its schema.", "Compárelo con docs/input.md y su esquema.")
        );

    /// <summary>The fund is there already.</summary>
    public static FaultKind FundExists { get; } =
        new(
            "fund-exists",
            new("the fund is already there", "el fondo ya existe"),
            new(
                "A second fund of that name would mix two ledgers.",
                "Un segundo fondo con ese nombre mezclaría dos libros."
            ),
            new(
                "Choose another id, or use the fund as it is.",
                "Elija otro identificador o use el fondo tal como está."
            )
        );

    /// <summary>Another program holds the ledger.</summary>
    public static FaultKind LedgerBusy { get; } =
        new(
            "ledger-busy",
            new("another program is using this fund's ledger", "otro programa está usando el libro de este fondo"),
            new(
                "One program writes at a time, so that nothing is doubled.",
                "Solo un programa escribe a la vez, para que nada se duplique."
            ),
            new("Wait until it ends, then run the same command again.", "Espere a que termine y repita la orden.")
        );

    /// <summary>The ledger cannot be opened or written.</summary>
    public static FaultKind LedgerFailed { get; } =
        new(
            "ledger-failed",
            new("the ledger could not be read or written", "no se pudo leer o escribir el libro"),
            new(
                "What was committed before is safe; what was under way was undone.",
                "Lo confirmado antes está a salvo; lo que estaba en curso se deshizo."
            ),
            new(
                "Check free disk space and permissions, then run the same command again.",
                "Revise el espacio en disco y los permisos y repita la orden."
            )
        );

    /// <summary>A hard gate of money failed.</summary>
    public static FaultKind GateFailed { get; } =
        new(
            "gate-failed",
            new("the books do not pass a hard gate", "los libros no superan un control obligatorio"),
            new(
                "A release with money that does not add up is never published.",
                "Nunca se publica una versión cuyo dinero no cuadra."
            ),
            new(
                "Correct the named entry by a reversal and a new row, then build again.",
                "Corrija el asiento indicado con una reversión y una fila nueva y vuelva a construir."
            )
        );

    /// <summary>There is nothing to publish.</summary>
    public static FaultKind NothingToPublish { get; } =
        new(
            "nothing-to-publish",
            new("the fund has no records up to this day", "el fondo no tiene registros hasta ese día"),
            new(
                "A release without figures would look like a fund without money.",
                "Una versión sin cifras parecería un fondo sin dinero."
            ),
            new("Ingest files first, or choose a later day.", "Cargue primero archivos o elija un día posterior.")
        );

    /// <summary>A release does not hold the gift that is asked for.</summary>
    public static FaultKind GiftUnknown { get; } =
        new(
            "gift-unknown",
            new("the release holds no such gift", "la versión no contiene esa donación"),
            new(
                "What became of it as of that release cannot be said.",
                "No se puede decir qué fue de ella en esa versión."
            ),
            new(
                "Check the source's identifier of the gift, or name a later release.",
                "Revise el identificador de la donación en la fuente o indique una versión posterior."
            )
        );

    /// <summary>An option's value is wrong.</summary>
    public static FaultKind OptionWrong { get; } =
        new(
            "option-wrong",
            new("the value is not allowed", "el valor no está permitido"),
            new("The command was not started.", "La orden no se inició."),
            new("See --help for the range.", "Consulte --help para ver el rango.")
        );

    /// <summary>All kinds of fault, in the order of their codes.</summary>
    /// <remarks>Read when it is asked for: the files of this class fill their properties in no fixed order.</remarks>
    public static IReadOnlyList<FaultKind> All =>
        [
            .. typeof(Faults)
                .GetProperties()
                .Where(property => property.PropertyType == typeof(FaultKind))
                .Select(property => (FaultKind)property.GetValue(null)!)
                .OrderBy(kind => kind.Code, StringComparer.Ordinal),
        ];
}
