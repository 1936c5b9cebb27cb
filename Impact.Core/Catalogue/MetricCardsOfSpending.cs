namespace Impact.Core.Catalogue;

/// <summary>Cards of what spending goes to, what the fund costs and how long its money would last.</summary>
internal static class MetricCardsOfSpending
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        Card("programme_expense_ratio") with
        {
            Title = new("Share of the spending that went to programmes", "Parte del gasto que fue a programas"),
            Term = new("Programme expense ratio", "Razón de gasto en programas"),
            Explanation = new(
                "How much of what partners spent of the fund's money went to the work itself, as categories of Form 990 Part IX. Spending without a category is in the whole and in no part, so the three shares may add up to less than one. It says nothing of what the work achieved: it is never a headline and nobody is ranked by it.",
                "Qué parte de lo que las organizaciones gastaron del dinero del fondo fue al trabajo mismo, según las columnas del Formulario 990, Parte IX. El gasto sin categoría está en el total y en ninguna parte, así que las tres partes pueden sumar menos de uno. No dice nada de lo que se logró: nunca es un titular y no clasifica a nadie."
            ),
            Formula = "expenditure in programme categories / expenditure",
        },
        Card("administrative_ratio") with
        {
            Title = new(
                "Share of the spending that went to administration",
                "Parte del gasto que fue a administración"
            ),
            Term = new("Administrative ratio", "Razón de gasto administrativo"),
            Explanation = new(
                "How much of what partners spent of the fund's money went to running the organisation. Rent, accounts and safety are needed for good work. It says nothing of what the work achieved: it is never a headline and nobody is ranked by it.",
                "Qué parte de lo que las organizaciones gastaron del dinero del fondo fue a su administración. Local, contabilidad y seguridad hacen falta para trabajar bien. No dice nada de lo que se logró: nunca es un titular y no clasifica a nadie."
            ),
            Formula = "expenditure in category administration / expenditure",
        },
        Card("fundraising_ratio") with
        {
            Title = new(
                "Share of the spending that went to raising money",
                "Parte del gasto que fue a recaudar fondos"
            ),
            Term = new("Fundraising ratio", "Razón de gasto en recaudación"),
            Explanation = new(
                "How much of what partners spent of the fund's money went to raising more of it. It says nothing of what the work achieved: it is never a headline and nobody is ranked by it.",
                "Qué parte de lo que las organizaciones gastaron del dinero del fondo fue a recaudar más. No dice nada de lo que se logró: nunca es un titular y no clasifica a nadie."
            ),
            Formula = "expenditure in category fundraising / expenditure",
        },
        Card("fund_cost_ratio") with
        {
            Title = new(
                "What running the fund costs, as a share of the gifts",
                "Lo que cuesta administrar el fondo, respecto de las donaciones"
            ),
            Term = new("Fund cost ratio", "Razón de costo del fondo"),
            Explanation = new(
                "Fees of processors, the platform and the bank, and the fund's own costs, as a share of all gifts before anything is taken off. It is the cost of this fund alone, not of its partners, and stands beside the total raised. Without gifts there is no ratio; where no source tells of a cost it is an estimate: the least it can be.",
                "Comisiones de procesadores, de la plataforma y del banco, y costos propios del fondo, respecto de todas las donaciones antes de restar nada. Es el costo de este fondo, no el de sus organizaciones, y se muestra junto al total recaudado. Sin donaciones no hay razón; si ninguna fuente informa un costo es una estimación: lo mínimo que puede ser."
            ),
            Formula = "(processor_fee + platform_fee + bank_charge + fund_cost) / gift",
            Source = "Impact, exact money; the cost of this fund, distinct from Form 990 ratios of its partners",
        },
        Card("runway_months") with
        {
            Title = new("How many months the money left would last", "Cuántos meses duraría el dinero que queda"),
            Term = new("Runway", "Meses de cobertura"),
            Explanation = new(
                "What the fund holds, divided by what left it in a mean month: net transfers, fees and costs of the last twelve closed months, or of all closed months where the books are younger. Published are the balance times the number of months and the sum over them; their quotient is in months, to six decimals, half to even. Nothing says that the next months will be like the last. Where no more went out than came back there is none.",
                "Lo que tiene el fondo, dividido entre lo que salió en un mes promedio: transferencias netas, comisiones y costos de los últimos doce meses cerrados, o de todos los cerrados si los libros son más recientes. Se publican el saldo por el número de meses y la suma de esos meses; su cociente son meses, con seis decimales, redondeo al par. Nada dice que los próximos meses serán iguales. Si no salió más de lo que volvió, no hay dato."
            ),
            Formula =
                "fund_balance * months / sum over months (disbursement - return + processor_fee + platform_fee + bank_charge + fund_cost); months = closed months of the books, at most 12",
            Unit = MetricUnit.Months,
            Source = "Impact, exact money",
        },
    ];

    private static MetricCard Card(string id) =>
        new(
            id,
            BilingualText.Same(id),
            BilingualText.Same(id),
            BilingualText.Same(id),
            MetricUnit.Ratio,
            Formula: string.Empty,
            "rates.sql",
            PublishedTables.Rates.Id,
            ProtectionClass.Exact,
            Aggregation.Ratio,
            "IRS Form 990, Part IX, columns B, C and D over A",
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.QuartersOfPartner,
            Reference = "Metrics.Reference.ReferenceRates",
        };
}
