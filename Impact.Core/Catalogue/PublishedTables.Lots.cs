using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Tables of lots: the age of money, and what the pool advanced.</content>
public static partial class PublishedTables
{
    /// <summary>Money sent to partners by days since its gift cleared.</summary>
    public static TableSchema GiftToDisbursement { get; } =
        OfLots(
            "gift_to_disbursement",
            new("Time from gift to payment", "Tiempo de la donación al pago"),
            new(
                "One age band of what was sent in one closed quarter",
                "Un tramo de antigüedad de lo enviado en un trimestre cerrado"
            ),
            Coded(
                "band",
                CodeLists.GiftAge,
                "Days since the middle of the gift's month",
                "Días desde la mitad del mes de la donación"
            )
        );

    /// <summary>Money still with the fund at a quarter's close by days since its gift cleared.</summary>
    public static TableSchema UndistributedAge { get; } =
        OfLots(
            "undistributed_age",
            new("Age of undistributed money", "Antigüedad del dinero sin distribuir"),
            new(
                "One age band of what the fund holds at a quarter's close",
                "Un tramo de antigüedad de lo que tiene el fondo al cierre de un trimestre"
            ),
            Coded(
                "band",
                CodeLists.GiftAge,
                "Days since the middle of the gift's month",
                "Días desde la mitad del mes de la donación"
            )
        );

    /// <summary>What the pool advanced for designations that could not bear a refund, chargeback or fee.</summary>
    public static TableSchema Shortfalls { get; } =
        OfLots(
            "shortfalls",
            new("Shortfalls advanced by the pool", "Faltantes adelantados por el fondo común"),
            new("One designation in one closed quarter", "Un destino en un trimestre cerrado"),
            Required("designation", ColumnType.Text, "Designation", "Destino")
        );

    private static TableSchema OfLots(string id, BilingualText title, BilingualText grain, TableColumn own) =>
        Table(
            id,
            title,
            grain,
            ["fund", "quarter", own.Name],
            [
                FundId,
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                PeriodStart,
                PeriodEnd,
                own,
                .. Amount,
            ]
        );
}
