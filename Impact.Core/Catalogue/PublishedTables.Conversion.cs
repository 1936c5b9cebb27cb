using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>The table of what was converted by rate tables.</content>
public static partial class PublishedTables
{
    /// <summary>Converted money and the rounding difference: by currency between organisations, everything else as one row.</summary>
    public static TableSchema Conversion { get; } =
        Table(
            "conversion",
            new("Money converted by rate tables", "Dinero convertido con tablas de tipos de cambio"),
            new(
                "One flow between organisations in one currency, or everything else in all currencies, up to the last closed quarter",
                "Un flujo entre organizaciones en una moneda, o todo lo demás en todas las monedas, hasta el último trimestre cerrado"
            ),
            ["fund", "measure", "original_currency"],
            [
                FundId,
                Coded("measure", CodeLists.ConversionMeasure, "Measure", "Medida"),
                Required("original_currency", ColumnType.Text, "Original currency", "Moneda original"),
                Optional(
                    "original_minor",
                    ColumnType.Integer,
                    "Original amount in minor units",
                    "Importe original en unidades mínimas"
                ),
                Optional("original", ColumnType.Decimal, "Original amount", "Importe original"),
                Required("currency", ColumnType.Text, "Currency", "Moneda"),
                Optional(
                    "converted_minor",
                    ColumnType.Integer,
                    "Sum of the converted entries in minor units",
                    "Suma de los asientos convertidos en unidades mínimas"
                ),
                Optional(
                    "at_once_minor",
                    ColumnType.Integer,
                    "Sum converted at once in minor units",
                    "Suma convertida de una vez en unidades mínimas"
                ),
                Optional(
                    "difference_minor",
                    ColumnType.Integer,
                    "Rounding difference in minor units",
                    "Diferencia de redondeo en unidades mínimas"
                ),
            ]
        );
}
