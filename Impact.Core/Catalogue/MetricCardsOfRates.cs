namespace Impact.Core.Catalogue;

/// <summary>Cards of quotients of money. Numerator and denominator are published with each, and rates are never averaged.</summary>
internal static class MetricCardsOfRates
{
    private const string NetSources = "(opening_balance + gift + interest + other_income - gift_refund - chargeback)";

    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Rate(
            "allocation_rate",
            new("Share of the money already awarded", "Parte del dinero ya asignada"),
            new("Allocation rate", "Tasa de asignación"),
            new(
                "How much of the fund's money its board has awarded to partners, as a share of what came in less what went back to givers. Awarded is a decision: the money may not have been sent yet. Without any income there is no rate.",
                "Qué parte del dinero del fondo ya asignó su junta a las organizaciones, respecto de lo que entró menos lo que volvió a los donantes. Asignar es una decisión: puede que el dinero aún no se haya enviado. Sin ingresos no hay tasa."
            ),
            $"(allocation + allocation_change) / {NetSources}"
        ) with
        {
            Counter = "disbursement_rate",
        },
        Rate(
            "fund_utilisation_rate",
            new("Share of the money already sent to partners", "Parte del dinero ya enviada a las organizaciones"),
            new("Fund utilisation rate", "Tasa de utilización del fondo"),
            new(
                "How much of what came in, less what went back to givers, has been sent to partners and not returned. What is not sent is with the fund or went to fees and costs. Without any income there is no rate.",
                "Qué parte de lo que entró, menos lo que volvió a los donantes, se envió a las organizaciones y no fue devuelta. Lo no enviado está en el fondo o se fue en comisiones y costos. Sin ingresos no hay tasa."
            ),
            $"(disbursement - return) / {NetSources}"
        ) with
        {
            Counter = "time_to_disbursement",
        },
        Rate(
            "disbursement_rate",
            new("Share of the awarded money already sent", "Parte de lo asignado ya enviada"),
            new("Disbursement rate", "Tasa de desembolso"),
            new(
                "How much of what was awarded, to all partners or to one, has been sent and not returned. Money is often sent in parts, so a low rate early on is usual. Without an award there is no rate.",
                "Qué parte de lo asignado, a todas las organizaciones o a una, se envió y no fue devuelta. El dinero suele enviarse por partes: una tasa baja al principio es habitual. Sin asignación no hay tasa."
            ),
            "(disbursement - return) / (allocation + allocation_change)"
        ) with
        {
            Counter = "time_to_disbursement",
        },
        Rate(
            "delivery_rate",
            new("Share of the partners' money already spent", "Parte del dinero de las organizaciones ya gastada"),
            new("Delivery rate", "Tasa de ejecución"),
            new(
                "How much of the money that partners hold from the fund they report to have spent. It can be above one when a partner pays first and is sent the money later. It depends on reports: how many were received stands beside it.",
                "Qué parte del dinero del fondo que tienen las organizaciones informan haber gastado. Puede ser mayor que uno si una organización paga primero y recibe el dinero después. Depende de los informes: al lado se indica cuántos se recibieron."
            ),
            "expenditure / (partner opening_balance + disbursement - return)"
        ) with
        {
            Counter = "reports_on_time",
        },
    ];

    private static MetricCard Rate(
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
            MetricUnit.Ratio,
            formula,
            "rates.sql",
            PublishedTables.Rates.Id,
            ProtectionClass.Exact,
            Aggregation.Ratio,
            "UN pooled funds; denominators as named in the formula",
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.QuartersOfPartner,
            Reference = "Metrics.Reference.ReferenceRates",
        };
}
