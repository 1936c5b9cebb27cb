using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <summary>Every table a release may hold. What is not declared here cannot be published.</summary>
public static partial class PublishedTables
{
    /// <summary>The columns every table ends with: status, finality, completeness and the fiction mark.</summary>
    public static IReadOnlyList<TableColumn> Context => SharedColumns.Context;

    /// <summary>The Funding Status statement: one row a line.</summary>
    public static TableSchema FundingStatus { get; } =
        Table(
            "funding_status",
            new("Funding status", "Estado de los fondos"),
            new("One line of the statement, as of the cut-off day", "Una línea del estado, a la fecha de corte"),
            ["fund", "position"],
            [
                FundId,
                Required("position", ColumnType.Integer, "Position", "Posición"),
                Coded("panel", CodeLists.Panel, "Panel", "Panel"),
                Coded("line", CodeLists.StatementLine, "Line", "Línea"),
                Coded("sign", CodeLists.Sign, "Sign", "Signo"),
                .. Amount,
            ]
        );

    /// <summary>The fund's own money by month: inflows and total disbursed, nothing of partners.</summary>
    public static TableSchema MoneyByMonth { get; } =
        Table(
            "money_by_month",
            new("The fund's money by month", "El dinero del fondo por mes"),
            new("One flow of the fund in one calendar month", "Un flujo del fondo en un mes calendario"),
            ["fund", "month", "measure"],
            [FundId, Required("month", ColumnType.Text, "Month", "Mes"), PeriodStart, PeriodEnd, Measure, .. Amount]
        );

    /// <summary>All money of the fund and its partners together by closed quarter.</summary>
    public static TableSchema MoneyByQuarter { get; } =
        Table(
            "money_by_quarter",
            new("All money by quarter", "Todo el dinero por trimestre"),
            new("One flow in one closed calendar quarter", "Un flujo en un trimestre calendario cerrado"),
            ["fund", "quarter", "measure"],
            [
                FundId,
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                PeriodStart,
                PeriodEnd,
                Measure,
                .. Amount,
            ]
        );

    /// <summary>Money of each partner organisation by closed quarter.</summary>
    public static TableSchema MoneyByOrganisation { get; } =
        Table(
            "money_by_organisation",
            new("Money by organisation and quarter", "Dinero por organización y trimestre"),
            new(
                "One flow of one organisation in one closed calendar quarter",
                "Un flujo de una organización en un trimestre calendario cerrado"
            ),
            ["fund", "organisation_id", "quarter", "measure"],
            [
                FundId,
                OrganisationId,
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                PeriodStart,
                PeriodEnd,
                Measure,
                .. Amount,
            ]
        );

    /// <summary>Money of each partner organisation to date: one row a measure.</summary>
    public static TableSchema OrganisationTotals { get; } =
        Table(
            "organisation_totals",
            new("Money by organisation to date", "Dinero por organización hasta la fecha"),
            new(
                "One total of one organisation, up to the last closed quarter",
                "Un total de una organización, hasta el último trimestre cerrado"
            ),
            ["fund", "organisation_id", "measure"],
            [FundId, OrganisationId, Measure, .. Amount]
        );

    /// <summary>Rates of the fund and of each organisation, numerator and denominator kept.</summary>
    public static TableSchema Rates { get; } =
        Table(
            "rates",
            new("Rates", "Tasas"),
            new(
                "One rate of the fund (organisation empty) or of one organisation",
                "Una tasa del fondo (organización vacía) o de una organización"
            ),
            ["fund", "organisation_id", "metric"],
            [
                FundId,
                Optional(
                    "organisation_id",
                    ColumnType.Text,
                    "Organisation identifier",
                    "Identificador de la organización"
                ),
                Required("metric", ColumnType.Text, "Metric", "Métrica"),
                Required("currency", ColumnType.Text, "Currency", "Moneda"),
                Optional(
                    "numerator_minor",
                    ColumnType.Integer,
                    "Numerator in minor units",
                    "Numerador en unidades mínimas"
                ),
                Optional(
                    "denominator_minor",
                    ColumnType.Integer,
                    "Denominator in minor units",
                    "Denominador en unidades mínimas"
                ),
                Optional("ratio", ColumnType.Decimal, "Ratio", "Razón"),
            ]
        );

