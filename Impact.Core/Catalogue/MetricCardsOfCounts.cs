namespace Impact.Core.Catalogue;

/// <summary>Cards of counts of single people, which leave with noise alone.</summary>
internal static class MetricCardsOfCounts
{
    private const string Enrolment = "Privacy specification §2.5, §2.7: one enrolment, once, ever";

    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Card(
            PublishedTables.EnrolmentsToDate,
            new("Families helped so far", "Familias ayudadas hasta ahora"),
            new("Enrolments to date", "Inscripciones acumuladas"),
            new(
                "How many families the partners have helped at least once, to the end of each month. A family that two organisations help counts twice, unless the fund itself gives every family one number. The figure is shown with noise, so that nobody can tell whether one family is in it; the interval beside it holds the true count 95 times in 100. A family that is recorded late counts in the month that is open then, and a month once shown never changes.",
                "Cuántas familias recibieron ayuda al menos una vez de las organizaciones, hasta el fin de cada mes. Una familia ayudada por dos organizaciones cuenta dos veces, salvo que el fondo dé un solo número a cada familia. La cifra se muestra con ruido, para que nadie pueda saber si una familia está en ella; el intervalo junto a ella contiene el valor verdadero 95 veces de 100. Una familia registrada tarde cuenta en el mes que entonces está abierto, y un mes ya mostrado nunca cambia."
            ),
            (
                MetricUnit.People,
                "count of households (and organisations) by the month of their first service, added up to the month"
            )
        ) with
        {
            Sql = "enrolments.sql",
            Completeness = CardWords.ServicesRecorded,
            Reference = "Metrics.People.Enrolments",
            Aggregation = new(AxisRule.Last, AxisRule.Sum, AxisRule.None, AxisRule.None),
            Counter = "data_quality",
        },
        Card(
            PublishedTables.EnrolmentsByOrganisation,
            new("New families of each organisation", "Familias nuevas de cada organización"),
            new("Enrolments", "Inscripciones"),
            new(
                "How many families an organisation helped for the first time in a quarter. It is a count with noise, not the organisation's own statement, and may even be negative: noise is not cut off, so that sums stay right on average. Small counts say little, and are marked where half the interval is more than half the value.",
                "A cuántas familias ayudó una organización por primera vez en un trimestre. Es un recuento con ruido, no una declaración de la organización, y puede incluso ser negativo: el ruido no se recorta, para que las sumas sean correctas en promedio. Los recuentos pequeños dicen poco, y se marcan si la mitad del intervalo supera la mitad del valor."
            ),
            (MetricUnit.People, "count of households by organisation and the quarter of their first service")
        ) with
        {
            Sql = "enrolments.sql",
            Completeness = CardWords.ServicesRecorded,
            Reference = "Metrics.People.Enrolments",
            Aggregation = new(AxisRule.Sum, AxisRule.Sum, AxisRule.None, AxisRule.None),
            Counter = "data_quality",
        },
        Card(
            PublishedTables.NewDonorsByBand,
            new("New donors by size of their first gift", "Donantes nuevos por tamaño de su primera donación"),
            new("New donors", "Donantes nuevos"),
            new(
                "How many people gave to the fund for the first time in a month, by the size of that gift. A donor is counted once, ever. The figure is shown with noise, so that nobody can tell whether one donor is in it. Organisations and states are no people: their gifts are shown by name.",
                "Cuántas personas donaron al fondo por primera vez en un mes, según el tamaño de esa donación. Cada donante se cuenta una sola vez. La cifra se muestra con ruido, para que nadie pueda saber si un donante está en ella. Las organizaciones y los estados no son personas: sus donaciones se muestran con nombre."
            ),
            (MetricUnit.People, "count of donors by the month and band of their first gift")
        ),
        Card(
            PublishedTables.NewDonorsByRegion,
            new("New donors by where they live", "Donantes nuevos por lugar de residencia"),
            new("New donors by region", "Donantes nuevos por región"),
            new(
                "How many people gave to the fund for the first time in a quarter, by the state or territory where they live. A donor is counted once, ever. Every place has its figure, with noise of its own, whether anybody gave there or not: an absent figure would tell.",
                "Cuántas personas donaron al fondo por primera vez en un trimestre, según el estado o territorio donde viven. Cada donante se cuenta una sola vez. Cada lugar tiene su cifra, con su propio ruido, haya donado alguien o no: una cifra ausente lo revelaría."
            ),
            (MetricUnit.People, "count of donors by the quarter of their first gift and the region told in that month")
        ),
    ];

    private static MetricCard Card(
        TableSchema table,
        BilingualText title,
        BilingualText term,
        BilingualText explanation,
        (MetricUnit Unit, string Formula) definition
    ) =>
        new(
            table.Id,
            title,
            term,
            explanation,
            definition.Unit,
            definition.Formula,
            $"{table.Id}.sql",
            table.Id,
            table.Protection,
            new(AxisRule.Sum, AxisRule.None, AxisRule.Sum, AxisRule.None),
            Enrolment,
            Version: 1
        )
        {
            Finality = CardWords.FinalOnceShown,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.People.NewDonors",
        };
}
