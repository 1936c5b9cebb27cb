namespace Impact.Core.Catalogue;

/// <summary>What each hard gate of the books asks, in words a reader of a release's checklist understands.</summary>
public static class Gates
{
    private static readonly Dictionary<string, BilingualText> Questions = new(StringComparer.Ordinal)
    {
        ["signs"] = new(
            "Every amount has the sign its kind must have.",
            "Cada importe tiene el signo que le corresponde."
        ),
        ["references"] = new(
            "Every refund and every correction names what it takes back, and takes back no more.",
            "Cada reembolso y cada corrección nombra lo que revierte, y no revierte más."
        ),
        ["allocation"] = new(
            "No organisation was sent more than it was allocated, for any purpose.",
            "Ninguna organización recibió más de lo que se le asignó, para ninguna finalidad."
        ),
        ["unallocated"] = new(
            "No more was allocated than the fund had, in total and for each purpose.",
            "No se asignó más de lo que el fondo tenía, en total y para cada finalidad."
        ),
        ["designation"] = new(
            "Money given for one purpose went nowhere else, on no day.",
            "El dinero dado para una finalidad no fue a ninguna otra, ningún día."
        ),
        ["balance"] = new(
            "The books equal what the bank and the payment processor state, with what is in transit.",
            "Los libros coinciden con lo que declaran el banco y el procesador de pagos, más lo que está en tránsito."
        ),
        ["register"] = new(
            "Every difference between the books and a receipt, the processor's report or the bank statement, and all that a partner spent beyond what it was sent, is explained or on its way.",
            "Toda diferencia entre los libros y un recibo, el informe del procesador o el extracto bancario, y todo lo que una organización gastó de más, está explicada o en camino."
        ),
        ["screening"] = new(
            "The newest sheet of each kind has no row that was refused because its published words could lead to a person.",
            "La hoja más reciente de cada tipo no tiene ninguna fila rechazada porque sus textos públicos podrían llevar a una persona."
        ),
    };

    /// <summary>The gates that have words.</summary>
    public static IReadOnlyCollection<string> Ids => Questions.Keys;

    /// <summary>What a gate asks.</summary>
    /// <exception cref="KeyNotFoundException">There is no such gate.</exception>
    public static BilingualText Of(string id) => Questions[id];
}
