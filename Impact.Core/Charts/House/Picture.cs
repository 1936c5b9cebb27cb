using ScottPlot;
using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>One line of text at its place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">How it looks.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Baseline">Where its letters stand.</param>
/// <param name="Width">How long it is.</param>
internal sealed record PlacedText(string Text, TextStyle Style, float X, float Baseline, float Width)
{
    /// <summary>The rectangle that its letters may touch.</summary>
    public SKRect Box => new(X, Baseline - Style.Ascent, X + Width, Baseline + Style.Descent);
}

/// <summary>Everything on one page, as a list: the plot, then marks, then texts. Both file formats are drawn from it.</summary>
internal sealed class Picture(float width, float height)
{
    private readonly List<Action<SKCanvas>> _marks = [];
    private readonly List<PlacedText> _texts = [];
    private Plot? _plot;

    /// <summary>Width in logical pixels.</summary>
    public float Width { get; } = width;

    /// <summary>Height in logical pixels.</summary>
    public float Height { get; } = height;

    /// <summary>The texts, in the order they are drawn.</summary>
    public IReadOnlyList<PlacedText> Texts => _texts;

    /// <summary>Puts the plot on the page; it fills the whole page and is drawn first, because drawing it clears the canvas.</summary>
    public void Show(Plot plot) => _plot = plot;

    /// <summary>Adds a mark that is drawn over the plot.</summary>
    public void Mark(Action<SKCanvas> mark) => _marks.Add(mark);

    /// <summary>Adds a filled rectangle.</summary>
    public void Fill(SKRect area, SKColor colour) =>
        Mark(canvas =>
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawRect(area, paint);
        });

    /// <summary>Adds a straight line.</summary>
    public void Line(SKPoint from, SKPoint to, SKColor colour, float thickness = 1) =>
        Mark(canvas =>
        {
            using var paint = new SKPaint
            {
                Color = colour,
                IsAntialias = true,
                StrokeWidth = thickness,
                Style = SKPaintStyle.Stroke,
            };
            canvas.DrawLine(from, to, paint);
        });

    /// <summary>Writes one line of text.</summary>
    /// <param name="text">The text; an empty one writes nothing.</param>
    /// <param name="at">The point of the baseline that <paramref name="align"/> names.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="align">Which part of the text lies at the point.</param>
    /// <returns>Where the text ends.</returns>
    public float Write(string text, SKPoint at, TextStyle style, TextAlign align = TextAlign.Left)
    {
        if (text.Length == 0)
        {
            return at.X;
        }

        var length = Lettering.Width(text, style);
        var x = align switch
        {
            TextAlign.Centre => at.X - (length / 2),
            TextAlign.Right => at.X - length,
            _ => at.X,
        };
        _texts.Add(new(text, style, x, at.Y, length));
        return x + length;
    }

    /// <summary>Writes lines under one another; the point is the baseline of the first.</summary>
    /// <returns>The baseline of the line after the last.</returns>
    public float Write(IEnumerable<string> lines, SKPoint at, TextStyle style, TextAlign align = TextAlign.Left)
    {
        var baseline = at.Y;
        foreach (var line in lines)
        {
            Write(line, new(at.X, baseline), style, align);
            baseline += style.LineHeight;
        }

        return baseline;
    }

    /// <summary>Draws plot and marks, without any text.</summary>
    public void DrawMarks(SKCanvas canvas)
    {
        canvas.Clear(HouseStyle.Paper);
        _plot?.Render(canvas, new PixelRect(0, Width, Height, 0));
        foreach (var mark in _marks)
        {
            mark(canvas);
        }
    }
}
