using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Releases.Privacy;

/// <summary>The words of the privacy certificate, in plain English and Spanish.</summary>
public static class PrivacyWords
{
    /// <summary>Heading.</summary>
    public static BilingualText Title { get; } = new("Privacy certificate", "Certificado de privacidad");

    /// <summary>Mark of an invented fund.</summary>
    public static BilingualText Fiction { get; } =
        new(
            "Everything here is invented. No figure is real.",
            "Todo lo que hay aquí es inventado. Ninguna cifra es real."
        );

    /// <summary>The promise in one paragraph.</summary>
    public static BilingualText Promise { get; } =
        new(
            "Counts of families and of individual donors carry random noise, drawn once for each cell and never again. Whoever knows everybody else's records and every version ever published still cannot tell from these tables with confidence whether one family or one donor is in them; a family that several organisations count is protected less. How sure such a reader can become over the fund's whole life stands below.",
            "Los recuentos de familias y de donantes individuales llevan ruido aleatorio, sorteado una sola vez por celda y nunca más. Quien conozca los registros de todos los demás y todas las versiones publicadas aun así no puede saber con seguridad, por estas tablas, si una familia o un donante está en ellas; una familia que cuentan varias organizaciones está menos protegida. Cuán seguro puede llegar a estar en toda la vida del fondo se dice abajo."
        );

    /// <summary>Heading.</summary>
    public static BilingualText MeaningTitle { get; } = new("What the noise means", "Qué significa el ruido");

    /// <summary>How to read the table of meanings.</summary>
    public static BilingualText MeaningText { get; } =
        new(
            "For a reader who knows everybody but one, from the noisy tables alone, when the whole budget ρ is spent. A guess by coin is right 50 times in 100; the best guess is right so often if one cell held all of ρ, and \"at most\" so often whatever the tables. Found are, of 100 who are in the data, those whom a test names that wrongly accuses 1 in 100 (1 in 1,000) who are not, as the normal law with this ρ has it. ε is for adding or removing one, at the δ beside it. Everything is rounded up.",
            "Para quien conoce a todos menos a uno, solo con las tablas con ruido, cuando se haya gastado todo el presupuesto ρ. Adivinar con una moneda acierta 50 veces de 100; la mejor conjetura acierta tantas si una sola celda tuviera todo ρ, y «a lo sumo» tantas sean cuales sean las tablas. Hallados son, de 100 que están en los datos, los que señala una prueba que acusa por error a 1 de cada 100 (1 de cada 1000) que no están, según la ley normal con este ρ. ε es por agregar o quitar a uno, con el δ indicado. Todo se redondea hacia arriba."
        );

    /// <summary>Headings of the table of meanings.</summary>
    public static IReadOnlyList<BilingualText> MeaningColumns { get; } =
    [
        new("One", "Uno"),
        BilingualText.Same("ρ"),
        BilingualText.Same("ε (δ = 10⁻⁶)"),
        BilingualText.Same("ε (δ = 10⁻⁷)"),
        BilingualText.Same("ε (δ = 10⁻⁹)"),
        new("Best guess, one cell", "Mejor conjetura, una celda"),
        new("Best guess, at most", "Mejor conjetura, a lo sumo"),
        new("Found at 1 %", "Hallados al 1 %"),
        new("Found at 0.1 %", "Hallados al 0,1 %"),
    ];

    /// <summary>Heading.</summary>
    public static BilingualText BudgetTitle { get; } = new("Spent and left", "Gastado y restante");

    /// <summary>How to read the table of budgets.</summary>
    public static BilingualText BudgetText { get; } =
        new(
            "A noisy table pays for its whole series with its first period. When nothing is left no further table can begin.",
            "Una tabla con ruido paga toda su serie con su primer período. Cuando no queda nada, ninguna otra tabla puede empezar."
        );

