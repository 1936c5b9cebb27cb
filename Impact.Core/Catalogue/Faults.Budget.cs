namespace Impact.Core.Catalogue;

/// <content>Faults of the privacy budget.</content>
public static partial class Faults
{
    /// <summary>A charge would take the sum above the lifetime budget.</summary>
    public static FaultKind BudgetExhausted { get; } =
        new(
            "budget-exhausted",
            new("the privacy budget is used up", "el presupuesto de privacidad está agotado"),
            new(
                "One more figure would tell more about a person than the fund has promised for its whole life.",
                "Una cifra más revelaría de una persona más de lo que el fondo prometió para toda su vida."
            ),
            new(
                "The series ends here; what is published stays. A budget is never raised.",
                "La serie termina aquí; lo publicado permanece. El presupuesto nunca se aumenta."
            )
        );

    /// <summary>A draw is asked for a series that was not declared.</summary>
    public static FaultKind BudgetSeriesUnknown { get; } =
        new(
            "budget-series-unknown",
            new(
                "the series was not declared in the budget ledger",
                "la serie no se declaró en el libro de presupuesto"
            ),
            new(
                "What a series costs must be fixed before its first draw.",
                "Lo que cuesta una serie debe fijarse antes de su primer sorteo."
            ),
            new("Declare the series in the policy.", "Declare la serie en la política.")
        );

    /// <summary>A series is asked for with other terms, or with terms that are not well formed.</summary>
    public static FaultKind BudgetSeriesDiffers { get; } =
        new(
            "budget-series-differs",
            new(
                "the series has other terms than it was declared with, or terms that cannot be",
                "la serie tiene condiciones distintas de las declaradas, o condiciones imposibles"
            ),
            new(
                "Its cost counts only for the query, the noise and the periods that were declared.",
                "Su costo solo vale para la consulta, el ruido y los periodos declarados."
            ),
            new(
                "Put the policy back, or declare a new series, which pays anew.",
                "Restablezca la política o declare una serie nueva, que paga de nuevo."
            )
        );

    /// <summary>A series' unit is not one of the ledger, or not its own.</summary>
    public static FaultKind BudgetUnit { get; } =
        new(
            "budget-unit",
            new("the series protects another unit than the budget", "la serie protege otra unidad que el presupuesto"),
            new(
                "A promise to households does not hold for a count of anything else.",
                "Una promesa a los hogares no vale para un recuento de otra cosa."
            ),
            new(
                "Use the unit and the token space that the fund's ledger was opened with.",
                "Use la unidad y el espacio de fichas con que se abrió el libro del fondo."
            )
        );

    /// <summary>A period was reserved before.</summary>
    public static FaultKind BudgetPeriodDrawn { get; } =
        new(
            "budget-period-drawn",
            new("noise for this period was drawn before", "el ruido de este periodo ya se sorteó"),
            new(
                "Two draws over the same data can be averaged, and less is hidden.",
                "Dos sorteos sobre los mismos datos se pueden promediar, y se oculta menos."
            ),
            new(
                "Use the stored result; a period that a crash has lost stays lost.",
                "Use el resultado guardado; un periodo perdido por un fallo queda perdido."
            )
        );

    /// <summary>A series has had all the periods it was declared for.</summary>
    public static FaultKind BudgetSeriesEnded { get; } =
        new(
            "budget-series-ended",
            new("the series has had all its periods", "la serie ya tuvo todos sus periodos"),
            new(
                "Its cost was computed for that many periods and no more.",
                "Su costo se calculó para esa cantidad de periodos y no más."
            ),
            new(
                "The series ends; a new one pays from what is left of the budget.",
                "La serie termina; una nueva paga con lo que queda del presupuesto."
            )
        );

    /// <summary>The terms of a ledger are above the ceiling, not well formed, or others than it was opened with.</summary>
    public static FaultKind BudgetTerms { get; } =
        new(
            "budget-terms",
            new(
                "these are not terms that the fund's budget may have",
                "estas no son condiciones que pueda tener el presupuesto del fondo"
            ),
            new(
                "Units, token space and lifetime budget are fixed for the fund's life, and at most one quarter.",
                "Las unidades, el espacio de fichas y el presupuesto son fijos de por vida, y como máximo un cuarto."
            ),
            new(
                "Put the policy back to what the first entry of the ledger says.",
                "Vuelva a la política que indica el primer asiento del libro."
            )
        );

    /// <summary>The ledger lacks what was published or stored: an earlier state was put back.</summary>
    public static FaultKind BudgetBehind { get; } =
        new(
            "budget-behind",
            new(
                "the budget ledger is behind what was published or stored",
                "el libro de presupuesto está atrasado respecto de lo publicado o guardado"
            ),
            new(
                "A ledger put back would forget what was spent, and noise would be drawn again over the same data.",
                "Un libro restaurado olvidaría lo gastado, y se sortearía ruido otra vez sobre los mismos datos."
            ),
            new(
                "Restore the newest copy of the whole budget folder; without it no noisy series can go on.",
                "Recupere la copia más reciente de toda la carpeta de presupuesto; sin ella no puede seguir ninguna serie con ruido."
            )
        );

    /// <summary>The ledger or a result was altered.</summary>
    public static FaultKind BudgetBroken { get; } =
        new(
            "budget-broken",
            new(
                "the budget ledger or a result of it was altered",
                "el libro de presupuesto o un resultado fue alterado"
            ),
            new(
                "A digest, a signature or a rule does not hold, so what was spent is not known.",
                "No se cumple un resumen, una firma o una regla, y no se sabe lo que se gastó."
            ),
            new(
                "Find out who changed the file, and restore the newest whole copy of the budget folder.",
                "Averigüe quién cambió el archivo y recupere la copia íntegra más reciente de la carpeta de presupuesto."
            )
        );

    /// <summary>Another program holds the ledger.</summary>
    public static FaultKind BudgetBusy { get; } =
        new(
            "budget-busy",
            new("another program holds the fund's budget", "otro programa tiene el presupuesto del fondo"),
            new(
                "Two writers could spend the same budget twice.",
                "Dos programas podrían gastar dos veces el mismo presupuesto."
            ),
            new("Wait until it is done, then run the command again.", "Espere a que termine y repita la orden.")
        );

    /// <summary>A fund whose sources are all public holds records of single people.</summary>
    public static FaultKind PeopleInPublicFund { get; } =
        new(
            "people-in-public-fund",
            new(
                "all sources of the fund are public, and there are records of households or of individual donors",
                "todas las fuentes del fondo son públicas y hay registros de hogares o de donantes individuales"
            ),
            new(
                "What is public already is shown as it is: no rule would protect these people.",
                "Lo que ya es público se muestra tal como está: ninguna regla protegería a estas personas."
            ),
            new(
                "Name the source of these records in the fund file, without an address, or keep them out of this fund.",
                "Nombre la fuente de estos registros en el archivo del fondo, sin dirección, o déjelos fuera de este fondo."
            )
        );

    /// <summary>An organisation left the fund file after services were taken in.</summary>
    public static FaultKind OrganisationGone { get; } =
        new(
            "organisation-gone",
            new(
                "an organisation that families may be counted for is no longer in the fund file",
                "una organización por la que pueden contarse familias ya no está en el archivo del fondo"
            ),
            new(
                "Its cells are published whether anybody is in them or not; leaving them out would tell whether somebody is.",
                "Sus casillas se publican haya o no alguien en ellas; omitirlas revelaría si hay alguien."
            ),
            new(
                "Put the organisation back; it may stay when it does nothing any more.",
                "Vuelva a incluir la organización; puede quedarse aunque ya no haga nada."
            )
        );
}
