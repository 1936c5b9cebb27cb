using ScottPlot;
using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>A ScottPlot plot without its own frame, ticks or text, and where its values lie on the page.</summary>
internal sealed class PlotArea
{
    private const float Rim = 4;

    private readonly SKRect _data;
    private readonly AxisRange _across;
    private readonly AxisRange _up;

    /// <summary>Makes the plot and shows it on the page.</summary>
    /// <param name="picture">The page.</param>
    /// <param name="data">Where the marks go.</param>
    /// <param name="across">Values from left to right.</param>
    /// <param name="up">Values from bottom to top.</param>
    public PlotArea(Picture picture, SKRect data, AxisRange across, AxisRange up)
    {
        _data = data;
        _across = across;
        _up = up;
        Plot = new Plot();
        Plot.FigureBackground.Color = HouseStyle.Paper.ForPlot();
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.HideAxesAndGrid();
        // ScottPlot cuts marks off at the edge of the data: without this rim it would halve lines that lie on it.
        var rim = SKRect.Inflate(data, Rim, Rim);
        var (rimAcross, rimUp) = (across.Size * Rim / data.Width, up.Size * Rim / data.Height);
        Plot.Layout.Fixed(new PixelPadding(rim.Left, picture.Width - rim.Right, picture.Height - rim.Bottom, rim.Top));
        Plot.Axes.SetLimits(across.From - rimAcross, across.To + rimAcross, up.From - rimUp, up.To + rimUp);
        picture.Show(Plot);
    }

    /// <summary>The plot that marks are added to.</summary>
    public Plot Plot { get; }

    /// <summary>An area whose values are the pixels of the page; ScottPlot counts upwards, so heights are negative.</summary>
    public static PlotArea InPixels(Picture picture, SKRect data) =>
        new(picture, data, new(data.Left, data.Right), new(-data.Bottom, -data.Top));

    /// <summary>The page's pixel of a value from left to right.</summary>
    public float X(double value) => (float)(_data.Left + (_across.Share(value) * _data.Width));

    /// <summary>The page's pixel of a value from bottom to top.</summary>
    public float Y(double value) => (float)(_data.Bottom - (_up.Share(value) * _data.Height));

    /// <summary>Adds a filled rectangle, given in values.</summary>
    public void Block(double left, double right, double bottom, double top, SKColor colour)
    {
        var block = Plot.Add.Rectangle(left, right, bottom, top);
        block.FillColor = colour.ForPlot();
        block.LineWidth = 0;
    }

    /// <summary>Adds one light line from left to right.</summary>
    public void Grid(double value, bool isBaseline)
    {
        var line = Plot.Add.Line(_across.From, value, _across.To, value);
        line.LineWidth = 1;
        line.LineColor = (isBaseline ? HouseStyle.Baseline : HouseStyle.Rule).ForPlot();
        line.MarkerSize = 0;
    }
}
