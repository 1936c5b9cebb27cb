using Impact.Core.Charts.House;
using SkiaSharp;

namespace Impact.Core.Charts.Recipes;

/// <summary>One bar of a row, or the words that stand where there is none.</summary>
internal sealed record RowBar
{
    /// <summary>Length of the bar in the chart's unit; null where there is no figure.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Colour of the bar.</summary>
    public required SKColor Colour { get; init; }

    /// <summary>Colour of its words.</summary>
    public required SKColor TextColour { get; init; }

    /// <summary>The figure, or why there is none.</summary>
    public required string Label { get; init; }

    /// <summary>What the bar is, in a word that follows the figure in the first row that has it.</summary>
    public required string Word { get; init; }

    /// <summary>Whether the bar is hatched.</summary>
    public bool IsHatched { get; init; }
}

/// <summary>One row: a name in full, and its bars.</summary>
/// <param name="Name">The name.</param>
/// <param name="Detail">A second, quieter line; may be empty.</param>
/// <param name="Bars">The bars, from top to bottom.</param>
internal sealed record BarRow(string Name, string Detail, IReadOnlyList<RowBar> Bars);

/// <summary>Draws horizontal bars from zero: names at the left (on a phone above), figures at the bars' ends, no axis.</summary>
internal sealed class BarRowsBody(IReadOnlyList<BarRow> rows) : IChartBody
{
    private const float NameWidth = 270;
    private const float NameGap = 16;
    private const float RowGap = 18;
    private const float LabelGap = 7;
    private const float ThinnestMark = 1.5f;
    private const float BarPitch = 20;
    private const float BarThickness = 13;

    /// <inheritdoc />
    public float HeightOn(PageShape shape) => rows.Sum(row => Height(row, shape) + RowGap) - RowGap;

