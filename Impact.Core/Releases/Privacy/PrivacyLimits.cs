using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Privacy;

/// <summary>What the guarantee of the noisy tables does not cover, and what is known to be weak in them.</summary>
internal static class PrivacyLimits
{
    /// <summary>Figures outside the guarantee.</summary>
    public static IReadOnlyList<BilingualText> Outside { get; } =
    [
        new(
            "Exact money. Whoever knows all other payments of an organisation in a quarter learns from its exact total whether, and how much, one more family received. Between two histories with the same exact totals everything published is within 2ρ.",
            "El dinero exacto. Quien conozca todos los demás pagos de una organización en un trimestre deduce de su total exacto si otra familia recibió algo, y cuánto. Entre dos historias con los mismos totales exactos, todo lo publicado queda dentro de 2ρ."
        ),
        new(
            "What partners state themselves: people at workshops, calls, plans. They are rounded to five and at least ten, and never about families that are counted here.",
            "Lo que declaran las propias organizaciones: personas en talleres, llamadas, planes. Se redondea a cinco y es al menos diez, y nunca se refiere a familias que aquí se cuentan."
        ),
        new(
            "The sums of a month's gifts, refunds and chargebacks: at least ten people stand behind each, and the largest gift cannot be estimated to better than ten percent.",
            "Las sumas mensuales de donaciones, reembolsos y contracargos: hay al menos diez personas detrás de cada una, y la mayor donación no puede estimarse con un error menor al diez por ciento."
        ),
        new(
            "Numbers of gifts, as far as fees with a fixed part for each gift tell them, and how often each power of two occurs in the gift proofs.",
            "El número de donaciones, en la medida en que lo revelan las comisiones con una parte fija por donación, y cuántas veces aparece cada potencia de dos en las pruebas de donaciones."
        ),
        new(
            "Where a community lives: noise hides a family, not a place. Counts by county are not shown.",
            "Dónde vive una comunidad: el ruido oculta a una familia, no un lugar. No se muestran recuentos por condado."
        ),
    ];

    /// <summary>Known weaknesses.</summary>
    public static IReadOnlyList<BilingualText> Weak { get; } =
    [
        new(
            "Where every organisation numbers its own families, a family that two of them help counts twice, and its protection is weaker: with three the budget counts ninefold, as the table above says. A case number that is mistyped does the same.",
            "Si cada organización numera a sus familias, una familia ayudada por dos cuenta dos veces y su protección es menor: con tres, el presupuesto cuenta por nueve, como dice la tabla. Un número de caso mal escrito hace lo mismo."
        ),
        new(
            "The program keeps the list of who was ever counted, and the true counts of the months to date, in the fund's private folder. Whoever reads that folder knows them.",
            "El programa guarda en la carpeta privada del fondo la lista de quienes alguna vez se contaron y los recuentos verdaderos de los meses. Quien lea esa carpeta los conoce."
        ),
        new(
            "A family that is recorded late counts in the month that is open then, not in the one in which it was helped.",
            "Una familia registrada tarde cuenta en el mes que entonces está abierto, no en aquel en que fue ayudada."
        ),
        new(
            "The noise comes from the operating system's random numbers; if those can be foretold, so can the noise.",
            "El ruido proviene de los números aleatorios del sistema operativo; si pueden predecirse, también el ruido."
        ),
    ];
}
