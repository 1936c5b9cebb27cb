namespace Impact.Core.Catalogue;

/// <content>Codes of two-sided matching and the difference register.</content>
public static partial class CodeLists
{
    /// <summary>Which two sides are compared.</summary>
    public static CodeList Match { get; } =
        new(
            "match",
            [
                new(
                    "receipt",
                    new("Transfer against the partner's receipt", "Transferencia frente al recibo de la organización")
                ),
                new("processor", new("Books against the payment processor", "Libros frente al procesador de pagos")),
                new("bank", new("Books against the bank", "Libros frente al banco")),
                new("payout", new("Payment processor against the bank", "Procesador de pagos frente al banco")),
                new(
                    "partner_balance",
                    new(
                        "What a partner spent against what it was sent",
                        "Lo que gastó una organización frente a lo que se le envió"
                    )
                ),
                new(
                    "pool_advance",
                    new(
                        "Refunds and fees against what was left for their purpose",
                        "Reembolsos y comisiones frente a lo que quedaba para su destino"
                    )
                ),
            ]
        );

    /// <summary>What flows; only the first three stand item by item.</summary>
    public static CodeList RegisterFlow { get; } =
        new(
            "register_flow",
            [
                new("disbursement", new("Sent to a partner", "Enviado a una organización")),
                new("return", new("Returned by a partner", "Devuelto por una organización")),
                new("spending", new("Spent by a partner", "Gastado por una organización")),
                new(
                    "gifts",
                    new(
                        "Gifts, refunds, chargebacks and their fees",
                        "Donaciones, reembolsos, contracargos y comisiones"
                    )
                ),
                new("payouts", new("Payouts of the processor", "Pagos del procesador")),
                new("costs_and_income", new("Costs and other income", "Costos y otros ingresos")),
                new("unknown", new("Not in the books", "No está en los libros")),
                new("advances", new("Advanced by the pool", "Adelantado por el fondo común")),
            ]
        );

    /// <summary>How long a difference has stood at the statement day, in days.</summary>
    public static CodeList AgeBand { get; } =
        new(
            "age_band",
            [
                new("0-30", new("Up to 30 days", "Hasta 30 días")),
                new("31-90", new("31 to 90 days", "De 31 a 90 días")),
                new("91-180", new("91 to 180 days", "De 91 a 180 días")),
                new("over-180", new("Over 180 days", "Más de 180 días")),
            ]
        );

    /// <summary>What becomes of a difference; one that is open stops the release.</summary>
    public static CodeList RegisterState { get; } =
        new(
            "register_state",
            [
                new("open", new("Not explained", "Sin explicar")),
                new("explained", new("Explained", "Explicada")),
                new("in_transit", new("On its way", "En camino")),
                new("resolved", new("Settled since", "Resuelta después")),
            ]
        );

    /// <summary>In what the two sides differ.</summary>
    public static CodeList Difference { get; } =
        new(
            "difference",
            [
                new("amount_differs", new("Another amount", "Otro importe")),
                new("missing_receipt", new("No receipt", "Sin recibo")),
                new("receipt_without_disbursement", new("A receipt without a transfer", "Un recibo sin transferencia")),
                new("several_receipts", new("More than one receipt", "Más de un recibo")),
                new("missing_line", new("Not on the other side", "No está en el otro lado")),
                new("line_without_entry", new("Only on the other side", "Solo está en el otro lado")),
                new("spent_beyond_sent", new("More spent than was sent", "Se gastó más de lo enviado")),
                new("advanced", new("More charged than was left", "Se cargó más de lo que quedaba")),
                new("settled", new("None any more", "Ya ninguna")),
                new("various", new("Of several kinds", "De varios tipos")),
            ]
        );

    /// <summary>Who must settle a difference; never a person.</summary>
    public static CodeList RegisterOwner { get; } =
        new(
            "register_owner",
            [
                new("fund", new("The fund", "El fondo")),
                new("partner", new("The partner", "La organización")),
                new("bank", new("The bank", "El banco")),
                new("processor", new("The payment processor", "El procesador de pagos")),
            ]
        );

    /// <summary>Why two sides differ.</summary>
    public static CodeList Explanation { get; } =
        new(
            "explanation",
            [
                new("bank_fee", new("A bank kept a fee on the way", "Un banco retuvo una comisión en el camino")),
                new("rounding", new("Rounded to another cent", "Redondeado a otro centavo")),
                new("exchange_rate", new("Another exchange rate", "Otro tipo de cambio")),
                new("booked_later", new("Booked on a later day", "Registrada en un día posterior")),
                new("paid_in_parts", new("Paid in several parts", "Pagada en varias partes")),
                new("booking_error", new("A mistake that is being corrected", "Un error que se está corrigiendo")),
                new("wrong_reference", new("A wrong reference", "Una referencia equivocada")),
                new("disputed", new("In dispute", "En disputa")),
                new(
                    "own_money_first",
                    new("The partner paid with its own money first", "La organización pagó primero con dinero propio")
                ),
                new(
                    "advanced_by_rule",
                    new(
                        "By the fund's rule the pool pays what is beyond a gift and its purpose",
                        "Según la regla del fondo, el fondo común paga lo que excede una donación y su destino"
                    )
                ),
                new("other", new("Another reason, see the note", "Otro motivo, véase la nota")),
            ]
        );
}
