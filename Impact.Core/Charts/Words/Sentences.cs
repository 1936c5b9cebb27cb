using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;

namespace Impact.Core.Charts.Words;

/// <summary>Sentences for the foot about figures that are not there, or may change.</summary>
internal static class Sentences
{
    /// <summary>Names what the source does not tell; empty where it tells all.</summary>
    public static string NotTold(IReadOnlyList<string> what, Language language) =>
        what.Count == 0
            ? string.Empty
            : language.Pick("Not told by the source: ", "La fuente no informa: ") + Lists.Join(what, language) + ".";

    /// <summary>Why there is no figure, in words beside its place.</summary>
    public static string Why(FigureState state, Language language) =>
        state switch
        {
            FigureState.Withheld => language.Pick(
                "withheld to protect people",
                "retenido para proteger a las personas"
            ),
            FigureState.NotApplicable => language.Pick("not applicable", "no corresponde"),
            FigureState.Absent => language.Pick("none recorded", "sin registros"),
            _ => language.Pick("not told by the source", "la fuente no lo informa"),
        };

    /// <summary>Dashed lines.</summary>
    public static string Dashed(Language language) =>
        language.Pick("Dashed: provisional, may still change.", "Línea discontinua: provisional, aún puede cambiar.");

    /// <summary>Hatched areas.</summary>
    public static string Hatched(Language language) =>
        language.Pick("Hatched: provisional, may still change.", "Rayado: provisional, aún puede cambiar.");

    /// <summary>Totals of which some part may change.</summary>
    public static string ProvisionalTotals(Language language) =>
        language.Pick(
            "Totals are provisional: they may still change.",
            "Los totales son provisionales: aún pueden cambiar."
        );
}
