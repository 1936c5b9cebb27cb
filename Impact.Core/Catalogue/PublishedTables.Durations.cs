using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Tables of how long money waits.</content>
public static partial class PublishedTables
{
    /// <summary>How long allocated money waits until it is sent: every step of the Kaplan-Meier estimate with its parts.</summary>
    public static TableSchema AllocationToDisbursement { get; } =
        Table(
            "allocation_to_disbursement",
            new("Waiting from allocation to disbursement", "Espera entre la asignación y el desembolso"),
            new(
                "One number of days after which money was sent, or at which unsent money is as old",
                "Un número de días tras el cual se envió dinero, o que tiene de antigüedad el dinero sin enviar"
            ),
            ["fund", "days"],
            [
                FundId,
                Required("days", ColumnType.Integer, "Days since allocation", "Días desde la asignación"),
                Required("currency", ColumnType.Text, "Currency", "Moneda"),
                Optional(
                    "at_risk_minor",
                    ColumnType.Integer,
                    "Still waiting before, in minor units",
                    "Aún en espera antes, en unidades mínimas"
                ),
                Optional(
                    "disbursed_minor",
                    ColumnType.Integer,
                    "Sent after these days, in minor units",
                    "Enviado tras estos días, en unidades mínimas"
                ),
                Optional(
                    "censored_minor",
                    ColumnType.Integer,
                    "Unsent at this age, in minor units",
                    "Sin enviar con esta antigüedad, en unidades mínimas"
                ),
                Optional("ratio", ColumnType.Decimal, "Share that waits longer", "Parte que espera más"),
            ]
        ) with
        {
            IsOfOneDay = true,
        };

    /// <summary>Quantiles of durations: the days after which a quarter, half and three quarters of the money were through.</summary>
    public static TableSchema Durations { get; } =
        Table(
            "durations",
            new("Durations", "Duraciones"),
            new(
                "The days after which one part of the money was through one wait",
                "Los días tras los cuales una parte del dinero superó una espera"
            ),
            ["fund", "metric", "quantile"],
            [
                FundId,
                Required("metric", ColumnType.Text, "Metric", "Métrica"),
                Coded("quantile", CodeLists.Quantile, "Part of the money", "Parte del dinero"),
                Optional("value", ColumnType.Integer, "Days", "Días"),
            ]
        );
}
