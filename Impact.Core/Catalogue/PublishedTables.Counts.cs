using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Counts of single people and households. They leave with noise alone, each cell once, and never change afterwards.</content>
public static partial class PublishedTables
{
    /// <summary>Enrolments of the whole fund, to date, by month.</summary>
    public static TableSchema EnrolmentsToDate { get; } =
        OfUnits(
            "enrolments_to_date",
            new("Families helped so far, by month", "Familias ayudadas hasta ahora, por mes"),
            new("All enrolments to the end of one month", "Todas las inscripciones hasta el fin de un mes"),
            ["fund", "month"],
            [FundId, Required("month", ColumnType.Text, "Month", "Mes")]
        );

    /// <summary>Enrolments of each organisation by quarter.</summary>
    public static TableSchema EnrolmentsByOrganisation { get; } =
        OfUnits(
            "enrolments_by_organisation",
            new("New families by organisation and quarter", "Familias nuevas por organización y trimestre"),
            new(
                "New enrolments of one organisation in one quarter",
                "Nuevas inscripciones de una organización en un trimestre"
            ),
            ["fund", "organisation_id", "quarter"],
            [FundId, OrganisationId, Required("quarter", ColumnType.Text, "Quarter", "Trimestre")]
        );

    /// <summary>People who gave for the first time, by month and by the band of that gift.</summary>
    public static TableSchema NewDonorsByBand { get; } =
        OfUnits(
            "new_donors_by_band",
            new("New donors by month and size of gift", "Donantes nuevos por mes y tamaño de la donación"),
            new("New donors of one month and band", "Donantes nuevos de un mes y un tramo"),
            ["fund", "month", "band"],
            [
                FundId,
                Required("month", ColumnType.Text, "Month", "Mes"),
                Coded("band", CodeLists.GiftBand, "Band of the first gift", "Tramo de la primera donación"),
            ]
        ) with
        {
            Protection = ProtectionClass.DonorNoise,
        };

    /// <summary>People who gave for the first time, by quarter and by where they live.</summary>
    public static TableSchema NewDonorsByRegion { get; } =
        OfUnits(
            "new_donors_by_region",
            new("New donors by quarter and region", "Donantes nuevos por trimestre y región"),
            new("New donors of one quarter and region", "Donantes nuevos de un trimestre y una región"),
            ["fund", "quarter", "region"],
            [
                FundId,
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                Required("region", ColumnType.Text, "Region", "Región"),
            ]
        ) with
        {
            Protection = ProtectionClass.DonorNoise,
        };

    /// <summary>The tables whose figures leave with noise alone.</summary>
    public static IReadOnlyList<TableSchema> OfCounts =>
        [EnrolmentsToDate, EnrolmentsByOrganisation, NewDonorsByBand, NewDonorsByRegion];

    private static TableSchema OfUnits(
        string id,
        BilingualText title,
        BilingualText grain,
        string[] key,
        TableColumn[] columns
    ) =>
        Table(
            id,
            title,
            grain,
            key,
            [
                .. columns,
                PeriodStart,
                PeriodEnd,
                Optional("value", ColumnType.Integer, "Value with noise", "Valor con ruido"),
                Optional("low", ColumnType.Integer, "From (95 of 100)", "Desde (95 de cada 100)"),
                Optional("high", ColumnType.Integer, "To (95 of 100)", "Hasta (95 de cada 100)"),
                Optional("precision", ColumnType.Text, "Precision", "Precisión") with
                {
                    Categories = CodeLists.CountPrecision,
                },
            ]
        ) with
        {
            Protection = ProtectionClass.HouseholdNoise,
        };
}
