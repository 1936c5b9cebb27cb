namespace Impact.Core.Catalogue;

/// <content>Codes of figures from single donors' and households' records.</content>
public static partial class CodeLists
{
    /// <summary>Bands of a gift, in whole units of the fund's currency (conventions §4.8).</summary>
    public static CodeList GiftBand { get; } =
        new(
            "gift_band",
            [
                new("<10", new("Under 10", "Menos de 10")),
                new("10-24.99", new("10 to 24.99", "De 10 a 24,99")),
                new("25-49.99", new("25 to 49.99", "De 25 a 49,99")),
                new("50-99.99", new("50 to 99.99", "De 50 a 99,99")),
                new("100-249.99", new("100 to 249.99", "De 100 a 249,99")),
                new("250-999.99", new("250 to 999.99", "De 250 a 999,99")),
                new("1000+", new("1,000 or more", "1.000 o más")),
            ]
        );

    /// <summary>Where each band of gifts begins, in whole units, in the order of the bands.</summary>
    internal static IReadOnlyList<long> GiftBandFloors { get; } = [0, 10, 25, 50, 100, 250, 1000];

    /// <summary>What is counted of donors' gifts; an average is the amount over the gifts.</summary>
    public static CodeList DonorMeasure { get; } =
        new(
            "donor_measure",
            [
                new("donors", new("People who gave", "Personas que donaron")),
                new("gifts", new("Gifts", "Donaciones")),
                new("amount", new("Amount in minor units", "Importe en unidades mínimas")),
                new("recurring_gifts", new("Gifts of a recurring plan", "Donaciones de un plan recurrente")),
                new("recurring_amount", new("Their amount in minor units", "Su importe en unidades mínimas")),
            ]
        );

    /// <summary>What is counted of services.</summary>
    public static CodeList ServiceMeasure { get; } =
        new(
            "service_measure",
            [
                new("services", new("Services", "Servicios")),
                new("households", new("Households that had one", "Hogares que recibieron uno")),
            ]
        );

    /// <summary>Whether a count with noise says something at its size.</summary>
    public static CodeList CountPrecision { get; } =
        new(
            "count_precision",
            [
                new("reportable", new("Precise enough to report", "Precisión suficiente para informarlo")),
                new(
                    "not_reportable",
                    new(
                        "Not reportable precision: the interval is wider than half the value",
                        "Precisión insuficiente: el intervalo supera la mitad del valor"
                    )
                ),
            ]
        );

    /// <summary>Where a donor lives: a state or territory of the United States, another country, or not known.</summary>
    internal static IReadOnlyList<string> DonorRegions { get; } =
    [
        .. (
            "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS "
            + "MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP "
            + "other_country unknown"
        ).Split(' '),
    ];
}
