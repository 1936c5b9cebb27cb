using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Impact.Core.Charts.House;

/// <summary>Sets type from the fonts in this assembly alone, so that a machine without fonts draws the same picture.</summary>
internal static class Lettering
{
    /// <summary>Glyph outlines are made at one thousand units, the grid the fonts are drawn on.</summary>
    public const float UnitsPerSize = 1000f;

    private static readonly Lazy<Face>[] Faces =
    [
        new(() => new Face("fonts/SourceSans3-Regular.ttf")),
        new(() => new Face("fonts/SourceSans3-SemiBold.ttf")),
        new(() => new Face("fonts/SourceSans3-Bold.ttf")),
    ];

    /// <summary>The typeface of a weight.</summary>
    /// <exception cref="InvalidOperationException">The font is not in the assembly.</exception>
    public static SKTypeface Typeface(TextWeight weight) => Faces[(int)weight].Value.Typeface;

    /// <summary>A font without hinting, so that letters stand at the same places at every size.</summary>
    public static SKFont Font(TextWeight weight, float size) =>
        new(Typeface(weight), size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };

    /// <summary>Chooses and places the glyphs of one line, with kerning.</summary>
    public static ShapedText Shape(string text, TextStyle style) =>
        Faces[(int)style.Weight].Value.Shape(Clean(text), style.Size);

    /// <summary>Length of one line in logical pixels.</summary>
    public static float Width(string text, TextStyle style) => Shape(text, style).Width;

    /// <summary>The longest of several lines.</summary>
    public static float Width(IEnumerable<string> lines, TextStyle style) =>
        lines.Select(line => Width(line, style)).DefaultIfEmpty(0).Max();

    /// <summary>Breaks a text into lines no longer than a width; nothing is cut off, a word that is too long is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, float width) =>
        Lines(Words(text, style, width), Width(" ", style), width);

    /// <summary>The same number of lines, as even as they can be: no single word is left on the last one.</summary>
    public static IReadOnlyList<string> WrapEvenly(string text, TextStyle style, float width)
    {
        const int halvings = 8;
        var words = Words(text, style, width);
        var blank = Width(" ", style);
        var best = Lines(words, blank, width);
        var (narrow, wide) = (width / 2, width);
        for (var step = 0; step < halvings && best.Count > 1; step++)
        {
            var middle = (narrow + wide) / 2;
            var lines = Lines(words, blank, middle);
            if (lines.Count > best.Count || words.Exists(word => word.Width > middle))
            {
                narrow = middle;
                continue;
            }

            (best, wide) = (lines, middle);
        }

        return best;
    }

    private static List<(string Text, float Width)> Words(string text, TextStyle style, float width) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word => Pieces(word, style, width))
                .Select(piece => (piece, Width(piece, style))),
        ];

    private static List<string> Lines(List<(string Text, float Width)> words, float blank, float width)
    {
        var lines = new List<string>();
        var line = string.Empty;
        var length = 0f;
        foreach (var word in words)
        {
            if (line.Length > 0 && length + blank + word.Width > width)
            {
                lines.Add(line);
                line = string.Empty;
            }

            length = line.Length == 0 ? word.Width : length + blank + word.Width;
            line = line.Length == 0 ? word.Text : line + " " + word.Text;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The text without signs that no font draws: control and format characters.</summary>
    private static string Clean(string text) =>
        text.Any(letter =>
            char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format
        )
            ? string.Concat(
                text.Where(letter =>
                    !char.IsControl(letter)
                    && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format
                )
            )
            : text;

    private static IEnumerable<string> Pieces(string word, TextStyle style, float width)
    {
        if (Width(word, style) <= width)
        {
            yield return word;
            yield break;
        }

        var piece = string.Empty;
        foreach (var letter in word.EnumerateRunes())
        {
            if (piece.Length > 0 && Width(piece + letter, style) > width)
            {
                yield return piece;
                piece = string.Empty;
            }

            piece += letter.ToString();
        }

        yield return piece;
    }

    /// <summary>One weight; it lives as long as the program.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Design",
        "CA1001",
        Justification = "It lives as long as the program."
    )]
    private sealed class Face
    {
        private readonly SKShaper _shaper;
        private readonly Lock _gate = new();

        public Face(string resource)
        {
            using var stream =
                typeof(Lettering).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException(
                    $"The font {resource} is not in the assembly, and without it charts have no text."
                );
            using var data = SKData.Create(stream);
            Typeface =
                SKTypeface.FromData(data)
                ?? throw new InvalidOperationException($"The font {resource} cannot be read.");
            _shaper = new SKShaper(Typeface);
        }

        public SKTypeface Typeface { get; }

        public ShapedText Shape(string text, float size)
        {
            using var font = new SKFont(Typeface, size);
            // The shaper keeps one native buffer at a time.
            lock (_gate)
            {
                var shaped = _shaper.Shape(text, font);
                return new(
                    [.. shaped.Codepoints.Select(glyph => checked((ushort)glyph))],
                    [.. shaped.Points.Select(point => point.X)],
                    shaped.Width
                );
            }
        }
    }
}

/// <summary>One line of type, ready to draw.</summary>
/// <param name="Glyphs">Numbers of the glyphs in their font.</param>
/// <param name="Offsets">Where each begins, from the beginning of the line, in logical pixels.</param>
/// <param name="Width">Length of the line.</param>
internal sealed record ShapedText(ushort[] Glyphs, float[] Offsets, float Width);
