using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Charts.Words;

/// <summary>Small words that every story needs.</summary>
internal static class Lists
{
    private static readonly string[] EnglishNumbers =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    private static readonly string[] SpanishNumbers =
    [
        "ninguna",
        "una",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
    ];

    /// <summary>The text of a language, where both are at hand.</summary>
    public static string Pick(this Language language, string english, string spanish) =>
        language == Language.Spanish ? spanish : english;

    /// <summary>A whole number with commas between thousands, in both languages.</summary>
    public static string Count(long number) =>
        (number < 0 ? "\u2212" : string.Empty) + Math.Abs((decimal)number).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A small number in words, a larger one in digits.</summary>
    public static string Small(long number, Language language)
    {
        var words = language == Language.Spanish ? SpanishNumbers : EnglishNumbers;
        return number >= 0 && number < words.Length ? words[(int)number] : Count(number);
    }

    /// <summary>Several words as one: <c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> words, Language language)
    {
        if (words.Count < 2)
        {
            return string.Concat(words);
        }

        var and = language == Language.Spanish ? Spanish(words[^1]) : " and ";
        return string.Join(", ", words.Take(words.Count - 1)) + and + words[^1];
    }

    /// <summary>A text with a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A code as words: <c>workshop-participants</c> becomes <c>Workshop participants</c>.</summary>
    public static string FromCode(string code) => Capital(code.Replace('-', ' ').Replace('_', ' '));

    /// <summary>The and of Spanish changes before the sound i.</summary>
    private static string Spanish(string next) => next.StartsWith('i') || next.StartsWith('I') ? " e " : " y ";
}
