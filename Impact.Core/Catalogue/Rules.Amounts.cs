namespace Impact.Core.Catalogue;

/// <content>Rules about amounts and whole rows.</content>
public static partial class Rules
{
    /// <summary>An amount cannot be read.</summary>
    public static Rule AmountUnreadable { get; } =
        Reject(
            "amount-unreadable",
            new("The cell is not an amount.", "La celda no es un importe."),
            new(
                "Amounts have a point and no thousands separator, so that nobody has to guess.",
                "Los importes llevan punto y ningún separador de miles, para que nadie tenga que adivinar."
            ),
            new("Write the amount as 1234.50.", "Escriba el importe como 1234.50.")
        );

    /// <summary>An amount has the wrong sign.</summary>
    public static Rule AmountSign { get; } =
        Reject(
            "amount-sign",
            new("The amount must be above 0.", "El importe debe ser mayor que 0."),
            new(
                "What takes money back is a row of its own, never a negative amount.",
                "Lo que devuelve dinero es una fila aparte, nunca un importe negativo."
            ),
            new(
                "Use a refund, a return, or a reversal that names its row.",
                "Use un reembolso, una devolución o una reversión que nombre su fila."
            )
        );

    /// <summary>No amount of the row says anything.</summary>
    public static Rule AmountNone { get; } =
        Reject(
            "amount-none",
            new("The row has no amount other than 0.", "La fila no tiene ningún importe distinto de 0."),
            new("It moves and promises nothing.", "No mueve ni promete nada."),
            new("Nothing needs to be done if that is meant.", "No hay que hacer nada si es intencional.")
        );

    /// <summary>An amount is finer than the currency's smallest coin.</summary>
    public static Rule AmountFiner { get; } =
        Remark(
            "amount-finer",
            new(
                "The amount is finer than the currency's smallest coin.",
                "El importe es más fino que la moneda mínima."
            ),
            new(
                "The books count whole coins; it was rounded half to even.",
                "Los libros cuentan monedas enteras; se redondeó al par más cercano."
            ),
            new("Ask the source for the amount that was really paid.", "Pida a la fuente el importe realmente pagado.")
        );

    /// <summary>The currency is not known.</summary>
    public static Rule CurrencyUnknown { get; } =
        Reject(
            "currency-unknown",
            new("The cell is not a currency code of ISO 4217.", "La celda no es un código de moneda ISO 4217."),
            new("An amount without its currency is not an amount.", "Un importe sin su moneda no es un importe."),
            new("Write three capital letters, for example USD.", "Escriba tres mayúsculas, por ejemplo USD.")
        );

    /// <summary>An amount in another currency comes without the amount in the fund's, and no rate converts it.</summary>
    public static Rule BaseMissing { get; } =
        Reject(
            "base-missing",
            new(
                "The amount is in another currency, the fund's amount is missing, and no loaded rate converts it (of its day, or at most seven days older; a reversal takes its entry's).",
                "El importe está en otra moneda, falta el de la moneda del fondo y ningún tipo de cambio cargado lo convierte (de su fecha o como máximo siete días anterior; una reversión toma el de su asiento)."
            ),
            new("No rate is ever guessed.", "Nunca se adivina un tipo de cambio."),
            new(
                "Give the amount in the fund's currency in base_amount; for gifts and entries you may instead load a rate table that has the day, and then the same file again.",
                "Indique el importe en la moneda del fondo en base_amount; para donaciones y asientos también puede cargar una tabla de tipos de cambio que tenga la fecha y después el mismo archivo otra vez."
            )
        );

    /// <summary>The amount in the fund's currency has another sign than the amount, or is 0.</summary>
    public static Rule BaseSign { get; } =
        Reject(
            "base-sign",
            new(
                "In the fund's currency the amount is 0 or has another sign.",
                "En la moneda del fondo el importe es 0 o tiene otro signo."
            ),
            new(
                "Money that came in cannot come to nothing or leave by conversion.",
                "El dinero que entró no puede quedar en nada ni salir por la conversión."
            ),
            new(
                "Correct base_amount; where the amount is worth less than half of the smallest coin, add several up in one row.",
                "Corrija base_amount; si el importe vale menos de media moneda mínima, reúna varios en una fila."
            )
        );

