using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;
using ScottPlot;
using SkiaSharp;
using Language = Impact.Core.Catalogue.Language;

namespace Impact.Core.Charts.Recipes;

/// <summary>Draws the flow: bands to scale with soft edges, from left to right, every label outside its band.</summary>
internal sealed class FlowBody(FlowFigures flow, Amounts amounts, Language language) : IChartBody
{
    /// <inheritdoc />
    public float HeightOn(PageShape shape) =>
        new FlowLayout(new(flow, amounts, language), shape, new(0, 0, shape.InnerWidth, 0)).Height;

    /// <inheritdoc />
    public void Draw(Picture picture, SKRect area, PageShape shape)
    {
        var layout = new FlowLayout(new(flow, amounts, language), shape, area);
        var plot = PlotArea.InPixels(picture, area);
        foreach (var band in layout.Bands())
        {
            Add(plot.Plot, band);
        }

        foreach (var node in layout.Nodes)
        {
            node.Draw(picture);
        }
    }

    /// <summary>One band with edges that leave and arrive level.</summary>
    private static void Add(Plot plot, FlowBand band)
    {
        const int steps = 32;
        var upper = new List<Coordinates>();
        var lower = new List<Coordinates>();
        for (var step = 0; step <= steps; step++)
        {
            var share = step / (double)steps;
            var smooth = share * share * (3 - (2 * share));
            var x = band.Left + ((band.Right - band.Left) * share);
            var y = band.LeftTop + ((band.RightTop - band.LeftTop) * smooth);
            upper.Add(new(x, -y));
            lower.Add(new(x, -(y + band.Thickness)));
        }

        lower.Reverse();
        var polygon = plot.Add.Polygon([.. upper, .. lower]);
        polygon.FillColor = band.Colour.ForPlot();
        polygon.LineWidth = 0;
        polygon.MarkerSize = 0;
    }
}
