using static Impact.Core.Releases.Privacy.PrivacyTopic;

namespace Impact.Core.Releases.Privacy;

/// <summary>What the guarantee of the noisy tables does not cover, and what is known to be weak in them.</summary>
internal static class PrivacyLimits
{
    /// <summary>Figures outside the guarantee.</summary>
    public static IReadOnlyList<PrivacyTopic> Outside { get; } =
    [
        Of(
            "exact-money",
            "Exact money. Whoever knows all other payments of an organisation in a quarter learns from its exact total whether, and how much, one more family received. Two histories with the same exact totals stay within 2ρ, as the table says.",
            "El dinero exacto. Quien conozca todos los demás pagos de una organización en un trimestre deduce de su total exacto si otra familia recibió algo, y cuánto. Dos historias con los mismos totales exactos quedan dentro de 2ρ, como dice la tabla."
        ),
        Of(
            "funding-status",
            "The Funding Status statement, exact to date: less the months that are shown it gives the sum that is still held back.",
            "El estado de financiación, exacto a la fecha: restando los meses mostrados da la suma aún retenida."
        ),
        Of(
            "monthly-inflows",
            "A month's gifts, refunds and chargebacks: at least ten people behind each sum, and the largest not to be estimated to better than ten percent. These two decisions read the true counts.",
            "Las donaciones, reembolsos y contracargos de un mes: al menos diez personas tras cada suma, y la mayor no puede estimarse con un error menor al diez por ciento. Estas dos decisiones leen los recuentos verdaderos."
        ),
        Of(
            "earmarking-lots",
            "Gifts by earmarking and the bands of lots are judged release by release: a record told late can be the difference of two releases.",
            "Las donaciones por destino y los tramos de lotes se juzgan versión por versión: un registro tardío puede ser la diferencia entre dos versiones."
        ),
        Of(
            "fee-counts",
            "Fees with a fixed part for each gift tell how many gifts a quarter had.",
            "Las comisiones con una parte fija por donación revelan cuántas donaciones hubo en un trimestre."
        ),
        Of(
            "leaf-layer",
            "The gift proofs show how often each power of two occurs among the gifts.",
            "Las pruebas de donaciones muestran cuántas veces aparece cada potencia de dos entre las donaciones."
        ),
        Of(
            "partner-statements",
            "What partners state themselves: at least ten, rounded to five, never about families that are counted here.",
            "Lo que declaran las propias organizaciones: al menos diez, redondeado a cinco, nunca sobre familias que aquí se cuentan."
        ),
        Of(
            "gate-g",
            "Gate G, which merges or holds back household aid where a known stipend would tell how many families were paid: a heuristic, no part of the guarantee.",
            "El control G, que agrupa o retiene la ayuda a hogares cuando un monto conocido diría a cuántas familias se pagó: una heurística, no parte de la garantía."
        ),
        Of(
            "place",
            "Where a community lives: noise hides a family, not a place. Counts by county are not shown.",
            "Dónde vive una comunidad: el ruido oculta a una familia, no un lugar. No se muestran recuentos por condado."
        ),
    ];

    /// <summary>Known weaknesses.</summary>
    public static IReadOnlyList<PrivacyTopic> Weak { get; } =
    [
        Of(
            "token-spaces",
            "Where each organisation numbers its own families, one that g of them help counts g times, and its budget is g²ρ. A mistyped case number does the same.",
            "Donde cada organización numera a sus familias, una ayudada por g de ellas cuenta g veces, y su presupuesto es g²ρ. Un número de caso mal escrito hace lo mismo."
        ),
        Of(
            "private-folder",
            "The fund's private folder holds the list of who was ever counted and the true counts to date. Whoever reads it knows them.",
            "La carpeta privada del fondo guarda la lista de quienes se contaron y los recuentos verdaderos. Quien la lea los conoce."
        ),
        Of(
            "rollback",
            "An older copy of the whole budget folder that is put back between a draw and the next release is not seen, and noise could be drawn twice.",
            "No se advierte una copia anterior de toda la carpeta de presupuesto, repuesta entre un sorteo y la versión siguiente: el ruido podría sortearse dos veces."
        ),
        Of(
            "late-records",
            "A family recorded late counts in the month that is open then.",
            "Una familia registrada tarde cuenta en el mes entonces abierto."
        ),
    ];
}
