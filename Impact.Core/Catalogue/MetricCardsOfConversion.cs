namespace Impact.Core.Catalogue;

/// <summary>Cards of what was converted by rate tables.</summary>
internal static class MetricCardsOfConversion
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        new(
            "rounding_difference",
            new("What converting currencies rounded off", "Lo que se redondeó al convertir monedas"),
            new("Rounding difference of conversion", "Diferencia de redondeo de la conversión"),
            new(
                "Money in another currency whose source does not state it in the fund's is converted entry by entry, at the published rate of its day or the last one of at most seven days before, half to even. Each rounding moves a sum by at most half a cent. Shown are the sum of the converted entries, the same amounts converted exactly and rounded once, and the difference. Between organisations it is shown by currency; all other money together, as a difference only, so that no currency tells who gave. It is not a gain or loss of exchange.",
                "El dinero en otra moneda cuya fuente no lo indica en la del fondo se convierte asiento por asiento, al tipo de cambio publicado de su fecha o al último de como máximo siete días antes, redondeando al par más cercano. Cada redondeo mueve una suma como máximo medio centavo. Se muestran la suma de los asientos convertidos, los mismos importes convertidos con exactitud y redondeados una sola vez, y la diferencia. Entre organizaciones se muestra por moneda; el resto junto, solo como diferencia, para que ninguna moneda revele quién donó. No es una ganancia ni una pérdida de cambio."
            ),
            MetricUnit.Money,
            "sum(round_half_even(amount * rate)) - round_half_even(sum(amount * rate)), entries converted by a rate table, cleared by the last closed quarter, without pledges",
            "conversion.sql",
            PublishedTables.Conversion.Id,
            ProtectionClass.Exact,
            Aggregation.Stock,
            "Impact, exact money; rates as their source publishes them, for example the European Central Bank",
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Reference.ReferenceConversion",
        },
    ];
}
