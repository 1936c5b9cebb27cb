using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>Writes a picture as an SVG that stands alone: letters are outlines, so no font is needed where it is shown.</summary>
internal static partial class PictureSvg
{
    /// <summary>The file's bytes, UTF-8.</summary>
    /// <param name="picture">What to draw.</param>
    /// <param name="path">Path of the file: identifiers inside are made from it, so that several pictures fit one page.</param>
    /// <param name="language">Code of the language, <c>en</c> or <c>es</c>.</param>
    /// <param name="title">The headline, for a screen reader.</param>
    /// <param name="description">The long description, for a screen reader.</param>
    public static byte[] Write(Picture picture, string path, string language, string title, string description)
    {
        var prefix = Prefix(path);
        var glyphs = new GlyphOutlines(prefix);
        var texts = Texts(picture, glyphs);
        var size = Invariant(
            $"width=\"{picture.Width}\" height=\"{picture.Height}\" viewBox=\"0 0 {picture.Width} {picture.Height}\""
        );
        var svg = new StringBuilder()
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" ")
            .Append(
                Invariant(
                    $"xml:lang=\"{language}\" role=\"img\" aria-labelledby=\"{prefix}title {prefix}desc\" {size}>\n"
                )
            )
            .Append(
                Invariant(
                    $"<title id=\"{prefix}title\">{Escape(title)}</title>\n<desc id=\"{prefix}desc\">{Escape(description)}</desc>\n"
                )
            )
            .Append("<defs>\n")
            .Append(glyphs.Definitions)
            .Append("</defs>\n")
            .Append(Marks(picture, prefix))
            .Append(texts)
            .Append("</svg>\n");
        return Encoding.UTF8.GetBytes(svg.ToString());
    }

    private static string Marks(Picture picture, string prefix)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, picture.Width, picture.Height), stream))
        {
            picture.DrawMarks(canvas);
        }

        var drawn = Encoding.UTF8.GetString(stream.ToArray());
        var begin = drawn.IndexOf('>', drawn.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        var end = drawn.LastIndexOf("</svg>", StringComparison.Ordinal);
        return Renumber(drawn[begin..end], prefix + "clip");
    }

    /// <summary>Skia numbers its clips through the life of the program: the same picture must give the same bytes.</summary>
    private static string Renumber(string drawn, string prefix)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return Identifier()
            .Replace(
                drawn,
                match =>
                {
                    var name = match.Groups["name"].Value;
                    if (!numbers.TryGetValue(name, out var number))
                    {
                        numbers[name] = number = numbers.Count.ToString(CultureInfo.InvariantCulture);
                    }

                    return match.Groups["lead"].Value + prefix + number;
                }
            );
    }

    private static string Texts(Picture picture, GlyphOutlines glyphs)
    {
        var texts = new StringBuilder();
        foreach (var text in picture.Texts)
        {
            var shaped = Lettering.Shape(text.Text, text.Style);
            var scale = text.Style.Size / Lettering.UnitsPerSize;
            texts.Append(
                Invariant(
                    $"<g fill=\"{Hex(text.Style.Colour)}\" transform=\"translate({text.X:0.##} {text.Baseline:0.##}) scale({scale:0.####})\">"
                )
            );
            for (var index = 0; index < shaped.Glyphs.Length; index++)
            {
                if (glyphs.Reference(text.Style.Weight, shaped.Glyphs[index]) is { } id)
                {
                    texts.Append(Invariant($"<use xlink:href=\"#{id}\" x=\"{shaped.Offsets[index] / scale:0}\"/>"));
                }
            }

            texts.Append("</g>\n");
        }

        return texts.ToString();
    }

    private static string Prefix(string path)
    {
        const int sixLetters = 6;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
        return "c" + digest[..sixLetters];
    }

    private static string Escape(string text)
    {
        var known = string.Concat(
            text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
        );
        return known
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }

    private static string Hex(SKColor colour) => Invariant($"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?<lead>\bid="|url\(#|href="#)(?<name>[A-Za-z0-9_]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();
}
