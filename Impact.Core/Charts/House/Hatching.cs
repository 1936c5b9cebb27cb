using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>Diagonal lines over a rectangle: provisional, or not told. Drawn as lines, so that an SVG needs no pattern.</summary>
internal static class Hatching
{
    private const float Step = 6;

    /// <summary>Fills a rectangle with the quiet form of a colour and lines of the colour itself; a colour that is quiet already gets lines of paper.</summary>
    public static void Hatch(this Picture picture, SKRect area, SKColor colour)
    {
        var isQuiet = colour == HouseStyle.AccentQuiet;
        picture.Fill(area, isQuiet ? colour : HouseStyle.Quiet(colour));
        picture.Mark(canvas =>
        {
            using var path = Lines(area);
            using var paint = new SKPaint
            {
                Color = isQuiet ? HouseStyle.Paper : colour,
                IsAntialias = true,
                StrokeWidth = 1.3f,
                Style = SKPaintStyle.Stroke,
            };
            canvas.DrawPath(path, paint);
        });
    }

    /// <summary>Each line runs from the left or bottom edge up to the top or right edge, at 45 degrees.</summary>
    private static SKPath Lines(SKRect area)
    {
        var path = new SKPath();
        for (var offset = Step; offset < area.Width + area.Height; offset += Step)
        {
            var low = MathF.Min(offset, area.Height);
            var high = MathF.Min(offset, area.Width);
            path.MoveTo(area.Left + offset - low, area.Top + low);
            path.LineTo(area.Left + high, area.Top + offset - high);
        }

        return path;
    }
}
