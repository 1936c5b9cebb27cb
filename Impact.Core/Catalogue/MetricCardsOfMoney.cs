namespace Impact.Core.Catalogue;

/// <summary>Cards of amounts of money.</summary>
internal static class MetricCardsOfMoney
{
    private const string FundingStatusLayout = "UN Multi-Partner Trust Fund Office, Funding Status statement";
    private const string ImpactDesign = "Impact, exact money";

    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        FundCard("funding_status", "funding_status.sql", Aggregation.Stock, FundingStatusLayout) with
        {
            Completeness = CardWords.PartnersToDate,
            Counter = "reconciliation",
            Title = new("Where all the money is now", "Dónde está todo el dinero ahora"),
            Term = new("Funding status", "Estado de los fondos"),
            Explanation = new(
                "Everything that came in, everything that went out, and what is left with the fund and with its partners, up to the last closed quarter. Refunds and each fee have their own line. A line whose source tells nothing is empty, not zero.",
                "Todo lo que entró, todo lo que salió y lo que queda en el fondo y en las organizaciones, hasta el último trimestre cerrado. Los reembolsos y cada comisión tienen su propia línea. Una línea que ninguna fuente informa queda vacía, no en cero."
            ),
            Formula =
                "fund_balance = opening_balance + gift + interest + other_income - gift_refund - chargeback - processor_fee - platform_fee - bank_charge - fund_cost - disbursement + return; partner_balance = opening_balance + disbursement - return - expenditure",
        },
        FundCard("total_raised_gross", "funding_status.sql", Aggregation.Flow, FundingStatusLayout) with
        {
            Counter = "fund_cost_ratio",
            Title = new("Money people and organisations gave", "Dinero que dieron personas y organizaciones"),
            Term = new("Total raised, gross", "Total recaudado, bruto"),
            Explanation = new(
                "The sum of all gifts that have reached the fund, before refunds and fees are taken off; those are shown on their own lines beside it. Promises are not counted.",
                "La suma de todas las donaciones que llegaron al fondo, antes de restar reembolsos y comisiones, que se muestran en sus propias líneas. Las promesas no se cuentan."
            ),
            Formula = "sum(gift)",
        },
        FundCard("total_raised_net", "total_raised.sql", Aggregation.Flow, FundingStatusLayout) with
        {
            Reference = "Metrics.Flows.RaisedTotals",
            Counter = "fund_cost_ratio",
            Title = new("Money that was left after refunds and fees", "Dinero que quedó tras reembolsos y comisiones"),
            Term = new("Total raised, net", "Total recaudado, neto"),
            Table = PublishedTables.TotalRaised.Id,
            Explanation = new(
                "All gifts less what went back to givers and what payment processors, the platform and the bank took. It is shown beside the gross total, never alone. Where no source tells of fees or refunds it is an estimate: the most it can be.",
                "Todas las donaciones menos lo devuelto a los donantes y lo que cobraron los procesadores de pagos, la plataforma y el banco. Se muestra junto al total bruto, nunca solo. Si ninguna fuente informa comisiones o reembolsos es una estimación: lo máximo que puede ser."
            ),
            Formula = "sum(gift) - gift_refund - chargeback - processor_fee - platform_fee - bank_charge",
        },
        FundCard(
            "pledges",
            "contributions.sql",
            Aggregation.Flow,
            "Financial Tracking Service (OCHA): pledges are never counted"
        ) with
        {
            Finality = CardWords.FinalByPeriod,
            Reference = "Metrics.Reference.ReferenceGivers",
            Title = new("Money promised", "Dinero prometido"),
            Term = new("Pledges", "Promesas"),
            Table = PublishedTables.Contributions.Id,
            Explanation = new(
                "What givers have promised, in the year of the promise. A promise binds nobody and is in no total; when it is paid, the payment is counted as a gift.",
                "Lo que los donantes prometieron, en el año de la promesa. Una promesa no obliga a nadie y no entra en ningún total; cuando se paga, el pago se cuenta como donación."
            ),
            Formula = "sum(pledge) by giver and year of occurred_on",
        },
        FundCard("money_by_month", "money_by_month.sql", Aggregation.Flow, ImpactDesign) with
        {
            Finality = CardWords.FinalByPeriod,
            Reference = "Metrics.Reference.ReferenceFlows",
            Title = new("The fund's money, month by month", "El dinero del fondo, mes a mes"),
            Term = new("Monthly flows of the fund", "Flujos mensuales del fondo"),
            Table = PublishedTables.MoneyByMonth.Id,
            Explanation = new(
                "What the fund received and sent to partners in each month. Where fewer than ten people gave, or one gift is most of it, months are shown together so that no single gift can be read off. A gift, refund or chargeback that is told after its month was published counts in the next month.",
                "Lo que el fondo recibió y envió a las organizaciones cada mes. Si donaron menos de diez personas, o una donación es casi todo, los meses se muestran juntos para que no se pueda deducir una donación. Lo que se informa después de publicado su mes cuenta en el siguiente."
            ),
            Formula =
                "sum of gift, gift_refund, chargeback, interest, other_income and disbursement, each by month of cleared_on; of late gifts, refunds and chargebacks the first month after those published",
        },
        FundCard("money_by_quarter", "money_by_quarter.sql", Aggregation.Flow, ImpactDesign) with
        {
            Finality = CardWords.FinalByPeriod,
            Completeness = CardWords.PartnersOfQuarter,
            Reference = "Metrics.Reference.ReferenceFlows",
            Title = new("All money, quarter by quarter", "Todo el dinero, trimestre a trimestre"),
            Term = new("Quarterly flows", "Flujos trimestrales"),
            Table = PublishedTables.MoneyByQuarter.Id,
            Explanation = new(
                "Every flow of the fund and its partners together in each closed quarter: gifts, fees, what was sent and what was spent. Spending is complete only when every partner has reported; how many have stands beside it.",
                "Cada flujo del fondo y sus organizaciones en cada trimestre cerrado: donaciones, comisiones, lo enviado y lo gastado. El gasto está completo solo cuando todas las organizaciones informaron; al lado se indica cuántas lo hicieron."
            ),
            Formula = "sum of each measure by quarter of cleared_on; allocated = allocation + allocation_change",
        },
        FundCard("money_by_organisation", "money_by_organisation.sql", Aggregation.Flow, ImpactDesign) with
        {
            Finality = CardWords.FinalByPeriod,
            Reference = "Metrics.Reference.ReferenceFlows",
            Title = new("What each organisation got and spent", "Lo que recibió y gastó cada organización"),
            Term = new("Flows by organisation", "Flujos por organización"),
            Table = PublishedTables.MoneyByOrganisation.Id,
            Explanation = new(
                "What each organisation was awarded, was sent, gave back and spent in each closed quarter. A quarter in which nothing moved has no row. It is no ranking: organisations do different work.",
                "Lo que a cada organización se le asignó y se le envió, y lo que devolvió y gastó en cada trimestre cerrado. Un trimestre sin movimientos no tiene fila. No es una clasificación: cada organización hace un trabajo distinto."
            ),
            Formula =
                "sum of allocation + allocation_change, disbursement, return, receipt and expenditure by organisation and quarter of cleared_on",
        },
        FundCard(
            "expenditure",
            "organisation_totals.sql",
            Aggregation.Flow,
            "IATI transaction type 4, Expenditure"
        ) with
        {
            Completeness = CardWords.QuartersOfPartner,
            Reference = "Metrics.Reference.ReferenceFlows",
            Counter = "reports_on_time",
            Title = new("Money partners have spent", "Dinero que gastaron las organizaciones"),
            Term = new("Expenditure", "Gasto"),
            Table = PublishedTables.OrganisationTotals.Id,
            Explanation = new(
                "What each partner reports to have spent of the fund's money up to the last closed quarter, on programmes, administration and fundraising. Money that was sent but not yet reported as spent is not in it.",
                "Lo que cada organización informa haber gastado del dinero del fondo hasta el último trimestre cerrado, en programas, administración y recaudación. El dinero enviado que aún no se informó como gastado no está incluido."
            ),
            Formula = "sum(expenditure) by organisation",
        },
        FundCard(
            "spending_by_category",
            "spending_by_category.sql",
            Aggregation.Flow,
            "Form 990 Part IX and IATI transaction type 4, Expenditure; merged by gate G of Impact"
        ) with
        {
            Finality = CardWords.FinalByPeriod,
            Reference = "Metrics.Reference.ReferenceSpending",
            Title = new("What the money was spent on", "En qué se gastó el dinero"),
            Term = new("Expenditure by category", "Gasto por categoría"),
            Table = PublishedTables.SpendingByCategory.Id,
            Explanation = new(
                "What each organisation spent of the fund's money in each closed quarter, by category. Where an amount would tell how many families got cash, categories stand together as aid to households or as programmes; where even that would, the quarter is withheld and its money is counted in the next one. Sums stay exact. A correction that comes after its quarter was published is in the next quarter.",
                "Lo que cada organización gastó del dinero del fondo en cada trimestre cerrado, por categoría. Donde un importe revelaría cuántas familias recibieron efectivo, las categorías figuran juntas como ayuda a hogares o como programas; donde aun así lo revelaría, el trimestre se retiene y su dinero se cuenta en el siguiente. Las sumas siguen siendo exactas. Una corrección que llega tras publicarse su trimestre figura en el siguiente."
            ),
            Formula =
                "sum of expenditure by organisation, quarter and line; the lines of a quarter add up to spent in money_by_organisation",
        },
        FundCard(
            "contributions_by_giver",
            "contributions.sql",
            Aggregation.Flow,
            "UN pooled funds, contributions by donor and year"
        ) with
        {
            Finality = CardWords.FinalByPeriod,
            Reference = "Metrics.Reference.ReferenceGivers",
            Title = new("Who gave", "Quién donó"),
            Term = new("Contributions by giver", "Contribuciones por donante"),
            Table = PublishedTables.Contributions.Id,
            Explanation = new(
                "Gifts of organisations and states by name and year. All people together are one line: no person is ever named or counted here.",
                "Donaciones de organizaciones y Estados, por nombre y año. Todas las personas juntas son una sola línea: aquí nunca se nombra ni se cuenta a nadie."
            ),
            Formula = "sum(gift) by giver and year of cleared_on; people = all gifts - gifts of organisations",
        },
        FundCard("reconciliation", "book_totals.sql", Aggregation.Ratio, "Identities of the money flow, F1 to U") with
        {
            Reference = "Metrics.Reference.ReferenceSums",
            Title = new("The proof that nothing is lost", "La prueba de que nada se pierde"),
            Term = new("Reconciliation", "Conciliación"),
            Table = PublishedTables.Reconciliation.Id,
            Explanation = new(
                "Each rule that must hold between the figures, with both sides and their difference. Left is the statement, right is the books added up in another way. A side that no source tells leaves its rule unchecked.",
                "Cada regla que debe cumplirse entre las cifras, con ambos lados y su diferencia. A la izquierda está el estado; a la derecha, los libros sumados de otra forma. Si ninguna fuente informa un lado, la regla queda sin comprobar."
            ),
            Formula = "left = lines of the funding status; right = sums of ledger kinds; difference = left - right",
        },
    ];

    private static MetricCard FundCard(string id, string sql, Aggregation aggregation, string source) =>
        new(
            id,
            BilingualText.Same(id),
            BilingualText.Same(id),
            BilingualText.Same(id),
            MetricUnit.Money,
            Formula: string.Empty,
            sql,
            PublishedTables.FundingStatus.Id,
            ProtectionClass.Exact,
            aggregation,
            source,
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Reference.ReferenceStatus",
        };
}
