using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Tables of partners' reporting and of the quality of the data.</content>
public static partial class PublishedTables
{
    /// <summary>Each partner's report of each closed quarter: when it was due and when it was certified.</summary>
    public static TableSchema Reporting { get; } =
        Table(
            "reporting",
            new("Partners' reports", "Informes de las organizaciones"),
            new(
                "One partner's report of one closed calendar quarter",
                "El informe de una organización sobre un trimestre calendario cerrado"
            ),
            ["fund", "organisation_id", "quarter"],
            [
                FundId,
                OrganisationId,
                Quarter,
                PeriodStart,
                PeriodEnd,
                Required("due_on", ColumnType.Date, "Due on", "Fecha límite"),
                Optional("reported_on", ColumnType.Date, "First certified on", "Primera certificación"),
                Optional("days_late", ColumnType.Integer, "Days late", "Días de retraso"),
                Coded("standing", CodeLists.ReportStanding, "Standing", "Situación"),
                Optional("books", ColumnType.Boolean, "Own bookings are there", "Hay asientos propios"),
            ]
        );

    /// <summary>Shares of reports, of all partners together and of each; counts of reports, never of people.</summary>
    public static TableSchema ReportingRates { get; } =
        Table(
            "reporting_rates",
            new("Timeliness and completeness of reports", "Puntualidad e integridad de los informes"),
            new(
                "One share of all partners (organisation empty) or of one",
                "Una proporción de todas las organizaciones (organización vacía) o de una"
            ),
            ["fund", "organisation_id", "metric"],
            [FundId, AnyOrganisation, Required("metric", ColumnType.Text, "Metric", "Métrica"), .. Counts]
        );

    /// <summary>The named checks of the data and their score.</summary>
    public static TableSchema Quality { get; } =
        Table(
            "quality",
            new("Quality of the data", "Calidad de los datos"),
            new("One named check, or the score over all", "Un control con nombre, o el puntaje de todos"),
            ["fund", "check"],
            [FundId, Coded("check", CodeLists.QualityCheck, "Check", "Control"), .. Counts]
        );

    private static TableColumn Quarter => Required("quarter", ColumnType.Text, "Quarter", "Trimestre");

    private static TableColumn AnyOrganisation =>
        Optional("organisation_id", ColumnType.Text, "Organisation identifier", "Identificador de la organización");

    private static IEnumerable<TableColumn> Counts =>
        [
            Optional("numerator", ColumnType.Integer, "Cases that hold", "Casos que cumplen"),
            Optional("denominator", ColumnType.Integer, "Cases in all", "Casos en total"),
            Optional("ratio", ColumnType.Decimal, "Ratio", "Razón"),
        ];
}
