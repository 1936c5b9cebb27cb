using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>The indicators' rules, and what is computed from published figures by them.</content>
public static partial class PublishedTables
{
    /// <summary>The period of figures over all periods that are over.</summary>
    public const string ToDate = "to_date";

    /// <summary>The indicators partners report, with the rules that say what may be added, and how exact the values shown are.</summary>
    public static TableSchema Indicators { get; } =
        Table(
            "indicators",
            new("Indicators and their rules", "Indicadores y sus reglas"),
            new("One indicator", "Un indicador"),
            ["fund", "indicator"],
            [
                FundId,
                Required("indicator", ColumnType.Text, "Indicator", "Indicador"),
                Required("title_en", ColumnType.Text, "Title in English", "Título en inglés"),
                Required("title_es", ColumnType.Text, "Title in Spanish", "Título en español"),
                Coded("population", CodeLists.IndicatorPopulation, "Whom it counts", "A quién cuenta"),
                Coded("counts", CodeLists.IndicatorCount, "What one unit is", "Qué es una unidad"),
                Coded("level", CodeLists.IndicatorLevel, "Level of the result", "Nivel del resultado"),
                Coded(
                    "reported_as",
                    CodeLists.IndicatorReporting,
                    "What a value is about",
                    "A qué se refiere un valor"
                ),
                Coded("dedup", CodeLists.IndicatorDedup, "Who is counted once", "A quién se cuenta una vez"),
                Coded("agg_time", CodeLists.AxisRule, "Over periods", "Entre períodos"),
                Coded("agg_organisation", CodeLists.AxisRule, "Over organisations", "Entre organizaciones"),
                Coded("agg_place", CodeLists.AxisRule, "Over places", "Entre lugares"),
                Coded("agg_service", CodeLists.AxisRule, "Over services", "Entre servicios"),
                Optional("cut_of", ColumnType.Text, "Population it is one cut of", "Población de la que es un corte"),
                Required(
                    "uncertainty",
                    ColumnType.Integer,
                    "Shown values are right to ±",
                    "Los valores son exactos a ±"
                ),
                Required(
                    "withheld_below",
                    ColumnType.Integer,
                    "Values below are withheld",
                    "Se retienen los menores de"
                ),
            ]
        );

    /// <summary>From how many to how many people the partners together planned for or reached.</summary>
    public static TableSchema PeopleReachedBounds { get; } =
        Derived(
            "people_reached_bounds",
            new("People over all partners, as an interval", "Personas entre todas las organizaciones, como intervalo"),
            new(
                "One interval of one indicator in one period, or over all periods that are over",
                "Un intervalo de un indicador en un período, o en todos los períodos concluidos"
            ),
            ["fund", "indicator", "measure", "period"],
            [
                FundId,
                Required("indicator", ColumnType.Text, "Indicator", "Indicador"),
                Coded("measure", CodeLists.IndicatorMeasure, "Measure", "Medida"),
                Required("period", ColumnType.Text, "Period", "Período"),
                PeriodStart,
                PeriodEnd,
                Coded("method", CodeLists.BoundsMethod, "How it was reached", "Cómo se obtuvo"),
                Optional("lower", ColumnType.Integer, "At least", "Al menos"),
                Optional("upper", ColumnType.Integer, "At most", "Como máximo"),
                Required("partners_reporting", ColumnType.Integer, "Partners in it", "Organizaciones incluidas"),
                Required("partners_total", ColumnType.Integer, "Partners that use it", "Organizaciones que lo usan"),
            ]
        );

    /// <summary>Reached against planned, of one partner in one period.</summary>
    public static TableSchema IndicatorAchievement { get; } =
        Derived(
            "indicator_achievement",
            new("Reached against planned", "Alcanzado frente a previsto"),
            new("One indicator of one organisation in one period", "Un indicador de una organización en un período"),
            ["fund", "organisation_id", "indicator", "period"],
            [
                FundId,
                OrganisationId,
                Required("indicator", ColumnType.Text, "Indicator", "Indicador"),
                Required("period", ColumnType.Text, "Period", "Período"),
                PeriodStart,
                PeriodEnd,
                Optional("baseline", ColumnType.Integer, "Before the work began", "Antes de comenzar"),
                Optional("planned", ColumnType.Integer, "Planned", "Previsto"),
                Optional("reached", ColumnType.Integer, "Reached", "Alcanzado"),
                Optional("change", ColumnType.Integer, "Reached less baseline", "Alcanzado menos el inicio"),
                Optional("ratio", ColumnType.Decimal, "Reached over planned", "Alcanzado sobre previsto"),
            ]
        );

    /// <summary>An organisation's whole cost against what it reached, to date.</summary>
    public static TableSchema UnitCosts { get; } =
        Derived(
            "unit_costs",
            new("Cost per result recorded", "Costo por resultado registrado"),
            new(
                "One indicator of one organisation, over all periods that are over",
                "Un indicador de una organización, en todos los períodos concluidos"
            ),
            ["fund", "organisation_id", "indicator"],
            [
                FundId,
                OrganisationId,
                Required("indicator", ColumnType.Text, "Indicator", "Indicador"),
                Coded("level", CodeLists.IndicatorLevel, "Level of the result", "Nivel del resultado"),
                Required("currency", ColumnType.Text, "Currency", "Moneda"),
                Required(
                    "indicators_sharing",
                    ColumnType.Integer,
                    "Indicators that share the cost",
                    "Indicadores que comparten el costo"
                ),
                Optional("cost_minor", ColumnType.Integer, "Whole cost, minor units", "Costo total, unidades mínimas"),
                Optional("units", ColumnType.Integer, "Reached", "Alcanzado"),
                Optional("units_lower", ColumnType.Integer, "Reached, at least", "Alcanzado, al menos"),
                Optional("units_upper", ColumnType.Integer, "Reached, at most", "Alcanzado, como máximo"),
                Optional(
                    "unit_cost_minor",
                    ColumnType.Integer,
                    "Cost of one, minor units",
                    "Costo de uno, unidades mínimas"
                ),
                Optional(
                    "unit_cost_lower_minor",
                    ColumnType.Integer,
                    "Cost of one, at least",
                    "Costo de uno, al menos"
                ),
                Optional(
                    "unit_cost_upper_minor",
                    ColumnType.Integer,
                    "Cost of one, at most",
                    "Costo de uno, como máximo"
                ),
            ]
        );

    private static TableSchema Derived(
        string id,
        BilingualText title,
        BilingualText grain,
        string[] key,
        TableColumn[] columns
    ) => Table(id, title, grain, key, columns) with { Protection = ProtectionClass.PartnerStatement };
}
