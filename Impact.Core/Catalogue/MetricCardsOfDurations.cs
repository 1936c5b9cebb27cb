namespace Impact.Core.Catalogue;

/// <summary>Cards of how long money waits.</summary>
internal static class MetricCardsOfDurations
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Card("allocation_to_disbursement") with
        {
            Title = new(
                "How long awarded money waits until it is sent",
                "Cuánto espera el dinero asignado hasta enviarse"
            ),
            Term = new("Time from allocation to disbursement", "Tiempo entre la asignación y el desembolso"),
            Explanation = new(
                "Each cent awarded to a partner is followed until it is sent; a partner's oldest award is sent first, whatever project it names. Cents not sent yet count as waiting for as long as they have waited (Kaplan-Meier): leaving them out would make the fund look quicker than it is. What was later taken off an award or given back counts as never awarded or sent; what was sent before its award waited no day. An award made before the books begin is not seen.",
                "Cada centavo asignado a una organización se sigue hasta que se envía; primero se envía la asignación más antigua de la organización, sea cual sea el proyecto. Los centavos aún no enviados cuentan como en espera por el tiempo que llevan (Kaplan-Meier): omitirlos haría parecer al fondo más rápido de lo que es. Lo que después se redujo o se devolvió cuenta como nunca asignado o enviado; lo enviado antes de asignarse no esperó ningún día. No se ve una asignación anterior al comienzo de los libros."
            ),
            Formula =
                "share(days) = product over steps up to days of (at_risk - disbursed) / at_risk, rounded half to even to 6 places; days = cleared_on of disbursement - cleared_on of allocation, at least 0",
        },
        Card("time_to_disbursement") with
        {
            Title = new(
                "The days after which awarded money was sent",
                "Los días tras los cuales se envió el dinero asignado"
            ),
            Term = new("Quartiles of the time to disbursement", "Cuartiles del tiempo hasta el desembolso"),
            Explanation = new(
                "After how many days a quarter, half and three quarters of the awarded money had been sent, read off the curve of waiting, so that money not sent yet is counted. A part that has not been reached yet has no value.",
                "Tras cuántos días se había enviado un cuarto, la mitad y tres cuartos del dinero asignado, según la curva de espera, que cuenta también el dinero aún no enviado. Una parte que aún no se alcanzó no tiene valor."
            ),
            Formula = "first days where share(days) <= 0.75, 0.5, 0.25",
            Table = PublishedTables.Durations.Id,
            Counter = "allocation_rate",
        },
    ];

    private static MetricCard Card(string id) =>
        new(
            id,
            BilingualText.Same(id),
            BilingualText.Same(id),
            BilingualText.Same(id),
            MetricUnit.Days,
            Formula: string.Empty,
            "allocation_to_disbursement.sql",
            PublishedTables.AllocationToDisbursement.Id,
            ProtectionClass.Exact,
            Aggregation.Ratio,
            "Kaplan and Meier (1958), product limit; conventions of pooled funds, timeliness",
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Reference.ReferenceDelays",
        };
}
