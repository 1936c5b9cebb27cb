using Impact.Core.Catalogue;

namespace Impact.Core.Charts.Words;

/// <summary>What every picture says about itself: source, release, and whether its figures are invented.</summary>
internal static class Foot
{
    /// <summary>The words on the strip over an invented picture.</summary>
    public static string FictionStrip(Language language) =>
        language == Language.Spanish
            ? "ENSAYO: todas las cifras son inventadas"
            : "REHEARSAL: every figure here is invented";

    /// <summary>Source, release and cut-off; then the rehearsal's sentence where it is one.</summary>
    public static IReadOnlyList<string> Lines(ChartContext context, Language language)
    {
        var cutOff = Days.Day(context.CutOff, language);
        var source =
            language == Language.Spanish
                ? $"Fuente: {context.Source}. Versión {context.Version}, cifras hasta el {cutOff}."
                : $"Source: {context.Source}. Release {context.Version}, figures to {cutOff}.";
        var fiction = language == Language.Spanish ? "Ensayo: cifras inventadas." : "Rehearsal: invented figures.";
        return context.Fiction ? [source, fiction] : [source];
    }
}
