using System.Runtime.InteropServices;
using Impact.Core.Charts.House;
using SkiaSharp;

namespace Impact.Core.Tests.Charts.House;

/// <summary>What can be measured of a picture.</summary>
internal static class PictureChecks
{
    public static List<string> OutsideThePage(Picture picture) =>
        [
            .. picture
                .Texts.Where(text =>
                    text.Box.Left < 0
                    || text.Box.Top < 0
                    || text.Box.Right > picture.Width
                    || text.Box.Bottom > picture.Height
                )
                .Select(text => text.Text),
        ];

    public static List<string> Overlaps(Picture picture)
    {
        var overlaps = new List<string>();
        for (var first = 0; first < picture.Texts.Count; first++)
        {
            for (var second = first + 1; second < picture.Texts.Count; second++)
            {
                if (picture.Texts[first].Box.IntersectsWith(picture.Texts[second].Box))
                {
                    overlaps.Add($"{picture.Texts[first].Text} / {picture.Texts[second].Text}");
                }
            }
        }

        return overlaps;
    }

    private static List<SKColor> Behind(SKBitmap pixels, PlacedText text)
    {
        const int dots = PicturePng.DotsPerPixel;
        var all = MemoryMarshal.Cast<byte, uint>(pixels.GetPixelSpan());
        var found = new List<SKColor>();
        for (var y = (int)(text.Box.Top * dots); y < (int)(text.Box.Bottom * dots); y++)
        {
            for (var x = (int)(text.Box.Left * dots); x < (int)(text.Box.Right * dots); x++)
            {
                var dot = all[
                    (Math.Clamp(y, 0, pixels.Height - 1) * pixels.Width) + Math.Clamp(x, 0, pixels.Width - 1)
                ];
                found.Add(new SKColor((byte)(dot & 0xff), (byte)((dot >> 8) & 0xff), (byte)((dot >> 16) & 0xff)));
            }
        }

        return found;
    }

    public static double WorstContrast(SKBitmap pixels, PlacedText text) =>
        Behind(pixels, text).Distinct().Min(behind => Contrast(behind, text.Style.Colour));

    public static int Ink(SKBitmap pixels, PlacedText text) =>
        Behind(pixels, text).Count(colour => Luminance(colour) < 0.5);

    /// <summary>WCAG 2.2, "contrast ratio".</summary>
    private static double Contrast(SKColor one, SKColor other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte part)
    {
        var share = part / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
