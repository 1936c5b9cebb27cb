using Impact.Core.Catalogue;

namespace Impact.Web.Wording;

/// <summary>Short words for partner statements; the whole ones stand in the caption.</summary>
public static class PeopleWords
{
    private static readonly Dictionary<string, BilingualText> Measures = new(StringComparer.Ordinal)
    {
        ["baseline"] = new("Before", "Antes"),
        ["planned"] = new("Planned", "Previsto"),
        ["reached"] = new("Reached", "Alcanzado"),
    };

    /// <summary>One word for a measure of <see cref="CodeLists.IndicatorMeasure"/>.</summary>
    public static BilingualText Measure(string code) =>
        Measures.GetValueOrDefault(code) ?? CodeLists.IndicatorMeasure.Label(code);

    /// <summary>An indicator's code as words: it is the fund's own, and is not translated.</summary>
    public static string Indicator(string code)
    {
        var words = code.Replace('_', ' ').Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
