namespace Impact.Core.Catalogue;

/// <summary>Cards of what partners state of people.</summary>
internal static class MetricCardsOfPeople
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Statement(
            "people_planned",
            new("People the partners plan to help", "Personas a las que las organizaciones prevén ayudar"),
            new("People targeted", "Personas previstas"),
            new(
                "How many people each partner plans to help, as the partner itself states. One person helped by two organisations or in two periods is in both figures, so they must not be added up. Small numbers are withheld and others rounded to five, unless the source is itself public.",
                "A cuántas personas prevé ayudar cada organización, según declara ella misma. Una persona ayudada por dos organizaciones o en dos períodos está en ambas cifras, así que no deben sumarse. Los números pequeños se retienen y los demás se redondean a cinco, salvo que la fuente sea pública."
            ),
            "sum(statement.people) where measure = planned"
        ) with
        {
            Counter = "people_reached",
        },
        Statement(
            "people_reached",
            new("People the partners say they helped", "Personas a las que las organizaciones dicen haber ayudado"),
            new("People reached", "Personas alcanzadas"),
            new(
                "How many people each partner states it has helped. It is the partner's own statement and not a count of ours. One person helped by two organisations or in two periods is in both figures, so they must not be added up. Small numbers are withheld and others rounded to five, unless the source is itself public.",
                "A cuántas personas declara haber ayudado cada organización. Es su propia declaración, no un recuento nuestro. Una persona ayudada por dos organizaciones o en dos períodos está en ambas cifras, así que no deben sumarse. Los números pequeños se retienen y los demás se redondean a cinco, salvo que la fuente sea pública."
            ),
            "sum(statement.people) where measure = reached"
        ) with
        {
            Counter = "data_quality",
        },
    ];

    private static MetricCard Statement(
        string id,
        BilingualText title,
        BilingualText term,
        BilingualText explanation,
        string formula
    ) =>
        new(
            id,
            title,
            term,
            explanation,
            MetricUnit.People,
            formula,
            "people.sql",
            PublishedTables.People.Id,
            ProtectionClass.PartnerStatement,
            Aggregation.People,
            "Partners' own reports",
            Version: 1
        )
        {
            Finality = CardWords.FinalAsStated,
            Completeness = CardWords.OwnStatement,
            Reference = "Metrics.Reference.ReferencePeople",
        };
}
