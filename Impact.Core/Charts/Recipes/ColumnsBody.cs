using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;
using Impact.Core.Quantities;
using SkiaSharp;

namespace Impact.Core.Charts.Recipes;

/// <summary>Draws upright columns by quarter or year from zero; a period without a figure carries a sign.</summary>
internal sealed class ColumnsBody(
    IReadOnlyList<MoneyColumns> columns,
    bool isByYear,
    Amounts amounts,
    Language language
) : IChartBody
{
    private const float WideHeight = 300;
    private const float NarrowHeight = 260;
    private const float WidestColumn = 40;
    private const float WidestSlot = 140;
    private const float ThinnestMark = 1.5f;
    private const int WantedTicks = 4;

    /// <inheritdoc />
    public float HeightOn(PageShape shape) => shape.IsNarrow ? NarrowHeight : WideHeight;

    /// <summary>The colour of a flow's columns: one flow alone is the picture's subject and gets the accent.</summary>
    public static SKColor Colour(MoneyFlow flow, int flows) =>
        flows == 1 && flow == MoneyFlow.Allocated ? HouseStyle.Accent : Flows.Colour(flow);

    /// <summary>What stands where there is no column: nothing where nothing was booked.</summary>
    public static string Sign(FigureState state) =>
        state switch
        {
            FigureState.NotTold => "?",
            FigureState.Withheld => "×",
            FigureState.NotApplicable => "–",
            _ => string.Empty,
        };

    /// <inheritdoc />
    public void Draw(Picture picture, SKRect area, PageShape shape)
    {
        var ticks = Ticks();
        var tickWidth = ticks.Max(tick => Lettering.Width(Tick(tick, ticks), shape.AxisLabel)) + 8;
        var axisHeight = ((isByYear ? 1 : 2) * shape.AxisLabel.LineHeight) + 8;
        var slots = Slots();
        var left = area.Left + tickWidth;
        var slotWidth = MathF.Min((area.Right - left) / slots.Count, WidestSlot);
        var data = new SKRect(left, area.Top + (shape.LabelSize / 2), area.Right, area.Bottom - axisHeight);
        var plot = new PlotArea(picture, data, new(data.Left, data.Right), new((double)ticks[0], (double)ticks[^1]));
        foreach (var tick in ticks)
        {
            plot.Grid((double)tick, isBaseline: false);
            picture.Write(
                Tick(tick, ticks),
                new(left - 8, plot.Y((double)tick) + shape.AxisLabel.MiddleToBaseline),
                shape.AxisLabel,
                TextAlign.Right
            );
        }

        for (var index = 0; index < slots.Count; index++)
        {
            DrawSlot(picture, plot, slots[index], (left + (slotWidth * index), slotWidth, shape));
        }

        var zero = plot.Y(0);
        picture.Line(new(data.Left, zero), new(data.Right, zero), HouseStyle.Baseline);
        WritePeriods(picture, slots, new(left, data.Bottom + 9 + shape.AxisLabel.Ascent), (slotWidth, shape));
    }

    private IReadOnlyList<decimal> Ticks()
    {
        var values = columns
            .SelectMany(column => column.Series.Periods)
            .Select(period => amounts.Major(period.Figure.Amount))
            .ToList();
        return ValueTicks.Between(values.Min(), values.Max(), WantedTicks);
    }

    private string Tick(decimal tick, IReadOnlyList<decimal> ticks) =>
        amounts.Axis(tick, Math.Max(ticks[^1], -ticks[0]));

    /// <summary>Every quarter or year from the first to the last, also those without a row.</summary>
    private IReadOnlyList<Period> Slots()
    {
        var days = columns.SelectMany(column => column.Series.Periods).Select(period => period.First).ToList();
        return Period.Range(isByYear ? PeriodGrain.Year : PeriodGrain.Quarter, days.Min(), days.Max());
    }

    private void DrawSlot(Picture picture, PlotArea plot, Period slot, (float Left, float Width, PageShape Shape) at)
    {
        var width = MathF.Min(at.Width * 0.8f / columns.Count, WidestColumn);
        var x = at.Left + ((at.Width - (width * columns.Count)) / 2);
        foreach (var column in columns)
        {
            var figure =
                column.Series.Periods.FirstOrDefault(period => period.First == slot.Start)?.Figure ?? Figure.Absent;
            DrawColumn(picture, plot, figure, (x + 0.5f, x + width - 0.5f, column.Flow, at.Shape));
            x += width;
        }
    }

    private void DrawColumn(
        Picture picture,
        PlotArea plot,
        Figure figure,
        (float Left, float Right, MoneyFlow Flow, PageShape Shape) at
    )
    {
        var zero = plot.Y(0);
        var style = at.Shape.Label.In(Flows.TextColour(at.Flow));
        if (figure is not { IsKnown: true, Amount: not 0 })
        {
            var sign = figure.IsKnown ? "0" : Sign(figure.State);
            picture.Write(sign, new((at.Left + at.Right) / 2, zero - 5), style, TextAlign.Centre);
            return;
        }

        var end = plot.Y((double)amounts.Major(figure.Amount));
        end = figure.Amount > 0 ? MathF.Min(end, zero - ThinnestMark) : MathF.Max(end, zero + ThinnestMark);
        var bar = new SKRect(at.Left, MathF.Min(zero, end), at.Right, MathF.Max(zero, end));
        if (figure.IsProvisional)
        {
            picture.Hatch(bar, Colour(at.Flow, columns.Count));
            return;
        }

        picture.Fill(bar, Colour(at.Flow, columns.Count));
    }

    /// <summary>Quarters with the year under the first of each; of many periods only as many labels as there is room for.</summary>
    private void WritePeriods(
        Picture picture,
        IReadOnlyList<Period> slots,
        SKPoint at,
        (float SlotWidth, PageShape Shape) how
    )
    {
        const float blank = 8;
        var style = how.Shape.AxisLabel;
        var widest = Lettering.Width(isByYear ? "2020" : "Q4", style) + blank;
        var step = Math.Max(1, (int)MathF.Ceiling(widest / how.SlotWidth));
        var yearEnds = float.MinValue;
        for (var index = 0; index < slots.Count; index++)
        {
            var middle = at.X + (how.SlotWidth * (index + 0.5f));
            var year = Days.Year(slots[index].Start);
            if (index % step == 0)
            {
                picture.Write(
                    isByYear ? year : Days.Quarter(slots[index].Start, language),
                    new(middle, at.Y),
                    style,
                    TextAlign.Centre
                );
            }

            var isNewYear = index == 0 || slots[index].Start.Month == 1;
            var yearWidth = Lettering.Width(year, style);
            if (!isByYear && isNewYear && middle - (yearWidth / 2) > yearEnds)
            {
                picture.Write(year, new(middle, at.Y + style.LineHeight), style, TextAlign.Centre);
                yearEnds = middle + (yearWidth / 2) + blank;
            }
        }
    }
}
