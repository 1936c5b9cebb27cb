using static Impact.Core.Releases.Privacy.PrivacyTopic;

namespace Impact.Core.Releases.Privacy;

/// <summary>The hazards of differential privacy that NIST SP 800-226 (March 2025) names, each answered in a line.</summary>
internal static class PrivacyHazards
{
    /// <summary>Hazard and answer, what the guarantee is first, then how it is kept, then what lies under it.</summary>
    public static IReadOnlyList<PrivacyTopic> All { get; } =
    [
        Of(
            "unit",
            "Unit: one family with all its services, or one donor with all gifts; never a single service or gift.",
            "Unidad: una familia con todos sus servicios o un donante con todas sus donaciones; nunca un servicio o una donación."
        ),
        Of("adjacency", "Adjacency: one unit added or removed.", "Adyacencia: una unidad agregada o quitada."),
        Of("horizon", "Horizon: the fund's whole life.", "Horizonte: toda la vida del fondo."),
        Of(
            "composition",
            "Composition: ρ adds up exactly over tables and releases, and never comes back.",
            "Composición: ρ se suma con exactitud entre tablas y versiones, y nunca se recupera."
        ),
        Of(
            "bounds",
            "Contribution: one row a unit, in one period, ever; checked row by row before a draw.",
            "Contribución: una fila por unidad, en un solo período; se revisa fila por fila antes de un sorteo."
        ),
        Of("invariants", "Invariants: exact money; see above.", "Invariantes: el dinero exacto; véase arriba."),
        Of(
            "thresholds",
            "Thresholds: no noisy cell appears or vanishes by a count; cells come from public lists.",
            "Umbrales: ninguna celda con ruido aparece o falta por un recuento; las celdas vienen de listas públicas."
        ),
        Of(
            "post-processing",
            "Post-processing: marks and intervals are made from published values alone.",
            "Procesamiento posterior: marcas e intervalos salen solo de valores publicados."
        ),
        Of(
            "floating-point",
            "Floating point: none between a count and its noisy figure.",
            "Coma flotante: ninguna entre un recuento y su cifra con ruido."
        ),
        Of(
            "randomness",
            "Randomness: the operating system's; if it can be foretold, so can the noise.",
            "Azar: el del sistema operativo; si puede predecirse, también el ruido."
        ),
        Of(
            "side-channels",
            "Side channels: one batch, static files, nothing run for a visitor; the time of a draw is measured, not constant.",
            "Canales laterales: un solo proceso, archivos estáticos, nada se ejecuta para un visitante; el tiempo de un sorteo se mide, no es constante."
        ),
        Of(
            "data-collection",
            "Data collection: keyed tokens, no names or addresses; columns nobody asked for are refused.",
            "Recolección: fichas con clave, sin nombres ni direcciones; se rechazan columnas no pedidas."
        ),
        Of(
            "access",
            "Trust and access: the fund sees the records; the site reads published files alone.",
            "Confianza y acceso: el fondo ve los registros; el sitio lee solo archivos publicados."
        ),
        Of(
            "key-custody",
            "Key custody: the token key lies beside the ledger, readable by its owner, to be destroyed at the fund's end.",
            "Custodia de claves: la clave de fichas está junto al libro, legible por su dueño, y se destruirá al final del fondo."
        ),
        Of(
            "aggregation",
            "Aggregation alone is no protection: no count of families or donors leaves without noise.",
            "Agregar no basta para proteger: ningún recuento de familias o donantes sale sin ruido."
        ),
    ];
}
