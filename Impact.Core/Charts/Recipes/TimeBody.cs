using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;
using ScottPlot;
using SkiaSharp;
using Language = Impact.Core.Catalogue.Language;

namespace Impact.Core.Charts.Recipes;

/// <summary>Draws running totals: lines by real dates, each named at its end.</summary>
internal sealed class TimeBody(
    IReadOnlyList<TimeLine> lines,
    DateOnly first,
    DateOnly last,
    Amounts amounts,
    Language language
) : IChartBody
{
    private const float WideHeight = 380;
    private const float NarrowHeight = 320;
    private const float LabelGap = 20;
    private const float LineThickness = 2.5f;
    private const int WantedTicks = 4;

    private static readonly LinePattern Provisional = new([7, 4], 0, "provisional");

    /// <inheritdoc />
    public float HeightOn(PageShape shape) => shape.IsNarrow ? NarrowHeight : WideHeight;

    /// <inheritdoc />
    public void Draw(Picture picture, SKRect area, PageShape shape)
    {
        var ticks = Ticks();
        var labels = lines.Select(line => EndLabel(line, shape)).ToList();
        var endWidth = labels.Max(label => label.Width) + LabelGap;
        var tickWidth = ticks.Max(tick => Lettering.Width(Tick(tick, ticks), shape.AxisLabel)) + 8;
        var axisHeight = (2 * shape.AxisLabel.LineHeight) + 6;
        var data = new SKRect(
            area.Left + tickWidth,
            area.Top + (shape.LabelSize / 2),
            area.Right - endWidth,
            area.Bottom - axisHeight
        );
        var across = new AxisRange(first.DayNumber, Math.Max(last.DayNumber, first.DayNumber + 1));
        var plot = new PlotArea(picture, data, across, new((double)ticks[0], (double)ticks[^1]));
        foreach (var tick in ticks)
        {
            plot.Grid((double)tick, isBaseline: tick == 0);
            picture.Write(
                Tick(tick, ticks),
                new(data.Left - 8, plot.Y((double)tick) + shape.AxisLabel.MiddleToBaseline),
                shape.AxisLabel,
                TextAlign.Right
            );
        }

        WriteTime(picture, plot, data, shape);
        foreach (var line in lines)
        {
            Add(plot.Plot, line);
        }

        WriteEnds(picture, plot, labels, (data, area.Bottom));
    }

    private IReadOnlyList<decimal> Ticks()
    {
        var values = lines.SelectMany(line => line.Total.Points).Select(point => amounts.Major(point.Amount)).ToList();
        return ValueTicks.Between(values.Min(), values.Max(), WantedTicks);
    }

    private string Tick(decimal tick, IReadOnlyList<decimal> ticks) =>
        amounts.Axis(tick, Math.Max(ticks[^1], -ticks[0]));

    private void WriteTime(Picture picture, PlotArea plot, SKRect data, PageShape shape)
    {
        var baseline = data.Bottom + 9 + shape.AxisLabel.Ascent;
        foreach (var tick in TimeTicks.Between(first, last, language, data.Width))
        {
            var x = plot.X(tick.Day.DayNumber);
            picture.Line(new(x, data.Bottom), new(x, data.Bottom + 5), HouseStyle.Baseline);
            picture.Write(tick.Label, new(x, baseline), shape.AxisLabel, TextAlign.Centre);
            picture.Write(tick.Year, new(x, baseline + shape.AxisLabel.LineHeight), shape.AxisLabel, TextAlign.Centre);
        }
    }

    /// <summary>Final stretches are whole, provisional ones dashed; each stretch of one kind is one line.</summary>
    private void Add(Plot plot, TimeLine line)
    {
        var points = line.Total.Points;
        var begin = 0;
        for (var index = 1; index < points.Count; index++)
        {
            if (index == points.Count - 1 || points[index + 1].IsProvisional != points[index].IsProvisional)
            {
                var stretch = points.Skip(begin).Take(index - begin + 1).ToList();
                var drawn = plot.Add.ScatterLine(
                    stretch.Select(point => (double)point.Day.DayNumber).ToArray(),
                    stretch.Select(point => (double)amounts.Major(point.Amount)).ToArray(),
                    Flows.Colour(line.Flow).ForPlot()
                );
                drawn.LineWidth = LineThickness;
                drawn.LinePattern = points[index].IsProvisional ? Provisional : LinePattern.Solid;
                begin = index;
            }
        }
    }

    private void WriteEnds(Picture picture, PlotArea plot, List<LineEnd> labels, (SKRect Data, float Bottom) edges)
    {
        var wanted = lines.Select(line => plot.Y((double)amounts.Major(line.Total.Last.Amount))).ToList();
        var middles = LabelColumn.Spread(
            wanted,
            [.. labels.Select(label => label.Height + 6)],
            (edges.Data.Top - LabelGap, edges.Bottom)
        );
        for (var index = 0; index < lines.Count; index++)
        {
            var colour = Flows.TextColour(lines[index].Flow);
            var end = new SKPoint(plot.X(lines[index].Total.Last.Day.DayNumber), wanted[index]);
            picture.Mark(canvas =>
            {
                using var paint = new SKPaint { Color = colour, IsAntialias = true };
                canvas.DrawCircle(end, LineThickness + 1, paint);
            });
            Lead(picture, end, new(edges.Data.Right + LabelGap - 4, middles[index]));
            labels[index].Write(picture, new(edges.Data.Right + LabelGap, middles[index]), colour);
        }
    }

    /// <summary>A thin line to a label that does not stand at its line's end.</summary>
    private static void Lead(Picture picture, SKPoint end, SKPoint label)
    {
        const float near = 12;
        if (label.X - end.X > LabelGap || MathF.Abs(label.Y - end.Y) > near)
        {
            picture.Line(new(end.X + LineThickness + 3, end.Y), label, HouseStyle.Baseline);
        }
    }

    private LineEnd EndLabel(TimeLine line, PageShape shape)
    {
        var room = shape.IsNarrow ? 104 : 212;
        var name = Lettering.Wrap(Flows.Name(line.Flow, language), shape.Label, room);
        var day =
            line.Total.Last.Day < last
                ? Lettering.Wrap(
                    language.Pick("to ", "al ") + Days.Day(line.Total.Last.Day, language),
                    Small(shape),
                    room
                )
                : [];
        return new(name, amounts.Short(line.Total.Last.Amount), day, shape);
    }

    private static TextStyle Small(PageShape shape) => new(shape.FootSize, TextWeight.Regular, HouseStyle.Secondary);

    /// <summary>What stands at the end of a line: name, amount and, where it ends early, the day.</summary>
    private sealed record LineEnd(IReadOnlyList<string> Name, string Amount, IReadOnlyList<string> Day, PageShape Shape)
    {
        public float Width =>
            MathF.Max(
                MathF.Max(Lettering.Width(Name, Shape.Label), Lettering.Width(Amount, Shape.ValueLabel)),
                Lettering.Width(Day, Small(Shape))
            );

        public float Height => ((Name.Count + 1) * Shape.Label.LineHeight) + (Day.Count * Small(Shape).LineHeight);

        public void Write(Picture picture, SKPoint middle, SKColor colour)
        {
            var at = new SKPoint(middle.X, middle.Y - (Height / 2) + Shape.Label.Ascent + 2);
            var baseline = picture.Write(Name, at, Shape.Label.In(colour));
            picture.Write(Amount, new(middle.X, baseline), Shape.ValueLabel.In(colour));
            picture.Write(Day, new(middle.X, baseline + Small(Shape).LineHeight), Small(Shape));
        }
    }
}