    /// <inheritdoc />
    public void Draw(Picture picture, SKRect area, PageShape shape)
    {
        var left = shape.IsNarrow ? area.Left : area.Left + NameWidth + NameGap;
        var values = rows.SelectMany(row => row.Bars).Select(bar => bar.Value ?? 0).ToList();
        var (lowest, highest) = ((double)Math.Min(values.Min(), 0), (double)Math.Max(values.Max(), 0));
        var scale = new AxisRange(lowest, lowest < highest ? highest : 1);
        var data = new SKRect(left, area.Top, LongestBarEnd(area, left, scale, shape), area.Bottom);
        var plot = PlotArea.InPixels(picture, data);
        var top = area.Top;
        var zero = data.Left + (float)(scale.Share(0) * data.Width);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var height = Height(row, shape);
            var barsTop = WriteName(picture, row, new(area.Left, top), shape);
            // On a phone names stand above the bars, so the line at zero must not run through them.
            DrawZero(
                picture,
                zero,
                shape.IsNarrow ? barsTop : top,
                shape.IsNarrow ? top + height : MathF.Min(top + height + RowGap, area.Bottom)
            );
            foreach (var bar in row.Bars)
            {
                var at = new SKRect(
                    data.Left,
                    barsTop + ((BarPitch - BarThickness) / 2),
                    data.Right,
                    barsTop + ((BarPitch + BarThickness) / 2)
                );
                DrawBar(picture, plot, bar, at, scale);
                Label(picture, bar, at, (scale, shape, IsFirst: bar.Value is not null && named.Add(bar.Word)));
                barsTop += BarPitch;
            }

            top += height + RowGap;
        }
    }

    private static void DrawZero(Picture picture, float zero, float top, float bottom) =>
        picture.Line(new(zero, top), new(zero, bottom), HouseStyle.Baseline);

    private static float Pixel(decimal value, SKRect at, AxisRange scale) =>
        at.Left + (float)(scale.Share((double)value) * at.Width);

    private static string Words(RowBar bar, bool isFirst) => isFirst ? $"{bar.Label} {bar.Word}" : bar.Label;

    private static TextStyle LabelStyle(RowBar bar, PageShape shape) =>
        (bar.Value is null ? shape.Label : shape.ValueLabel).In(bar.TextColour);

    private static void DrawBar(Picture picture, PlotArea plot, RowBar bar, SKRect at, AxisRange scale)
    {
        if (bar.Value is not { } value || value == 0)
        {
            return;
        }

        var zero = Pixel(0, at, scale);
        var end = Pixel(value, at, scale);
        // What is not nothing is seen, be it ever so little.
        end = value > 0 ? MathF.Max(end, zero + ThinnestMark) : MathF.Min(end, zero - ThinnestMark);
        var (left, right) = (MathF.Min(zero, end), MathF.Max(zero, end));
        if (bar.IsHatched)
        {
            picture.Hatch(new(left, at.Top, right, at.Bottom), bar.Colour);
            return;
        }

        plot.Block(left, right, -at.Bottom, -at.Top, bar.Colour);
    }

    private static void Label(
        Picture picture,
        RowBar bar,
        SKRect at,
        (AxisRange Scale, PageShape Shape, bool IsFirst) how
    )
    {
        var style = LabelStyle(bar, how.Shape);
        var end = MathF.Max(Pixel(Math.Max(bar.Value ?? 0, 0), at, how.Scale), Pixel(0, at, how.Scale));
        picture.Write(Words(bar, how.IsFirst), new(end + LabelGap, at.MidY + style.MiddleToBaseline), style);
    }

    /// <summary>Where the longest bar may end so that every label has room at the right.</summary>
    private float LongestBarEnd(SKRect area, float left, AxisRange scale, PageShape shape)
    {
        const float shortest = 40;
        var end = area.Right;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bar in rows.SelectMany(row => row.Bars))
        {
            var isFirst = bar.Value is not null && named.Add(bar.Word);
            var label = Lettering.Width(Words(bar, isFirst), LabelStyle(bar, shape)) + LabelGap + 1;
            var share = (float)scale.Share((double)Math.Max(bar.Value ?? 0, 0));
            if (share > 0)
            {
                end = MathF.Min(end, left + ((area.Right - left - label) / share));
            }
        }

        return MathF.Max(end, left + shortest);
    }

    private static float WriteName(Picture picture, BarRow row, SKPoint at, PageShape shape)
    {
        var lines = NameLines(row, shape);
        var details = DetailLines(row, shape);
        var text = TextHeight(lines, details, shape);
        var first = shape.IsNarrow ? 0 : MathF.Max(0, ((row.Bars.Count * BarPitch) - text) / 2);
        var baseline = picture.Write(lines, new(at.X, at.Y + first + shape.Label.Ascent + 3), shape.Label);
        picture.Write(details, new(at.X, baseline), Quiet(shape));
        return shape.IsNarrow ? at.Y + text + 2 : at.Y + MathF.Max(0, (text - (row.Bars.Count * BarPitch)) / 2);
    }

    private static float Height(BarRow row, PageShape shape)
    {
        var text = TextHeight(NameLines(row, shape), DetailLines(row, shape), shape);
        var bars = row.Bars.Count * BarPitch;
        return shape.IsNarrow ? text + 2 + bars : MathF.Max(text, bars);
    }

    private static float TextHeight(IReadOnlyList<string> lines, IReadOnlyList<string> details, PageShape shape) =>
        (lines.Count * shape.Label.LineHeight) + (details.Count * Quiet(shape).LineHeight);

    private static TextStyle Quiet(PageShape shape) => new(shape.FootSize, TextWeight.Regular, HouseStyle.Secondary);

    private static IReadOnlyList<string> NameLines(BarRow row, PageShape shape) =>
        Lettering.WrapEvenly(row.Name, shape.Label, shape.IsNarrow ? shape.InnerWidth : NameWidth);

    private static IReadOnlyList<string> DetailLines(BarRow row, PageShape shape) =>
        row.Detail.Length == 0
            ? []
            : Lettering.WrapEvenly(row.Detail, Quiet(shape), shape.IsNarrow ? shape.InnerWidth : NameWidth);
}
