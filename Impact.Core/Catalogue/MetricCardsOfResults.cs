namespace Impact.Core.Catalogue;

/// <summary>Cards of what follows from published statements and money: intervals, achievement, unit costs.</summary>
internal static class MetricCardsOfResults
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Card(
            PublishedTables.PeopleReachedBounds,
            new("People helped by all partners: from … to …", "Personas ayudadas entre todas: de … a …"),
            new("People reached, bounds", "Personas alcanzadas, cotas"),
            new(
                "How many different people all partners together helped. One person may be helped by two of them or in two periods, so only an interval is known: at least what the largest partner states, at most all statements added. Values that were rounded count with two more or less, withheld ones as 0 to 9. Where the fund file says that nobody is counted twice, figures are added. Partners that have not stated anything are not in it.",
                "Cuántas personas distintas ayudaron todas las organizaciones juntas. Una persona puede ser ayudada por dos de ellas o en dos períodos, así que solo se conoce un intervalo: al menos lo que declara la mayor, como máximo todas las declaraciones sumadas. Los valores redondeados cuentan con dos más o menos; los retenidos, como 0 a 9. Si el archivo del fondo dice que nadie se cuenta dos veces, las cifras se suman. No incluye a las organizaciones que no declararon nada."
            ),
            (
                MetricUnit.People,
                "L = max over partners, U = sum over partners; over periods L = max, U = sum (periodic), each partner's sum first (new), or its last (cumulative)"
            ),
            nameof(Derivations.PeopleBounds)
        ),
        Card(
            PublishedTables.IndicatorAchievement,
            new("How much of the plan was reached", "Cuánto de lo previsto se alcanzó"),
            new("Achievement rate", "Tasa de cumplimiento"),
            new(
                "What a partner states it reached, as a share of what it planned for the same period, and the change since the baseline where one was stated. Both numbers stand beside the rate, and rates are never averaged. A partner that planned little exceeds its plan easily. Nothing planned: no rate; a number withheld: no figure at all.",
                "Lo que una organización declara haber alcanzado, como parte de lo que previó para el mismo período, y el cambio desde la línea de base si la declaró. Ambos números están junto a la tasa, y las tasas nunca se promedian. Quien previó poco supera su plan con facilidad. Sin previsión no hay tasa; con un número retenido no hay cifra alguna."
            ),
            (MetricUnit.Ratio, "people reached / people planned; people reached - baseline"),
            nameof(Derivations.Achievement)
        ),
        Card(
            PublishedTables.UnitCosts,
            new("Cost per result recorded", "Costo por resultado registrado"),
            new("Cost per output, cost per outcome recorded", "Costo por producto, costo por resultado registrado"),
            new(
                "All that a partner has spent of this fund's money, its running costs included, divided by what it states it reached. The cost is not split: a partner with several indicators shows its whole cost beside each, and with how many it is shared. It says what was recorded, not what would have happened without the help, and it does not rank partners: hard cases cost more.",
                "Todo lo que una organización gastó del dinero de este fondo, con sus gastos de funcionamiento, dividido por lo que declara haber alcanzado. El costo no se reparte: quien tiene varios indicadores muestra su costo completo junto a cada uno, y con cuántos se comparte. Dice lo que se registró, no lo que habría pasado sin la ayuda, y no ordena a las organizaciones: los casos difíciles cuestan más."
            ),
            (MetricUnit.Money, "expenditure (all categories) / people or services reached to date, half to even"),
            nameof(Derivations.UnitCost)
        ),
    ];

    private static MetricCard Card(
        TableSchema table,
        BilingualText title,
        BilingualText term,
        BilingualText explanation,
        (MetricUnit Unit, string Formula) definition,
        string reference
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
            Aggregation.Ratio,
            "Computed from published figures alone",
            Version: 1
        )
        {
            Finality = CardWords.FinalAsItsParts,
            Completeness = CardWords.StatementsUsed,
            Reference = $"Catalogue.Derivations.{reference}",
        };
}
