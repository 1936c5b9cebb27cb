namespace Impact.Core.Catalogue;

/// <content>Faults of gift proofs.</content>
public static partial class Faults
{
    /// <summary>A receipt code is mistyped.</summary>
    public static FaultKind ReceiptCode { get; } =
        new(
            "receipt-code",
            new("this is not a receipt code", "este no es un código de recibo"),
            new(
                "A code has 27 letters and digits, and the last one checks the others.",
                "Un código tiene 27 letras y cifras, y la última comprueba las demás."
            ),
            new(
                "Compare it with the receipt letter by letter; hyphens and capitals do not matter.",
                "Compárelo letra por letra con el recibo; los guiones y las mayúsculas no importan."
            )
        );

    /// <summary>The release has no record for a code.</summary>
    public static FaultKind ReceiptUnknown { get; } =
        new(
            "receipt-unknown",
            new("the release has no record for this code", "la versión no tiene un registro para este código"),
            new(
                "The gift is not in its totals: it cleared later than the day they count to, was taken back, or belongs to another fund.",
                "La donación no está en sus totales: se acreditó después del día hasta el que cuentan, se anuló o es de otro fondo."
            ),
            new(
                "Look in a newer release; if the gift is missing there too, ask the fund with the processor's receipt.",
                "Busque en una versión más reciente; si tampoco está ahí, pregunte al fondo con el recibo del procesador."
            )
        );

    /// <summary>A record is there and does not prove what it says.</summary>
    public static FaultKind ProofFailed { get; } =
        new(
            "proof-failed",
            new("the gift is not proved to be in the total", "no se prueba que la donación esté en el total"),
            new(
                "Its record cannot be opened or its leaves do not lead to the signed roots.",
                "Su registro no se puede abrir o sus hojas no llevan a las raíces firmadas."
            ),
            new(
                "Download the release again; if it still fails, ask the fund, and say so in public.",
                "Descargue la versión de nuevo; si vuelve a fallar, pregunte al fondo y dígalo en público."
            )
        );

    /// <summary>The trees of a release do not add up to its statement.</summary>
    public static FaultKind GiftTotals { get; } =
        new(
            "gift-totals-differ",
            new(
                "the sums of the gift proofs are not the statement's lines",
                "las sumas de las pruebas de donaciones no son las líneas del estado"
            ),
            new(
                "A gift in such a tree is not proved to be in the published total.",
                "No se prueba que una donación de ese árbol esté en el total publicado."
            ),
            new(
                "Download the release again; if it still fails, ask the fund, and say so in public.",
                "Descargue la versión de nuevo; si vuelve a fallar, pregunte al fondo y dígalo en público."
            )
        );

    /// <summary>A record shows another amount than the one that its leaves prove.</summary>
    public static FaultKind GiftAmount { get; } =
        new(
            "gift-amount-differs",
            new(
                "the amount shown as paid is not the amount that was counted",
                "el importe que se muestra como pagado no es el que se contó"
            ),
            new(
                "Both are in the fund's currency, so they are one amount; the total holds only what was counted.",
                "Ambos están en la moneda del fondo, así que son un solo importe; el total solo contiene lo contado."
            ),
            new(
                "Compare the processor's receipt and ask the fund; if it does not explain the difference, say so in public.",
                "Compare el recibo del procesador y pregunte al fondo; si no explica la diferencia, dígalo en público."
            )
        );

    /// <summary>A release without gift proofs.</summary>
    public static FaultKind GiftsAbsent { get; } =
        new(
            "gifts-absent",
            new("the release has no gift proofs", "la versión no tiene pruebas de donaciones"),
            new(
                "Its sources name no transactions of a payment processor.",
                "Sus fuentes no nombran transacciones de un procesador de pagos."
            ),
            new("Check which fund and release the receipt names.", "Revise qué fondo y qué versión nombra el recibo.")
        );

    /// <summary>A transaction's entries add up to less than nothing.</summary>
    public static FaultKind GiftNegative { get; } =
        new(
            "gift-negative",
            new(
                "transactions whose gifts or refunds add up to less than 0",
                "hay transacciones cuyas donaciones o reembolsos suman menos de 0"
            ),
            new(
                "A proof that could hold less than nothing could hide another gift, so nothing is published.",
                "Una prueba que admitiera menos de cero podría ocultar otra donación; por eso no se publica nada."
            ),
            new(
                "Look for rows that were taken back twice, put them right and publish again.",
                "Busque filas anuladas dos veces, corríjalas y publique de nuevo."
            )
        );

    /// <summary>A file could not be written.</summary>
    public static FaultKind FileUnwritten { get; } =
        new(
            "file-unwritten",
            new("the file could not be written", "no se pudo escribir el archivo"),
            new(
                "It is there already, or its folder is missing or not yours.",
                "Ya existe, o su carpeta falta o no es suya."
            ),
            new("Name a new file in a folder of your own.", "Indique un archivo nuevo en una carpeta suya.")
        );

    /// <summary>Two sources use one transaction id.</summary>
    public static FaultKind GiftShared { get; } =
        new(
            "gift-shared",
            new("transactions that two sources name alike", "hay transacciones que dos fuentes nombran igual"),
            new(
                "Both givers would get one receipt code and see each other's gift.",
                "Ambos donantes recibirían un mismo código y verían la donación del otro."
            ),
            new(
                "Put the processor's name before the ids of one of the sources and load them again.",
                "Anteponga el nombre del procesador a los identificadores de una de las fuentes y cárguelas de nuevo."
            )
        );
}
