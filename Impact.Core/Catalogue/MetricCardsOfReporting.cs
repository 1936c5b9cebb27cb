namespace Impact.Core.Catalogue;

/// <summary>Cards of earmarking, of partners' reporting and of the quality of the data.</summary>
internal static class MetricCardsOfReporting
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Card("earmarking_share") with
        {
            Finality = CardWords.FinalByPeriod,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Reference.ReferenceEarmarking",
            Title = new(
                "How freely the fund may use what was given",
                "Con cuánta libertad puede usar el fondo lo donado"
            ),
            Term = new("Earmarking share", "Proporción con destino específico"),
            Explanation = new(
                "Gifts of each closed quarter by how closely their givers said what they are for. The pool is unearmarked, a theme is softly earmarked, money for one partner alone is tightly earmarked, unless the fund's file says otherwise. A share is one row over the sum of its quarter. What people gave is shown for a whole quarter or not at all; organisations and states are exact.",
                "Donaciones de cada trimestre cerrado según cuánto precisaron su destino los donantes. El fondo común no tiene destino, un tema es un destino flexible, el dinero para una sola organización es un destino estricto, salvo que el archivo del fondo diga otra cosa. La proporción es una fila sobre la suma de su trimestre. Lo que dieron las personas se muestra para todo el trimestre o no se muestra; lo de organizaciones y Estados es exacto."
            ),
            Formula = "sum(gift) by quarter of cleared_on, kind of giver and earmarking of the designation",
            Unit = MetricUnit.Money,
            Sql = "earmarking.sql",
            Table = PublishedTables.Earmarking.Id,
            Aggregation = Aggregation.Flow,
            Source = "IATI EarmarkingCategory 1 to 4",
        },
        Card("reporting") with
        {
            Finality = CardWords.FinalByPeriod,
            Completeness = CardWords.ReportOfQuarter,
            Title = new("When each partner reported", "Cuándo informó cada organización"),
            Term = new("Reports by partner and quarter", "Informes por organización y trimestre"),
            Explanation = new(
                "For each closed quarter the day on which a partner's report was due, the first day on which it certified a figure of people reached, and whether its own bookings are there. A report on its due day is on time. A partner whose days of certification nobody tells is neither on time nor late. Nothing is read from records of donors or households.",
                "Para cada trimestre cerrado, el día en que vencía el informe de la organización, el primer día en que certificó una cifra de personas alcanzadas y si están sus propios asientos. Un informe del último día del plazo es puntual. Si nadie informa las fechas de certificación de una organización, no está ni en plazo ni fuera de él. No se lee ningún registro de donantes ni de hogares."
            ),
            Formula =
                "due_on = last day of the quarter + reportingDueDays of the fund file; reported_on = min(certified_on) of statements reached for the quarter; days_late = max(0, reported_on - due_on)",
            Unit = MetricUnit.Days,
            Table = PublishedTables.Reporting.Id,
        },
        Card("reports_on_time") with
        {
            Title = new("Share of the reports that came on time", "Parte de los informes que llegó a tiempo"),
            Term = new("Timeliness of reporting", "Puntualidad de los informes"),
            Explanation = new(
                "Of all partners' quarterly reports that were made or are due, how many were certified by their due day. A report that is missing after its due day counts as not on time; one that is not due yet does not count.",
                "De todos los informes trimestrales hechos o vencidos, cuántos se certificaron dentro del plazo. Un informe que falta tras el plazo no es puntual; uno cuyo plazo no venció no cuenta."
            ),
            Formula = "on_time / (on_time + late + overdue)",
            Counter = "reports_received",
        },
        Card("reports_received") with
        {
            Title = new("Share of the reports that came at all", "Parte de los informes que llegó"),
            Term = new("Completeness of reporting", "Integridad de los informes"),
            Explanation = new(
                "Of all partners' quarterly reports that were made or are due, how many were certified, late ones too.",
                "De todos los informes trimestrales hechos o vencidos, cuántos se certificaron, también los tardíos."
            ),
            Formula = "(on_time + late) / (on_time + late + overdue)",
        },
        Card("books_received") with
        {
            Title = new(
                "Share of the quarters with a partner's own bookings",
                "Parte de los trimestres con asientos de la organización"
            ),
            Term = new("Completeness of partners' books", "Integridad de los libros de las organizaciones"),
            Explanation = new(
                "In how many closed quarters a partner booked a receipt or spending of its own, of all since it first had the fund's money. A quarter in which truly nothing happened counts as missing.",
                "En cuántos trimestres cerrados la organización asentó una recepción o un gasto propio, de todos desde que tuvo dinero del fondo. Un trimestre en que de verdad no pasó nada cuenta como faltante."
            ),
            Formula = "partner and quarter with receipt or expenditure / partner and quarter since the first entry",
        },
        Card("data_quality") with
        {
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Reference.ReferenceQuality",
            Title = new("How many checks of the data hold", "Cuántos controles de los datos se cumplen"),
            Term = new("Data-quality score", "Puntaje de calidad de los datos"),
            Explanation = new(
                "The number of named checks that hold in every one of their cases, over the number of checks that apply. Each check is published beside the score with its own cases. A check without a case, or that no source tells, counts neither way. No check counts records of donors, households or payments to them.",
                "El número de controles que se cumplen en todos sus casos, sobre el número de controles que corresponden. Cada control se publica junto al puntaje con sus propios casos. Un control sin casos, o que ninguna fuente informa, no cuenta. Ningún control cuenta registros de donantes, hogares ni pagos a hogares."
            ),
            Formula = "checks with numerator = denominator / checks with denominator > 0",
            Sql = "quality.sql",
            Table = PublishedTables.Quality.Id,
        },
    ];

    private static MetricCard Card(string id) =>
        new(
            id,
            BilingualText.Same(id),
            BilingualText.Same(id),
            BilingualText.Same(id),
            MetricUnit.Counts,
            Formula: string.Empty,
            "reporting_times.sql",
            PublishedTables.ReportingRates.Id,
            ProtectionClass.Exact,
            Aggregation.Ratio,
            "Impact, facts about reporting",
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.ReportsOwed,
            Reference = "Metrics.Reference.ReferenceReportTimes",
        };
}
