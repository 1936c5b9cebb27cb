namespace Impact.Core.Catalogue;

/// <content>Codes of money and its statement.</content>
public static partial class CodeLists
{
    /// <summary>The lines of the Funding Status statement, in its order (UN MPTF Office layout).</summary>
    public static CodeList StatementLine { get; } =
        new(
            "statement_line",
            [
                new("opening_balance", new("Opening balance", "Saldo inicial")),
                new("contributions", new("Contributions from donors", "Contribuciones de donantes")),
                new("interest", new("Interest and investment income", "Intereses e ingresos por inversiones")),
                new("other_income", new("Other income", "Otros ingresos")),
                new("total_sources", new("Total source of funds", "Total de fuentes de fondos")),
                new("transfers", new("Transferred to partner organisations", "Transferido a organizaciones asociadas")),
                new("returns", new("Returned by partner organisations", "Devuelto por organizaciones asociadas")),
                new("gift_refunds", new("Refunds to donors", "Reembolsos a donantes")),
                new("chargebacks", new("Chargebacks", "Contracargos")),
                new("processor_fees", new("Payment processor fees", "Comisiones del procesador de pagos")),
                new("platform_fees", new("Platform fees", "Comisiones de la plataforma")),
                new("bank_charges", new("Bank charges", "Gastos bancarios")),
                new("direct_costs", new("Direct cost of running the fund", "Costo directo de administrar el fondo")),
                new("total_uses", new("Total use of funds", "Total de usos de fondos")),
                new("fund_balance", new("Balance with the fund", "Saldo en el fondo")),
                new(
                    "partner_opening_balance",
                    new("Opening balance of partners", "Saldo inicial de las organizaciones")
                ),
                new("partner_resources", new("Total resources of partners", "Total de recursos de las organizaciones")),
                new("partner_expenditure", new("Partners' expenditure", "Gasto de las organizaciones")),
                new("partner_balance", new("Balance with partners", "Saldo en las organizaciones")),
                new("total_balance", new("Total balance of funds", "Saldo total de los fondos")),
            ]
        );

    /// <summary>Panels of the Funding Status statement.</summary>
    public static CodeList Panel { get; } =
        new(
            "panel",
            [
                new("fund", new("Funds with the fund", "Fondos en poder del fondo")),
                new("partners", new("Funds with partner organisations", "Fondos en poder de las organizaciones")),
                new("total", new("Total", "Total")),
            ]
        );

    /// <summary>How a statement line enters its panel's total.</summary>
    public static CodeList Sign { get; } =
        new(
            "sign",
            [
                new("plus", new("Adds", "Suma")),
                new("minus", new("Subtracts", "Resta")),
                new("total", new("Is a total", "Es un total")),
            ]
        );

    /// <summary>What was raised, before and after what went back to givers and what fees took.</summary>
    public static CodeList RaisedMeasure { get; } =
        new(
            "raised_measure",
            [
                new("gross", new("Gross: all gifts", "Bruto: todas las donaciones")),
                new(
                    "net",
                    new("Net of refunds, chargebacks and fees", "Neto de reembolsos, contracargos y comisiones")
                ),
            ]
        );

    /// <summary>Flows of money that are shown by month, quarter or organisation.</summary>
    public static CodeList MoneyMeasure { get; } =
        new(
            "money_measure",
            [
                new("opening_balance", new("Opening balance", "Saldo inicial")),
                new("received", new("Gifts received", "Donaciones recibidas")),
                new("pledged", new("Pledged, not counted", "Prometido, no se cuenta")),
                new("refunded", new("Refunded to donors", "Reembolsado a donantes")),
                new("charged_back", new("Charged back", "Contracargos")),
                new("interest", new("Interest", "Intereses")),
                new("other_income", new("Other income", "Otros ingresos")),
                new("processor_fees", new("Payment processor fees", "Comisiones del procesador de pagos")),
                new("platform_fees", new("Platform fees", "Comisiones de la plataforma")),
                new("bank_charges", new("Bank charges", "Gastos bancarios")),
                new("fund_costs", new("Cost of running the fund", "Costo de administrar el fondo")),
                new("allocated", new("Allocated, net of changes", "Asignado, neto de cambios")),
                new("disbursed", new("Sent to partners", "Enviado a las organizaciones")),
                new("returned", new("Returned by partners", "Devuelto por las organizaciones")),
                new("confirmed", new("Receipt confirmed by partners", "Recepción confirmada por las organizaciones")),
                new("spent_programme", new("Spent on programmes", "Gastado en programas")),
                new("spent_management", new("Spent on administration", "Gastado en administración")),
                new("spent_fundraising", new("Spent on fundraising", "Gastado en recaudación")),
                new("spent", new("Spent by partners", "Gastado por las organizaciones")),
            ]
        );

    /// <summary>What spending is shown as: a category, or several together where one alone would tell how many families were helped.</summary>
    public static CodeList SpendingLine { get; } =
        new(
            "spending_line",
            [
                .. ExpenditureCategory.Codes,
                new("direct_aid", new("Aid to households, categories together", "Ayuda a hogares, categorías juntas")),
                new("programme", new("Programmes, categories together", "Programas, categorías juntas")),
                new("unclassified", new("Without a category", "Sin categoría")),
            ]
        );

    /// <summary>Identities of the proof table (conventions of the field, F1 to U).</summary>
    public static CodeList Identity { get; } =
        new(
            "identity",
            [
                new(
                    "F1",
                    new(
                        "Sources are gifts, interest and other income",
                        "Las fuentes son donaciones, intereses y otros ingresos"
                    )
                ),
                new(
                    "F2",
                    new(
                        "Uses are refunds, fees, costs and net transfers",
                        "Los usos son reembolsos, comisiones, costos y transferencias netas"
                    )
                ),
                new(
                    "F3",
                    new(
                        "The balance is what bank, processor and transit hold",
                        "El saldo es lo que hay en banco, procesador y tránsito"
                    )
                ),
                new(
                    "P1",
                    new(
                        "Partners' resources are transfers less returns",
                        "Los recursos de las organizaciones son transferencias menos devoluciones"
                    )
                ),
                new(
                    "P2",
                    new(
                        "Partners' balance is resources less expenditure",
                        "El saldo de las organizaciones es recursos menos gasto"
                    )
                ),
                new(
                    "T",
                    new(
                        "Total balance is the fund's and the partners'",
                        "El saldo total es el del fondo y el de las organizaciones"
                    )
                ),
                new(
                    "T2",
                    new(
                        "Sources equal everything spent plus what is left",
                        "Las fuentes equivalen a todo lo gastado más lo que queda"
                    )
                ),
                new(
                    "U",
                    new(
                        "Unallocated is sources less other uses and allocations",
                        "Lo no asignado es fuentes menos otros usos y asignaciones"
                    )
                ),
            ]
        );
}
