using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>Writes a picture as PNG, two dots for each logical pixel so that it is sharp on a phone.</summary>
internal static class PicturePng
{
    /// <summary>Two dots in each direction for one logical pixel.</summary>
    public const int DotsPerPixel = 2;

    /// <summary>Large areas of one colour pack well at a low level, and high levels take ten times as long.</summary>
    private const int CompressionLevel = 6;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Picture picture)
    {
        using var bitmap = Draw(picture, withText: true);
        using var pixels = bitmap.PeekPixels();
        var options = new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, CompressionLevel);
        using var data =
            pixels.Encode(options) ?? throw new InvalidOperationException("The picture could not be written as PNG.");
        return data.ToArray();
    }

    /// <summary>The picture as pixels.</summary>
    public static SKBitmap Draw(Picture picture, bool withText)
    {
        var size = new SKImageInfo(Dots(picture.Width), Dots(picture.Height), SKColorType.Rgba8888, SKAlphaType.Opaque);
        var bitmap = new SKBitmap(size);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(DotsPerPixel);
        picture.DrawMarks(canvas);
        foreach (var text in withText ? picture.Texts : [])
        {
            Draw(canvas, text);
        }

        canvas.Flush();
        return bitmap;
    }

    private static int Dots(float length) => (int)MathF.Round(length * DotsPerPixel);

    private static void Draw(SKCanvas canvas, PlacedText text)
    {
        var shaped = Lettering.Shape(text.Text, text.Style);
        using var font = Lettering.Font(text.Style.Weight, text.Style.Size);
        using var paint = new SKPaint { Color = text.Style.Colour, IsAntialias = true };
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(shaped.Glyphs, font, [.. shaped.Offsets.Select(offset => new SKPoint(offset, 0))]);
        using var blob = builder.Build();
        if (blob is not null)
        {
            canvas.DrawText(blob, text.X, text.Baseline, paint);
        }
    }
}
