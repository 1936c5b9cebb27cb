using System.Text;
using System.Xml;

namespace Impact.Core.Releases.Exports;

/// <summary>Text as XML may hold it.</summary>
internal static class XmlText
{
    /// <summary>How every XML export is written: UTF-8 without mark, two spaces a level, line feeds.</summary>
    public static XmlWriterSettings Settings { get; } =
        new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
        };

    /// <summary>The text with every character that XML forbids replaced by U+FFFD: control characters and half pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsAllowed(rune) ? rune : Rune.ReplacementChar);
        }

        return clean.ToString();
    }

    /// <summary>The text as a comment may hold it: without two hyphens in a row, and none at its end.</summary>
    public static string Comment(string text) =>
        $" {Clean(text).Replace("--", "- -", StringComparison.Ordinal).Replace("--", "- -", StringComparison.Ordinal)} ";

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
