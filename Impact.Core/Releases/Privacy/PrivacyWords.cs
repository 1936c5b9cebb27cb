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
            "Counts of families and of individual donors are shown with random noise, drawn once for each cell and never again. Whoever knows everybody else's records, and every version ever published, still cannot tell with confidence whether one family or one donor is in them. How confident such a reader can become at most, over the whole life of the fund, stands below.",
            "Los recuentos de familias y de donantes individuales se muestran con ruido aleatorio, sorteado una sola vez por celda y nunca más. Quien conozca los registros de todos los demás, y todas las versiones publicadas, aun así no puede saber con seguridad si una familia o un donante está en ellos. Cuánta seguridad puede alcanzar como máximo, en toda la vida del fondo, se dice abajo."
        );

    /// <summary>Heading.</summary>
    public static BilingualText MeaningTitle { get; } = new("What the noise means", "Qué significa el ruido");

    /// <summary>How to read the table of meanings.</summary>
    public static BilingualText MeaningText { get; } =
        new(
            "For a reader who knows everybody but one, from the noisy tables alone, when the whole lifetime budget ρ is spent. A guess from fifty to fifty is right 50 times in 100; with the best guess from the tables it is right so often. Found are, of 100 who are in the data, those whom a test names that wrongly accuses 1 in 100 (1 in 1,000) who are not. ε is for adding or removing one, rounded up, at the δ beside it.",
            "Para quien conoce a todos menos a uno, solo con las tablas con ruido, cuando se haya gastado todo el presupuesto ρ. Adivinar al azar acierta 50 veces de 100; con la mejor conjetura a partir de las tablas, tantas como se dice. Hallados son, de 100 que están en los datos, aquellos que señala una prueba que acusa por error a 1 de cada 100 (1 de cada 1000) que no están. ε es por agregar o quitar a uno, redondeado hacia arriba, con el δ indicado."
        );

    /// <summary>Headings of the table of meanings.</summary>
    public static IReadOnlyList<BilingualText> MeaningColumns { get; } =
    [
        new("One", "Uno"),
        BilingualText.Same("ρ"),
        BilingualText.Same("ε (δ = 10⁻⁷)"),
        BilingualText.Same("ε (δ = 10⁻⁹)"),
        new("Best guess", "Mejor conjetura"),
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
    public static IReadOnlyList<BilingualText> Outside => PrivacyLimits.Outside;

    /// <summary>Heading.</summary>
    public static BilingualText WeakTitle { get; } = new("Known weaknesses", "Debilidades conocidas");

    /// <summary>What is known to be weak.</summary>
    public static IReadOnlyList<BilingualText> Weak => PrivacyLimits.Weak;

    /// <summary>Heading.</summary>
    public static BilingualText CheckTitle { get; } = new("How to check it", "Cómo comprobarlo");

    /// <summary>How a reader checks the certificate.</summary>
    public static BilingualText CheckText { get; } =
        new(
            "`privacy/budget.jsonl` is the ledger of everything that was ever spent: each entry is signed and names the digest of the one before. `impact verify` adds it up, holds it against the release before, and recomputes every interval.",
            "`privacy/budget.jsonl` es el libro de todo lo gastado: cada asiento está firmado y nombra la huella del anterior. `impact verify` lo suma, lo compara con la versión anterior y recalcula cada intervalo."
        );

    /// <summary>A household that three organisations count.</summary>
    public static BilingualText ThreePartners { get; } =
        new("One family that three organisations count", "Una familia que cuentan tres organizaciones");

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
