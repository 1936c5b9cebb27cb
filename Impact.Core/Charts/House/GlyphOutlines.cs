using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>The outlines one SVG needs: each letter of each weight once, on the font's own grid.</summary>
internal sealed class GlyphOutlines(string prefix)
{
    private readonly Dictionary<(TextWeight Weight, ushort Glyph), string?> _identifiers = [];
    private readonly StringBuilder _definitions = new();

    /// <summary>The outlines as <c>path</c> elements, to be placed under <c>defs</c>.</summary>
    public string Definitions => _definitions.ToString();

    /// <summary>The identifier of a letter's outline; null where there is nothing to draw, as for a blank.</summary>
    public string? Reference(TextWeight weight, ushort glyph)
    {
        if (_identifiers.TryGetValue((weight, glyph), out var known))
        {
            return known;
        }

        using var font = Lettering.Font(weight, Lettering.UnitsPerSize);
        using var outline = font.GetGlyphPath(glyph);
        string? identifier = null;
        if (outline is { IsEmpty: false })
        {
            identifier = prefix + _identifiers.Count.ToString(CultureInfo.InvariantCulture);
            // Skia merges overlapping strokes (Q) and turns every ring the same way round: only even-odd filling leaves the holes.
            _definitions.Append(
                CultureInfo.InvariantCulture,
                $"<path id=\"{identifier}\" fill-rule=\"evenodd\" d=\"{Data(outline)}\"/>\n"
            );
        }

        _identifiers[(weight, glyph)] = identifier;
        return identifier;
    }

    private static string Data(SKPath outline)
    {
        var data = new StringBuilder();
        using var steps = outline.CreateRawIterator();
        var points = new SKPoint[4];
        for (var verb = steps.Next(points); verb != SKPathVerb.Done; verb = steps.Next(points))
        {
            _ = verb switch
            {
                SKPathVerb.Move => Append(data, 'M', points[..1]),
                SKPathVerb.Line => Append(data, 'L', points[1..2]),
                SKPathVerb.Quad or SKPathVerb.Conic => Append(data, 'Q', points[1..3]),
                SKPathVerb.Cubic => Append(data, 'C', points[1..4]),
                _ => data.Append('Z'),
            };
        }

        return data.ToString();
    }

    private static StringBuilder Append(StringBuilder data, char command, SKPoint[] points)
    {
        data.Append(command);
        for (var index = 0; index < points.Length; index++)
        {
            var separator = index == 0 ? string.Empty : " ";
            data.Append(CultureInfo.InvariantCulture, $"{separator}{points[index].X:0} {points[index].Y:0}");
        }

        return data;
    }
}
