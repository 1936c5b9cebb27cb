using System.Text.RegularExpressions;
using Impact.Core.Charts.House;
using SkiaSharp;

namespace Impact.Core.Tests.Charts.House;

[TestFixture]
internal sealed partial class GlyphOutlinesTests
{
    [Test]
    public void Every_letter_is_filled_in_the_picture_where_the_font_fills_it(
        [Values] TextWeight weight,
        [Values("0", "6", "8", "a", "e", "g", "B", "D", "O", "P", "Q", "R", "ñ", "&", "@", "%")] string letter
    )
    {
        using var font = Lettering.Font(weight, Lettering.UnitsPerSize);
        var glyph = font.GetGlyphs(letter)[0];
        var outlines = new GlyphOutlines("g");
        _ = outlines.Reference(weight, glyph);
        using var drawn = SKPath.ParseSvgPathData(PathData().Match(outlines.Definitions).Groups["data"].Value);
        drawn.FillType = outlines.Definitions.Contains("evenodd", StringComparison.Ordinal)
            ? SKPathFillType.EvenOdd
            : SKPathFillType.Winding;
        Assert.That(
            Inked(canvas => Draw(canvas, drawn)),
            Is.EqualTo(Inked(canvas => Draw(canvas, font, letter))).Within(6).Percent
        );
    }

    [GeneratedRegex(
        " d=\"(?<data>[^\"]*)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex PathData();

    private static void Draw(SKCanvas canvas, SKPath path)
    {
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    private static void Draw(SKCanvas canvas, SKFont font, string letter)
    {
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(letter, 0, 0, font, paint);
    }

    /// <summary>How much ink a letter takes at a hundred and twenty pixels, as its font draws it or as its outline does.</summary>
    private static double Inked(Action<SKCanvas> draw)
    {
        const int size = 200;
        const float scale = 0.12f;
        using var bitmap = new SKBitmap(size, size);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Translate(size / 4f, size * 0.7f);
        canvas.Scale(scale);
        draw(canvas);
        return bitmap.Pixels.Sum(pixel => 255 - pixel.Red) / 255.0;
    }
}
