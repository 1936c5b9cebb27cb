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

    /// <summary>A correction about people or households tells a size.</summary>
    public static Rule SizeUnfit { get; } =
        Reject(
            "size-unfit",
            new(
                "A correction about people or aid to households tells a size.",
                "Una corrección sobre personas o ayuda a hogares indica un tamaño."
            ),
            new(
                "The size of one correction can be the aid to one family, and it would be published.",
                "El tamaño de una corrección puede ser la ayuda a una sola familia, y se publicaría."
            ),
            new("Leave the amount empty.", "Deje vacío el importe.")
        );

    /// <summary>A figure is to be withdrawn that cannot be.</summary>
    public static Rule WithdrawalUnfit { get; } =
        Reject(
            "withdrawal-unfit",
            new(
                "Only what a partner states of people can be withdrawn.",
                "Solo se puede retirar lo que una organización declara de personas."
            ),
            new(
                "Money is corrected by entries that reverse the wrong ones; without them the books would no longer add up.",
                "El dinero se corrige con asientos que revierten los erróneos; sin ellos los libros ya no cuadrarían."
            ),
            new(
                "Write state corrected and reverse the entry, or give subject people with organisation_id and indicator.",
                "Escriba el estado corrected y revierta el asiento, o indique el tema people con organisation_id e indicator."
            )
        );
}
