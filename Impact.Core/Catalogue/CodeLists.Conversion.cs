namespace Impact.Core.Catalogue;

/// <content>Codes of what was converted by rate tables.</content>
public static partial class CodeLists
{
    /// <summary>Flows between organisations, and everything else.</summary>
    public static CodeList ConversionMeasure { get; } =
        new(
            "conversion_measure",
            [
                new("received", new("Gifts received from organisations", "Donaciones recibidas de organizaciones")),
                new("allocated", new("Allocated, net of changes", "Asignado, neto de cambios")),
                new("disbursed", new("Sent to partners", "Enviado a las organizaciones")),
                new("returned", new("Returned by partners", "Devuelto por las organizaciones")),
                new("confirmed", new("Receipt confirmed by partners", "Recepción confirmada por las organizaciones")),
                new("other", new("Everything else, all currencies", "Todo lo demás, todas las monedas")),
            ]
        );
}
