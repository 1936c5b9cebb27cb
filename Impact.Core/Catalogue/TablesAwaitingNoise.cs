using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <summary>
/// Tables of figures from single donors' and households' records that no policy publishes. They are computed, stay in, and are no
/// published tables: nothing that looks a table up for a release can find them here.
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

    /// <summary>The average gift and the share of recurring gifts by month: both parts of each quotient, which alone may be added.</summary>
    public static TableSchema DonorRates { get; } =
        Donors(
            "donor_rates",
            new("Average gift and recurring share by month", "Donación media y parte recurrente por mes"),
            ["fund", "month", "metric"],
            [
                FundId,
                Required("month", ColumnType.Text, "Month", "Mes"),
                Required("metric", ColumnType.Text, "Metric", "Métrica"),
                Optional("numerator", ColumnType.Integer, "Upper part", "Numerador"),
                Optional("denominator", ColumnType.Integer, "Lower part", "Denominador"),
            ]
        );

    /// <summary>Services by organisation and quarter, and the households that had them.</summary>
    public static TableSchema ServicesByOrganisation { get; } =
        Households(
            "services_by_organisation",
            new("Services by organisation and quarter", "Servicios por organización y trimestre"),
            ["fund", "organisation_id", "quarter", "measure"],
            [
                FundId,
                OrganisationId,
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                Coded("measure", CodeLists.ServiceMeasure, "Measure", "Medida"),
                Value,
            ]
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
        [DonorGifts, DonorRates, ServicesByKind, ServicesByOrganisation, SharedHouseholds];

    private static TableColumn Value => Optional("value", ColumnType.Integer, "Value", "Valor");

    /// <summary>The table with this identifier, or null.</summary>
    public static TableSchema? Find(string id) =>
        All.FirstOrDefault(table => string.Equals(table.Id, id, StringComparison.Ordinal));

    private static TableSchema Donors(string id, BilingualText title, string[] key, TableColumn[] columns) =>
        new(id, title, new("One count", "Un recuento"), [.. columns, .. Context], key, ProtectionClass.DonorNoise);

    private static TableSchema Households(string id, BilingualText title, string[] key, TableColumn[] columns) =>
        new(id, title, new("One count", "Un recuento"), [.. columns, .. Context], key, ProtectionClass.HouseholdNoise);
}
