using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <summary>
/// Tables of figures from single donors' and households' records. They are computed, stay in the private store, and are no published
/// tables: nothing that looks a table up for a release can find them here.
/// </summary>
internal static class TablesAwaitingNoise
{
    /// <summary>Gifts of individual people by month, and by the band of each donor's first gift.</summary>
    public static TableSchema DonorGifts { get; } =
        Donors(
            "donor_gifts",
            new("Gifts of people by month and first-gift band", "Donaciones de personas por mes y tramo de la primera"),
            ["fund", "month", "band", "measure"],
            [
                FundId,
                Required("month", ColumnType.Text, "Month", "Mes"),
                Coded("band", CodeLists.GiftBand, "Band of the first gift", "Tramo de la primera donación"),
                Coded("measure", CodeLists.DonorMeasure, "Measure", "Medida"),
                Value,
            ]
        );

    /// <summary>People who gave for the first time, by month and by the band of that gift.</summary>
    public static TableSchema NewDonorsByBand { get; } =
        Donors(
            "new_donors_by_band",
            new("New donors by month and band", "Donantes nuevos por mes y tramo"),
            ["fund", "month", "band"],
            [
                FundId,
                Required("month", ColumnType.Text, "Month", "Mes"),
                Coded("band", CodeLists.GiftBand, "Band of the first gift", "Tramo de la primera donación"),
                Value,
            ]
        );

    /// <summary>People who gave for the first time, by quarter and by where they live.</summary>
    public static TableSchema NewDonorsByRegion { get; } =
        Donors(
            "new_donors_by_region",
            new("New donors by quarter and region", "Donantes nuevos por trimestre y región"),
            ["fund", "quarter", "region"],
            [
                FundId,
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                Required("region", ColumnType.Text, "Region", "Región"),
                Value,
            ]
        );

    /// <summary>Enrolments of the whole fund, to date, by month: a family helped by two groups counts twice.</summary>
    public static TableSchema EnrolmentsToDate { get; } =
        Households(
            "enrolments_to_date",
            new("Enrolments to date by month", "Inscripciones acumuladas por mes"),
            ["fund", "month"],
            [FundId, Required("month", ColumnType.Text, "Month", "Mes"), Value]
        );

    /// <summary>Enrolments of each organisation by quarter.</summary>
    public static TableSchema EnrolmentsByOrganisation { get; } =
        Households(
            "enrolments_by_organisation",
            new("Enrolments by organisation and quarter", "Inscripciones por organización y trimestre"),
            ["fund", "organisation_id", "quarter"],
            [FundId, OrganisationId, Required("quarter", ColumnType.Text, "Quarter", "Trimestre"), Value]
        );

    /// <summary>Services by kind and quarter, and the households that had them.</summary>
    public static TableSchema ServicesByKind { get; } =
        Households(
            "services_by_kind",
            new("Services by kind and quarter", "Servicios por tipo y trimestre"),
            ["fund", "service", "quarter", "measure"],
            [
                FundId,
                Required("service", ColumnType.Text, "Service", "Servicio"),
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                Coded("measure", CodeLists.ServiceMeasure, "Measure", "Medida"),
                Value,
            ]
        );

    /// <summary>Households by the number of organisations that served them: what the unit of enrolment hides.</summary>
    public static TableSchema SharedHouseholds { get; } =
        Households(
            "shared_households",
            new("Households by number of organisations", "Hogares por número de organizaciones"),
            ["fund", "organisations"],
            [FundId, Required("organisations", ColumnType.Integer, "Organisations", "Organizaciones"), Value]
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableSchema> All =>
        [
            DonorGifts,
            NewDonorsByBand,
            NewDonorsByRegion,
            EnrolmentsToDate,
            EnrolmentsByOrganisation,
            ServicesByKind,
            SharedHouseholds,
        ];

    private static TableColumn Value => Optional("value", ColumnType.Integer, "Value", "Valor");

    /// <summary>The table with this identifier, or null.</summary>
    public static TableSchema? Find(string id) =>
        All.FirstOrDefault(table => string.Equals(table.Id, id, StringComparison.Ordinal));

    private static TableSchema Donors(string id, BilingualText title, string[] key, TableColumn[] columns) =>
        new(id, title, new("One count", "Un recuento"), [.. columns, .. Context], key, ProtectionClass.DonorNoise);

    private static TableSchema Households(string id, BilingualText title, string[] key, TableColumn[] columns) =>
        new(id, title, new("One count", "Un recuento"), [.. columns, .. Context], key, ProtectionClass.HouseholdNoise);
}