    /// <summary>A rate cannot be read.</summary>
    public static Rule RateUnreadable { get; } =
        Reject(
            "rate-unreadable",
            new(
                "The cell is not a rate above 0 of at most eighteen digits.",
                "La celda no es un tipo de cambio mayor que 0 de dieciocho cifras como máximo."
            ),
            new(
                "Rates are kept with exactly the digits their source publishes.",
                "Los tipos de cambio se guardan con las cifras exactas que publica su fuente."
            ),
            new(
                "Write digits with at most one point, for example 1.0842.",
                "Escriba cifras con un punto como máximo, por ejemplo 1.0842."
            )
        );

    /// <summary>A rate of a currency against itself.</summary>
    public static Rule RateOfItself { get; } =
        Reject(
            "rate-of-itself",
            new("The rate is of a currency against itself.", "El tipo de cambio es de una moneda consigo misma."),
            new("It says nothing, so one of the two is wrong.", "No dice nada, así que una de las dos es incorrecta."),
            new("Check both currencies.", "Revise ambas monedas.")
        );

    /// <summary>The same amount stands in the row twice with two values.</summary>
    public static Rule BaseDiffers { get; } =
        Reject(
            "base-differs",
            new(
                "The amount is in the fund's currency, and the fund's amount beside it is another.",
                "El importe está en la moneda del fondo y el importe del fondo a su lado es otro."
            ),
            new("One of the two is wrong.", "Uno de los dos es incorrecto."),
            new(
                "Leave base_amount empty for the fund's own currency.",
                "Deje base_amount vacío para la moneda del propio fondo."
            )
        );

    /// <summary>The same row stands in the file twice.</summary>
    public static Rule RowRepeated { get; } =
        Reject(
            "row-repeated",
            new(
                "The row's identifier stands in the file more than once.",
                "El identificador de la fila aparece más de una vez."
            ),
            new("Counting it twice would double the money.", "Contarla dos veces duplicaría el dinero."),
            new(
                "The first one is stored. Give each row its own identifier.",
                "Se guardó la primera. Dé a cada fila su propio identificador."
            )
        );

    /// <summary>The same row stands in the file twice, and its source gives rows no identifier.</summary>
    public static Rule RowAlike { get; } =
        Remark(
            "row-alike",
            new("The row is exactly like an earlier one.", "La fila es exactamente igual a otra anterior."),
            new(
                "This source gives rows no identifier, so two equal payments look like this; both are kept.",
                "Esta fuente no identifica las filas, así que dos pagos iguales se ven así; se conservan ambos."
            ),
            new("Ask the source if there were two payments.", "Pregunte a la fuente si hubo dos pagos.")
        );

    /// <summary>A stored row came again with other content.</summary>
    public static Rule RowChanged { get; } =
        Reject(
            "row-changed",
            new(
                "A row with this identifier is in the books with other content.",
                "Una fila con este identificador está en los libros con otro contenido."
            ),
            new("The books are never changed, only added to.", "Los libros nunca se cambian, solo se amplían."),
            new(
                "Take the old row back by a reversal and give the new one its own identifier.",
                "Anule la fila anterior con una reversión y dé a la nueva su propio identificador."
            )
        );

    /// <summary>The row names no fund.</summary>
    public static Rule FundMissing { get; } =
        Reject(
            "fund-missing",
            new("The row names no fund.", "La fila no nombra ningún fondo."),
            new("Every record belongs to one fund.", "Cada registro pertenece a un fondo."),
            new("Fill the fund's name or number in.", "Indique el nombre o número del fondo.")
        );
}
