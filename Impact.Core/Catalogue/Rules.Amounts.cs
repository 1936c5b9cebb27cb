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

    /// <summary>An amount in another currency comes without the amount in the fund's.</summary>
    public static Rule BaseMissing { get; } =
        Reject(
            "base-missing",
            new(
                "The amount is in another currency and the fund's amount is missing.",
                "El importe está en otra moneda y falta el de la moneda del fondo."
            ),
            new("No rate is ever guessed.", "Nunca se adivina un tipo de cambio."),
            new(
                "Give the amount in the fund's currency in base_amount.",
                "Indique el importe en la moneda del fondo en base_amount."
            )
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
