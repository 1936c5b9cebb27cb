using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Privacy;

/// <summary>The words of the dashboard of protection, in plain English and Spanish.</summary>
public static class PrivacyDashboardWords
{
    /// <summary>Heading.</summary>
    public static BilingualText AttackTitle { get; } = new("Attacked by ourselves", "Atacado por nosotros mismos");

    /// <summary>What the attacks are.</summary>
    public static BilingualText AttackText { get; } =
        new(
            "The program attacks its own noise. The loss that an attack proves must not be above the one stated, and near to it, or the attack is blind; intervals must hold the true count as often as stated; every reference figure must come out.",
            "El programa ataca su propio ruido. La pérdida que un ataque demuestra no debe superar la declarada, y debe acercarse a ella, o el ataque es ciego; los intervalos deben contener el recuento verdadero tan a menudo como se declara; toda cifra de referencia debe obtenerse."
        );

    /// <summary>When, by which program and how: {0} to {2}.</summary>
    public static BilingualText Run { get; } =
        new("Last run: {0:yyyy-MM-dd}, {1}, by {2}", "Última ejecución: {0:yyyy-MM-dd}, {1}, con {2}");

    /// <summary>No run of this version is known.</summary>
    public static BilingualText NotRun { get; } =
        new("Last run: not run for this version.", "Última ejecución: no se ejecutó para esta versión.");

    /// <summary>What gate G asked: {0} numbers.</summary>
    public static BilingualText Gate { get; } =
        new(
            "Gate G: in each quarter that shows what an organisation with a cash programme spent, at least {0} numbers of families fit everything published.",
            "Control G: en cada trimestre que muestra el gasto de una organización con programa de efectivo, al menos {0} números de familias encajan con todo lo publicado."
        );

    /// <summary>Heading of a column.</summary>
    public static BilingualText NotReportable { get; } = new("Not reportable precision", "Precisión insuficiente");

    /// <summary>Headings of the table of results.</summary>
    public static IReadOnlyList<BilingualText> ResultColumns { get; } =
    [new("Attack", "Ataque"), new("Found", "Hallado"), new("Stated", "Declarado"), new("Looked at", "Examinados")];

    /// <summary>The attacks by their codes.</summary>
    internal static IReadOnlyDictionary<string, BilingualText> Attacks { get; } =
        new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            ["empirical-loss"] = new("Least ρ proven from drawn figures", "Mínimo ρ demostrado con cifras sorteadas"),
            ["coverage"] = new(
                "Share of intervals that hold the count",
                "Proporción de intervalos que contienen el recuento"
            ),
            ["vectors"] = new("Reference figures that come out", "Cifras de referencia obtenidas"),
        };
}
