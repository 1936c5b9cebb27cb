namespace Impact.Core.Catalogue;

/// <content>Faults on the way from a draft to its publication.</content>
public static partial class Faults
{
    /// <summary>A check of the checklist has failed.</summary>
    public static FaultKind ReleaseStopped { get; } =
        new(
            "release-stopped",
            new("the checklist stops the release", "la lista de control detiene la versión"),
            new(
                "What a release says must hold, and what was published must not disappear in silence.",
                "Lo que dice una versión debe ser cierto, y lo publicado no debe desaparecer en silencio."
            ),
            new(
                "Run impact release build to see every check. Correct the records, or record a correction that says why.",
                "Ejecute impact release build para ver cada control. Corrija los registros o anote una corrección que diga por qué."
            )
        );

    /// <summary>The books and the declared stipends of a cash programme contradict each other.</summary>
    public static FaultKind HouseholdAidImpossible { get; } =
        new(
            "household-aid-impossible",
            new(
                "no number of households fits the money of the cash programme",
                "ningún número de hogares corresponde al dinero del programa de efectivo"
            ),
            new(
                "Gate G counts the numbers of households that fit the books and the declared stipends. None fits, so it cannot tell what the amounts would give away.",
                "El control G cuenta los números de hogares compatibles con los libros y las ayudas declaradas. Ninguno lo es, así que no puede saber qué revelarían los importes."
            ),
            new(
                "Correct the stipends in the fund file (amounts and days), or the entries of category cash_aid of this organisation and quarter.",
                "Corrija las ayudas en el archivo del fondo (importes y fechas), o los asientos de categoría cash_aid de esta organización y trimestre."
            )
        );

    /// <summary>A published quarter of spending would change.</summary>
    public static FaultKind SpendingChanged { get; } =
        new(
            "spending-changed",
            new(
                "a published quarter of spending would have other lines",
                "un trimestre publicado de gasto tendría otras líneas"
            ),
            new(
                "The difference of two releases could be one family's payment, so what was published of a quarter stays as it is.",
                "La diferencia entre dos versiones podría ser el pago de una familia, así que lo publicado de un trimestre no cambia."
            ),
            new(
                "Take the change of the records or of the fund file back: a correction is booked as a new entry and shown in the next quarter.",
                "Deshaga el cambio de los registros o del archivo del fondo: una corrección se anota como asiento nuevo y figura en el trimestre siguiente."
            )
        );

    /// <summary>A published month of gifts, refunds or chargebacks would change.</summary>
    public static FaultKind InflowChanged { get; } =
        new(
            "inflow-changed",
            new(
                "a published month of gifts, refunds or chargebacks would be shown otherwise",
                "un mes publicado de donaciones, reembolsos o contracargos se mostraría de otro modo"
            ),
            new(
                "The difference of two releases could be one person's gift, so what was published of a month stays as it is.",
                "La diferencia entre dos versiones podría ser la donación de una persona, así que lo publicado de un mes no cambia."
            ),
            new(
                "Put the ledger and the private record of the releases back as they were: what comes late is shown in the next month by itself.",
                "Restablezca el libro y el registro privado de las versiones: lo que llega tarde figura por sí solo en el mes siguiente."
            )
        );

    /// <summary>The last day that counts is not over.</summary>
    public static FaultKind CutOffInFuture { get; } =
        new(
            "cut-off-future",
            new("the last day that counts lies in the future", "el último día que cuenta está en el futuro"),
            new(
                "Months would be closed, and counts drawn and paid for, before their records are there; what is drawn stays.",
                "Se cerrarían meses, y se sortearían y pagarían recuentos, antes de tener sus registros; lo sorteado no cambia."
            ),
            new("Name a day that is not later than today.", "Indique un día que no sea posterior a hoy.")
        );

    /// <summary>The release lacks approvals.</summary>
    public static FaultKind ApprovalMissing { get; } =
        new(
            "approval-missing",
            new("the release lacks approvals", "a la versión le faltan aprobaciones"),
            new(
                "The fund asks its approvers to look at exactly what is published; a draft that has changed since must be approved anew.",
                "El fondo pide que sus responsables revisen exactamente lo que se publica; un borrador que cambió debe aprobarse de nuevo."
            ),
            new(
                "Run impact release build, then let each approver run impact release approve.",
                "Ejecute impact release build y luego que cada responsable ejecute impact release approve."
            )
        );

    /// <summary>Somebody approves who is no approver of the fund.</summary>
    public static FaultKind ApproverUnknown { get; } =
        new(
            "approver-unknown",
            new(
                "this name is not among the fund's approvers",
                "este nombre no figura entre los responsables del fondo"
            ),
            new(
                "Only those named in the fund file under approvers can approve.",
                "Solo pueden aprobar quienes figuran en el archivo del fondo, en approvers."
            ),
            new(
                "Check the spelling, or add the name to the fund file.",
                "Revise la ortografía o añada el nombre al archivo del fondo."
            )
        );

    /// <summary>A release is not what its records give when they are computed again.</summary>
    public static FaultKind ReleaseDiffers { get; } =
        new(
            "release-differs",
            new("computed again, the release has other tables", "calculada de nuevo, la versión tiene otras tablas"),
            new(
                "The records, the program or the published files are others than when it was published.",
                "Los registros, el programa o los archivos publicados son otros que al publicarla."
            ),
            new(
                "Use the program version that the manifest names; if the tables still differ, restore the ledger from a backup and tell the fund's auditor.",
                "Use la versión del programa que nombra el manifiesto; si las tablas siguen difiriendo, recupere los libros de una copia y avise al auditor del fondo."
            )
        );

    /// <summary>The fund has no such version, or its tables cannot be read.</summary>
    public static FaultKind VersionUnknown { get; } =
        new(
            "version-unknown",
            new("the fund has no such version", "el fondo no tiene esa versión"),
            new(
                "Only a listed version can be looked at again, and not one whose tables were deleted for safety.",
                "Solo se puede volver a examinar una versión de la lista, y no una cuyas tablas se eliminaron por seguridad."
            ),
            new("Run impact release list to see the versions.", "Ejecute impact release list para ver las versiones.")
        );
}
