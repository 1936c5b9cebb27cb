namespace Impact.Core.Catalogue;

/// <summary>One named check of a fund's data.</summary>
/// <param name="Id">Stable identifier, lower case with underscores.</param>
/// <param name="Title">What should hold, in a short sentence.</param>
/// <param name="Explanation">What one case is, and why it matters.</param>
public sealed record QualityCheck(string Id, BilingualText Title, BilingualText Explanation);

/// <summary>The named checks of the data-quality score. <c>docs/quality.md</c> is generated from this list.</summary>
/// <remarks>None counts records of donors, of households or of payments to them.</remarks>
public static class QualityChecks
{
    /// <summary>Identifier of the score: checks that hold in every case, over checks that apply.</summary>
    public const string Score = "score";

    /// <summary>All checks, in the order they are shown.</summary>
    public static IReadOnlyList<QualityCheck> All { get; } =
    [
        new(
            "expenditure_category",
            new("Everything spent has a category", "Todo lo gastado tiene categoría"),
            new(
                "A case is one partner and quarter with spending; it passes when no amount lacks its category. Without categories nobody can tell programmes from administration.",
                "Un caso es una organización y un trimestre con gastos; pasa si ningún importe carece de categoría. Sin categorías no se distinguen los programas de la administración."
            )
        ),
        new(
            "disbursement_receipt",
            new("Every transfer is confirmed by its partner", "La organización confirma cada transferencia"),
            new(
                "A case is one transfer to a partner that stands in the books; it passes when the partner has booked a receipt of it. The two sides of one payment check each other.",
                "Un caso es una transferencia vigente a una organización; pasa si la organización asentó su recepción. Los dos lados de un pago se comprueban entre sí."
            )
        ),
        new(
            "last_quarter_booked",
            new(
                "Every partner's books of the last closed quarter are in",
                "Están los libros de cada organización del último trimestre cerrado"
            ),
            new(
                "A case is one partner that has had the fund's money; it passes when it booked a receipt or spending in the last closed quarter. A partner that truly had nothing to book fails too, and should say so.",
                "Un caso es una organización que ha tenido dinero del fondo; pasa si asentó una recepción o un gasto en el último trimestre cerrado. También falla la que en verdad no tuvo nada que asentar, y debería decirlo."
            )
        ),
        new(
            "last_quarter_certified",
            new(
                "Every statement of the last closed quarter is certified",
                "Cada declaración del último trimestre cerrado está certificada"
            ),
            new(
                "A case is one partner that states people reached in the last closed quarter; it passes when each of its statements has a day of certification.",
                "Un caso es una organización que declara personas alcanzadas en el último trimestre cerrado; pasa si cada declaración tiene fecha de certificación."
            )
        ),
        new(
            "splits_add_up",
            new("Splits add up to their totals", "Los desgloses suman sus totales"),
            new(
                "A case is one set of a split (by sex and age, by sex, or by age) of a partner's statement with a total; it passes when the parts add up to the total before anything is rounded.",
                "Un caso es un conjunto del desglose (por sexo y edad, por sexo o por edad) de una declaración con total; pasa si las partes suman el total antes de redondear."
            )
        ),
        new(
            "sheets_taken_whole",
            new("No row of the newest sheets was rejected", "No se rechazó ninguna fila de las hojas más recientes"),
            new(
                "A case is the newest sheet of each kind that organisations keep; it passes when all its rows were taken in. How many rows failed is not told, and sheets of donors, of services to households and of corrections and replies are not looked at.",
                "Un caso es la hoja más reciente de cada tipo que llevan las organizaciones; pasa si se admitieron todas sus filas. No se dice cuántas fallaron, y no se miran las hojas de donantes, de servicios a hogares ni de correcciones y respuestas."
            )
        ),
        new(
            "bank_at_quarter_end",
            new(
                "The bank's balance is known at each quarter's end",
                "Se conoce el saldo bancario al cierre de cada trimestre"
            ),
            new(
                "A case is one closed quarter of the fund; it passes when a bank or processor stated its balance on the quarter's last day, so that the books can be compared with it.",
                "Un caso es un trimestre cerrado del fondo; pasa si un banco o procesador declaró su saldo el último día, de modo que los libros se pueden comparar con él."
            )
        ),
    ];
}
