namespace Impact.Core.Catalogue;

/// <content>Rules of what partners state of people.</content>
public static partial class Rules
{
    /// <summary>The same people are already counted in another cut.</summary>
    public static Rule CutOverlap { get; } =
        Reject(
            "cut-overlap",
            new(
                "The indicator's figures already came from another kind of file.",
                "Las cifras del indicador ya vinieron de otro tipo de archivo."
            ),
            new(
                "Two files that count the same people, one by sex and one by sector for example, are two cuts of one figure: added, everybody would be counted twice.",
                "Dos archivos que cuentan a las mismas personas, uno por sexo y otro por sector por ejemplo, son dos cortes de una misma cifra: sumados, contarían a cada persona dos veces."
            ),
            new(
                "Load one cut only, or give the other an indicator of its own that names the same population in cutOf.",
                "Cargue un solo corte, o dé al otro un indicador propio que nombre la misma población en cutOf."
            )
        );
}
