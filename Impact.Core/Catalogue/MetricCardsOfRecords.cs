namespace Impact.Core.Catalogue;

/// <summary>Cards of what is computed from single donors' and households' records and published by no policy.</summary>
internal static class MetricCardsOfRecords
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Donors("donor_gifts", TablesAwaitingNoise.DonorGifts) with
        {
            Title = new("Gifts and donors by month and first gift", "Donaciones y donantes por mes y primera donación"),
            Term = new("Gifts of individual donors", "Donaciones de personas"),
            Explanation = new(
                "How many people gave in a month, how many gifts they made and what they came to, and what of it belongs to a recurring plan, by the size of each donor's first gift ever. A gift taken back as an error is not counted; a refund does not undo a gift. Organisations and states are no people.",
                "Cuántas personas donaron en un mes, cuántas donaciones hicieron y cuánto sumaron, y qué parte pertenece a un plan recurrente, según el tamaño de la primera donación de cada una. Una donación anulada por error no se cuenta; un reembolso no anula una donación. Las organizaciones y los estados no son personas."
            ),
            Formula = "count of donors and gifts, sum(gift), by month of cleared_on and band of the donor's first gift",
            Aggregation = new(AxisRule.None, AxisRule.None, AxisRule.Sum, AxisRule.None),
        },
        Donors("average_gift", TablesAwaitingNoise.DonorRates) with
        {
            Title = new("What people give at a time", "Lo que las personas dan cada vez"),
            Term = new("Average gift", "Donación media"),
            Explanation = new(
                "What individual people gave in a month, over the number of their gifts. Both parts are kept; averages are never averaged. One large gift moves it, so it tells of the largest giver as much as of the usual one.",
                "Lo que las personas donaron en un mes, dividido por el número de sus donaciones. Se guardan ambas partes; las medias nunca se promedian. Una donación grande la mueve, así que habla tanto del mayor donante como del habitual."
            ),
            Unit = MetricUnit.Money,
            Formula = "sum(gift of individuals) / count(gift of individuals), by month of cleared_on",
        },
        Donors("recurring_share", TablesAwaitingNoise.DonorRates) with
        {
            Title = new("Share of the gifts that come by a plan", "Parte de las donaciones que llega por un plan"),
            Term = new("Recurring share", "Parte recurrente"),
            Explanation = new(
                "How many gifts of individual people in a month belong to a recurring plan, of all their gifts. A source that does not say whether a gift is recurring counts as not recurring.",
                "Cuántas donaciones de personas en un mes pertenecen a un plan recurrente, de todas sus donaciones. Si la fuente no dice si una donación es recurrente, cuenta como no recurrente."
            ),
            Unit = MetricUnit.Ratio,
            Formula = "count(gift where recurring) / count(gift), gifts of individuals, by month of cleared_on",
        },
        Households("services_by_kind", TablesAwaitingNoise.ServicesByKind, "ServicesByKind") with
        {
            Title = new("What families were helped with", "Con qué se ayudó a las familias"),
            Term = new("Services delivered by kind", "Servicios prestados por tipo"),
            Explanation = new(
                "How many services of each kind were recorded in a closed quarter, and how many households had one. Services add up; households do not, for one may have had several kinds or come again. A service taken back is not counted.",
                "Cuántos servicios de cada tipo se registraron en un trimestre cerrado y cuántos hogares recibieron uno. Los servicios se suman; los hogares no, porque uno pudo recibir varios tipos o volver. Un servicio anulado no se cuenta."
            ),
            Formula =
                "count of services that stand, and of households that had one, by kind and quarter of occurred_on",
        },
        Households("services_by_organisation", TablesAwaitingNoise.ServicesByOrganisation, "OrganisationServices") with
        {
            Title = new("What each organisation did for families", "Lo que cada organización hizo por las familias"),
            Term = new("Services and households by organisation", "Servicios y hogares por organización"),
            Explanation = new(
                "How many services an organisation recorded in a closed quarter, and how many households had one. A household that two organisations helped is counted by both, and one that came in two quarters in both: households are never added up.",
                "Cuántos servicios registró una organización en un trimestre cerrado y cuántos hogares recibieron uno. Un hogar ayudado por dos organizaciones lo cuentan ambas, y uno que vino en dos trimestres, los dos: los hogares nunca se suman."
            ),
            Formula =
                "count of services that stand, and of households that had one, by organisation and quarter of occurred_on",
        },
        Households("shared_households", TablesAwaitingNoise.SharedHouseholds, "SharedHouseholds") with
        {
            Title = new("Families helped by several organisations", "Familias ayudadas por varias organizaciones"),
            Term = new("Households by number of organisations", "Hogares por número de organizaciones"),
            Explanation = new(
                "How many households were served by one organisation, by two, and so on, up to the last closed quarter. It can be known only where the fund itself gives every household one number; where each organisation numbers its own, everybody seems to have one.",
                "A cuántos hogares atendió una sola organización, a cuántos dos, y así sucesivamente, hasta el último trimestre cerrado. Solo puede saberse si el propio fondo da un número a cada hogar; si cada organización numera los suyos, todos parecen tener una."
            ),
            Unit = MetricUnit.People,
            Formula = "count of households by the number of organisations with a service that stands",
            Aggregation = new(AxisRule.Last, AxisRule.None, AxisRule.None, AxisRule.None),
        },
    ];

    private static MetricCard Donors(string id, TableSchema table) =>
        Card(id, table, "donor_gifts.sql", "Metrics.People.DonorGifts") with
        {
            Completeness = CardWords.OneSource,
            Unit = MetricUnit.People,
            Source = "Impact; bands of gifts as the conventions of the field",
        };

    private static MetricCard Households(string id, TableSchema table, string reference) =>
        Card(id, table, $"{id}.sql", $"Metrics.People.{reference}") with
        {
            Unit = MetricUnit.Services,
            Source = "IRIS+ PI5184, client transactions (services, not people), and PI7954, client households",
        };

    private static MetricCard Card(string id, TableSchema table, string sql, string reference) =>
        new(
            id,
            BilingualText.Same(id),
            BilingualText.Same(id),
            BilingualText.Same(id),
            MetricUnit.People,
            Formula: string.Empty,
            sql,
            table.Id,
            table.Protection,
            Aggregation.Ratio,
            Source: string.Empty,
            Version: 1
        )
        {
            Finality = CardWords.NeverPublished,
            Completeness = CardWords.ServicesRecorded,
            Reference = reference,
        };
}
