namespace Impact.Core.Catalogue;

/// <content>Codes of earmarking, durations and reporting.</content>
public static partial class CodeLists
{
    /// <summary>How closely givers say what their gifts are for (IATI EarmarkingCategory 1 to 4).</summary>
    public static CodeList Earmarking { get; } =
        new(
            "earmarking",
            [
                new("unearmarked", new("Unearmarked (IATI 1)", "Sin destino específico (IATI 1)")),
                new("softly_earmarked", new("Softly earmarked (IATI 2)", "Con destino flexible (IATI 2)")),
                new("earmarked", new("Earmarked (IATI 3)", "Con destino específico (IATI 3)")),
                new("tightly_earmarked", new("Tightly earmarked (IATI 4)", "Con destino estricto (IATI 4)")),
            ]
        );

    /// <summary>Which part of the money has been through a wait.</summary>
    public static CodeList Quantile { get; } =
        new(
            "quantile",
            [
                new("p25", new("First quarter of the money", "Primer cuarto del dinero")),
                new("median", new("Half of the money", "La mitad del dinero")),
                new("p75", new("Three quarters of the money", "Tres cuartos del dinero")),
            ]
        );

    /// <summary>Whether a partner's report came in time.</summary>
    public static CodeList ReportStanding { get; } =
        new(
            "report_standing",
            [
                new("on_time", new("Certified by the due day", "Certificado dentro del plazo")),
                new("late", new("Certified after the due day", "Certificado fuera de plazo")),
                new("overdue", new("Not certified, and the due day is over", "Sin certificar y con el plazo vencido")),
                new("not_due", new("Not certified, and not due yet", "Sin certificar; el plazo aún no vence")),
                new("not_told", new("No day of certification is told", "No se informa ninguna fecha de certificación")),
            ]
        );

    /// <summary>The named checks of the data, and their score.</summary>
    public static CodeList QualityCheck { get; } =
        new(
            "quality_check",
            [
                .. QualityChecks.All.Select(check => new Code(check.Id, check.Title)),
                new(
                    QualityChecks.Score,
                    new("Score: checks that hold in every case", "Puntaje: controles que se cumplen en todos los casos")
                ),
            ]
        );
}
