using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Tables of what was raised.</content>
public static partial class PublishedTables
{
    /// <summary>What was given to date, before and after refunds, chargebacks and fees.</summary>
    public static TableSchema TotalRaised { get; } =
        Table(
            "total_raised",
            new("Total raised", "Total recaudado"),
            new("One total, up to the last closed quarter", "Un total, hasta el último trimestre cerrado"),
            ["fund", "measure"],
            [FundId, Coded("measure", CodeLists.RaisedMeasure, "Measure", "Medida"), .. Amount]
        );

    /// <summary>What each partner spent by closed quarter and category, or by groups of categories where gate G asks for it.</summary>
    public static TableSchema SpendingByCategory { get; } =
        Table(
            "spending_by_category",
            new("Spending by category", "Gasto por categoría"),
            new(
                "Spending of one organisation in one closed quarter on one category or group of categories",
                "Gasto de una organización en un trimestre cerrado en una categoría o grupo de categorías"
            ),
            ["fund", "organisation_id", "quarter", "line"],
            [
                FundId,
                OrganisationId,
                Quarter,
                PeriodStart,
                PeriodEnd,
                Coded("line", CodeLists.SpendingLine, "Category or group", "Categoría o grupo"),
                .. Amount,
            ]
        );

    /// <summary>Gifts by closed quarter and by how closely their givers said what they are for.</summary>
    public static TableSchema Earmarking { get; } =
        Table(
            "earmarking",
            new("Gifts by earmarking", "Donaciones según su destino"),
            new(
                "Gifts of one kind of giver in one closed quarter with one degree of earmarking",
                "Donaciones de un tipo de donante en un trimestre cerrado con un grado de destino"
            ),
            ["fund", "quarter", "giver_kind", "earmarking"],
            [
                FundId,
                Quarter,
                PeriodStart,
                PeriodEnd,
                Coded("giver_kind", CodeLists.GiverKind, "Kind of giver", "Tipo de donante"),
                Coded("earmarking", CodeLists.Earmarking, "Earmarking", "Destino"),
                .. Amount,
            ]
        );
}
