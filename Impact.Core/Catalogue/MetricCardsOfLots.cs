namespace Impact.Core.Catalogue;

/// <summary>Cards of the age of money, by the fund's rule of lots: first in, first out within a designation.</summary>
internal static class MetricCardsOfLots
{
    private const string Rule =
        "lots first in, first out within a designation: published cut-off, cleared_on, the source's own id";

    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Card(
            PublishedTables.GiftToDisbursement,
            new("How long gifts waited before they were sent", "Cuánto esperaron las donaciones antes de enviarse"),
            new("Time from gift to disbursement", "Tiempo de la donación al desembolso"),
            new(
                "Money sent to partners in each closed quarter, by the days since the gift it came from, counted from the middle of the gift's month. Money cannot be told apart, so the fund's rule says which gift is used: the oldest first, within what the giver chose it for. Money without a gift, such as interest, stands apart. Where too few people stand behind a band or a month, the whole quarter is withheld.",
                "Dinero enviado a las organizaciones en cada trimestre cerrado, según los días desde la donación de la que proviene, contados desde la mitad del mes de la donación. El dinero no se distingue: la regla del fondo dice qué donación se usa, primero la más antigua, dentro del destino que eligió quien donó. El dinero sin donación, como los intereses, va aparte. Si hay muy pocas personas detrás de un tramo o de un mes, se retiene todo el trimestre."
            ),
            $"sum(disbursement) by days = disbursement.cleared_on - 15th of the month of gift.cleared_on; {Rule}",
            Aggregation.Flow
        ),
        Card(
            PublishedTables.UndistributedAge,
            new("How long the money has waited that is not sent", "Cuánto lleva esperando el dinero no enviado"),
            new("Age of undistributed balance", "Antigüedad del saldo sin distribuir"),
            new(
                "What the fund still holds at the close of each quarter, by the days since the gift it came from, counted from the middle of the gift's month. It stands beside the share that was sent: a high share can hide old money. A gift that was told late can make a band fall below zero; the bands add up to the balance. Where too few people stand behind a band or a month, the whole quarter is withheld.",
                "Lo que el fondo aún tiene al cierre de cada trimestre, según los días desde la donación de la que proviene, contados desde la mitad del mes de la donación. Acompaña a la parte ya enviada: una parte alta puede ocultar dinero antiguo. Una donación informada tarde puede dejar un tramo bajo cero; los tramos suman el saldo. Si hay muy pocas personas detrás de un tramo o de un mes, se retiene todo el trimestre."
            ),
            $"sum of lots not used at quarter close by days = last day - 15th of the month of gift.cleared_on; {Rule}",
            Aggregation.Stock
        ),
        Card(
            PublishedTables.Shortfalls,
            new("What the pool paid for gifts already used", "Lo que el fondo común pagó por donaciones ya usadas"),
            new("Explained shortfalls", "Faltantes explicados"),
            new(
                "When a gift is refunded, charged back or charged a fee after it was sent on, the rest of the money for the same purpose pays, and the common pool advances what is still missing. The advance stands here by what the gift was for and by quarter. It is explained and loses nothing. Where too few people stand behind it, the whole quarter is withheld.",
                "Cuando una donación se reembolsa, se contracarga o recibe una comisión después de haberse enviado, paga el resto del dinero del mismo destino, y el fondo común adelanta lo que aún falta. El adelanto aparece aquí por destino de la donación y por trimestre. Está explicada y no se pierde nada. Si hay muy pocas personas detrás, se retiene todo el trimestre."
            ),
            $"sum of fees, refunds and chargebacks beyond what is left of their gift and its designation; {Rule}",
            Aggregation.Flow
        ),
    ];

    private static MetricCard Card(
        TableSchema table,
        BilingualText title,
        BilingualText term,
        BilingualText explanation,
        string formula,
        Aggregation aggregation
    ) =>
        new(
            table.Id,
            title,
            term,
            explanation,
            MetricUnit.Money,
            formula,
            "lot_bands.sql",
            table.Id,
            ProtectionClass.Exact,
            aggregation,
            "Impact, lots by the fund's rule; CBPF pillar Timeliness",
            Version: 1
        )
        {
            Finality = CardWords.FinalByPeriod,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Lots.ReferenceLotBands",
        };
}
