using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>The colours of every picture. Text colours reach 4.5 to 1 on paper; meaning is never by colour alone.</summary>
internal static class HouseStyle
{
    /// <summary>The page itself.</summary>
    public static readonly SKColor Paper = SKColors.White;

    /// <summary>Headlines, names and figures.</summary>
    public static readonly SKColor Ink = SKColor.Parse("#1b1b1b");

    /// <summary>Subtitles, axis labels and the foot.</summary>
    public static readonly SKColor Secondary = SKColor.Parse("#5c5c5c");

    /// <summary>Grid lines.</summary>
    public static readonly SKColor Rule = SKColor.Parse("#e3e3e0");

    /// <summary>The line at zero, and leader lines.</summary>
    public static readonly SKColor Baseline = SKColor.Parse("#8c8c86");

    /// <summary>Money that was sent, people who were reached: the one accent.</summary>
    public static readonly SKColor Accent = SKColor.Parse("#0b5cad");

    /// <summary>What was intended: allocated, planned.</summary>
    public static readonly SKColor AccentQuiet = SKColor.Parse("#b9c9dc");

    /// <summary>Money that was spent: the one warm contrast.</summary>
    public static readonly SKColor Warm = SKColor.Parse("#c8511b");

    /// <summary>The warm contrast where it fills a large area.</summary>
    public static readonly SKColor WarmQuiet = SKColor.Parse("#efcdbb");

    /// <summary>Money that waits or went to costs, where it fills a large area.</summary>
    public static readonly SKColor GreyQuiet = SKColor.Parse("#dededa");

    /// <summary>The strip that marks invented figures.</summary>
    public static readonly SKColor FictionStrip = SKColor.Parse("#fbe6db");

    /// <summary>The words on that strip.</summary>
    public static readonly SKColor FictionInk = SKColor.Parse("#8a3308");

    /// <summary>A colour as ScottPlot wants it.</summary>
    public static ScottPlot.Color ForPlot(this SKColor colour) =>
        new(colour.Red, colour.Green, colour.Blue, colour.Alpha);

    /// <summary>The form of a mark's colour for large or provisional areas.</summary>
    public static SKColor Quiet(SKColor colour)
    {
        if (colour == Warm)
        {
            return WarmQuiet;
        }

        return colour == Accent ? AccentQuiet : GreyQuiet;
    }
}