    /// <summary>Headings of the table of budgets.</summary>
    public static IReadOnlyList<BilingualText> BudgetColumns { get; } =
    [new("One", "Uno"), new("ρ for life", "ρ de por vida"), new("ρ spent", "ρ gastado"), new("ρ left", "ρ restante")];

    /// <summary>Heading.</summary>
    public static BilingualText TablesTitle { get; } = new("The tables with noise", "Las tablas con ruido");

    /// <summary>How to read the table of series.</summary>
    public static BilingualText TablesText { get; } =
        new(
            "σ is the noise of one draw. 95 of 100 intervals hold the true count; for families to date the width of the last month is shown, earlier months are narrower. Where half the interval is more than half the value, the figure is marked: not reportable precision. A value may be negative: noise is not cut off, so that sums stay right on average.",
            "σ es el ruido de un sorteo. 95 de cada 100 intervalos contienen el recuento verdadero; para las familias hasta la fecha se muestra la anchura del último mes, los anteriores son más estrechos. Si la mitad del intervalo supera la mitad del valor, la cifra se marca: precisión insuficiente. Un valor puede ser negativo: el ruido no se recorta, para que las sumas sean correctas en promedio."
        );

    /// <summary>Headings of the table of series.</summary>
    public static IReadOnlyList<BilingualText> SeriesColumns { get; } =
    [
        new("Table", "Tabla"),
        BilingualText.Same("σ"),
        new("95 % interval", "Intervalo del 95 %"),
        BilingualText.Same("ρ"),
        new("Periods drawn", "Períodos sorteados"),
        new("Draws lost", "Sorteos perdidos"),
    ];

    /// <summary>Heading.</summary>
    public static BilingualText OutsideTitle { get; } = new("What stands outside", "Qué queda fuera");

    /// <summary>What the guarantee does not cover.</summary>
    public static IReadOnlyList<PrivacyTopic> Outside => PrivacyLimits.Outside;

    /// <summary>Heading.</summary>
    public static BilingualText WeakTitle { get; } = new("Known weaknesses", "Debilidades conocidas");

    /// <summary>What is known to be weak.</summary>
    public static IReadOnlyList<PrivacyTopic> Weak => PrivacyLimits.Weak;

    /// <summary>Heading.</summary>
    public static BilingualText HazardsTitle { get; } =
        new("The hazards of NIST SP 800-226, answered", "Los riesgos de NIST SP 800-226, respondidos");

    /// <summary>Each hazard with its answer.</summary>
    public static IReadOnlyList<PrivacyTopic> Hazards => PrivacyHazards.All;

    /// <summary>Heading.</summary>
    public static BilingualText CheckTitle { get; } = new("How to check it", "Cómo comprobarlo");

    /// <summary>How a reader checks the certificate.</summary>
    public static BilingualText CheckText { get; } =
        new(
            "`privacy/budget.jsonl` is the ledger of everything that was ever spent: each entry is signed and names the digest of the one before. `impact verify` adds it up, holds it against the release before, and recomputes every interval.",
            "`privacy/budget.jsonl` es el libro de todo lo gastado: cada asiento está firmado y nombra la huella del anterior. `impact verify` lo suma, lo compara con la versión anterior y recalcula cada intervalo."
        );

    /// <summary>Two histories with equal exact totals.</summary>
    public static BilingualText Replaced { get; } =
        new(
            "the same, exact totals equal: another in its place",
            "lo mismo, con iguales totales exactos: otro en su lugar"
        );

    /// <summary>A household in several token spaces; their number stands after it.</summary>
    public static BilingualText Spaces { get; } =
        new("One family, organisations that count it:", "Una familia, organizaciones que la cuentan:");

    /// <summary>Kinds of people.</summary>
    internal static IReadOnlyDictionary<string, BilingualText> Units { get; } =
        new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [BudgetUnits.HouseholdOrganisation] = new(
                "One family of one organisation",
                "Una familia de una organización"
            ),
            [BudgetUnits.Household] = new("One family", "Una familia"),
            [BudgetUnits.Donor] = new("One donor", "Un donante"),
        };
}