    /// <summary>Contributions by giver and year: organisations and states by name, people as one line.</summary>
    public static TableSchema Contributions { get; } =
        Table(
            "contributions",
            new("Contributions by giver and year", "Contribuciones por donante y año"),
            new(
                "One giver's gifts or pledges in one calendar year",
                "Las donaciones o promesas de un donante en un año calendario"
            ),
            ["fund", "giver_kind", "giver", "year", "measure"],
            [
                FundId,
                Coded("giver_kind", CodeLists.GiverKind, "Kind of giver", "Tipo de donante"),
                Required("giver", ColumnType.Text, "Giver", "Donante"),
                Required("year", ColumnType.Text, "Year", "Año"),
                PeriodStart,
                PeriodEnd,
                Measure,
                .. Amount,
            ]
        );

    /// <summary>Planned and reached people as each partner states them.</summary>
    public static TableSchema People { get; } =
        Table(
            "people",
            new("People, as partners state", "Personas, según declaran las organizaciones"),
            new(
                "One value of one indicator that one organisation states for one period",
                "Un valor de un indicador que una organización declara para un período"
            ),
            ["fund", "organisation_id", "indicator", "period", "measure", "split"],
            [
                FundId,
                OrganisationId,
                Required("indicator", ColumnType.Text, "Indicator", "Indicador"),
                Required("period", ColumnType.Text, "Period", "Período"),
                PeriodStart,
                PeriodEnd,
                Coded("measure", CodeLists.IndicatorMeasure, "Measure", "Medida"),
                Coded("split", CodeLists.IndicatorSplit, "Split", "Desglose"),
                Optional("value", ColumnType.Integer, "Value", "Valor"),
            ]
        ) with
        {
            Protection = ProtectionClass.PartnerStatement,
        };

    /// <summary>The proof table: both sides of each identity and their difference.</summary>
    public static TableSchema Reconciliation { get; } =
        Table(
            "reconciliation",
            new("Reconciliation", "Conciliación"),
            new("One identity, both sides", "Una identidad, ambos lados"),
            ["fund", "identity", "subject"],
            [
                FundId,
                Coded("identity", CodeLists.Identity, "Identity", "Identidad"),
                Required("subject", ColumnType.Text, "Whom it is about", "A quién se refiere"),
                Required("currency", ColumnType.Text, "Currency", "Moneda"),
                Optional(
                    "left_minor",
                    ColumnType.Integer,
                    "Left side in minor units",
                    "Lado izquierdo en unidades mínimas"
                ),
                Optional(
                    "right_minor",
                    ColumnType.Integer,
                    "Right side in minor units",
                    "Lado derecho en unidades mínimas"
                ),
                Optional(
                    "difference_minor",
                    ColumnType.Integer,
                    "Difference in minor units",
                    "Diferencia en unidades mínimas"
                ),
            ]
        );

    /// <summary>The partner organisations of the fund.</summary>
    public static TableSchema Organisations { get; } =
        Table(
            "organisations",
            new("Partner organisations", "Organizaciones asociadas"),
            new("One organisation", "Una organización"),
            ["fund", "organisation_id"],
            [
                FundId,
                OrganisationId,
                Required("name", ColumnType.Text, "Name", "Nombre"),
                Coded("type", CodeLists.OrganisationType, "Type", "Tipo"),
            ]
        );

    /// <summary>All tables, in the order a reader meets them.</summary>
    public static IReadOnlyList<TableSchema> All =>
        [
            FundingStatus,
            TotalRaised,
            MoneyByMonth,
            MoneyByQuarter,
            GiftToDisbursement,
            UndistributedAge,
            Shortfalls,
            Organisations,
            OrganisationTotals,
            MoneyByOrganisation,
            SpendingByCategory,
            Rates,
            Earmarking,
            AllocationToDisbursement,
            Durations,
            Contributions,
            Indicators,
            People,
            PeopleReachedBounds,
            IndicatorAchievement,
            UnitCosts,
            EnrolmentsToDate,
            EnrolmentsByOrganisation,
            NewDonorsByBand,
            NewDonorsByRegion,
            Reporting,
            ReportingRates,
            Quality,
            Reconciliation,
            Conversion,
            Register,
            Corrections,
            Replies,
            Changes,
            StructuralChanges,
        ];

    /// <summary>The table with this identifier, or null.</summary>
    public static TableSchema? Find(string id) =>
        All.FirstOrDefault(table => string.Equals(table.Id, id, StringComparison.Ordinal));

    private static TableSchema Table(
        string id,
        BilingualText title,
        BilingualText grain,
        string[] key,
        TableColumn[] columns
    ) => new(id, title, grain, [.. columns, .. Context], key, ProtectionClass.Exact);
}
