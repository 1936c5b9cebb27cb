namespace Impact.Core.Charts.Figures;

/// <summary>One point of a running total.</summary>
/// <param name="Day">The day the total holds at the end of.</param>
/// <param name="Amount">The total, in minor units.</param>
/// <param name="IsProvisional">Whether the period that ends here may still change.</param>
internal sealed record TotalPoint(DateOnly Day, long Amount, bool IsProvisional);

/// <summary>A flow added up from its beginning.</summary>
/// <param name="Points">The first is zero, on the day it begins; then one for each period.</param>
/// <param name="Withheld">Periods whose amount is withheld: the line passes over them.</param>
/// <param name="NotToldFrom">First day of the period from which the source tells no more, so that the line ends there; or null.</param>
internal sealed record RunningTotal(IReadOnlyList<TotalPoint> Points, int Withheld, DateOnly? NotToldFrom)
{
    /// <summary>The last point.</summary>
    public TotalPoint Last => Points[^1];

    /// <summary>Adds a series up to the cut-off.</summary>
    /// <param name="series">The flow.</param>
    /// <param name="cutOff">Last day.</param>
    /// <param name="begin">First day of the fund: a quarter that begins before it is drawn from there.</param>
    /// <returns>Null where the first period is already not told, or nothing is known.</returns>
    public static RunningTotal? Of(MoneySeries series, DateOnly cutOff, DateOnly begin)
    {
        var points = new List<TotalPoint>();
        var withheld = 0;
        var total = Figure.Absent;
        foreach (var period in series.Periods.Where(period => period.First <= cutOff))
        {
            if (period.Figure.State == FigureState.NotTold)
            {
                return points.Count == 0 ? null : new(points, withheld, period.First);
            }

            if (points.Count == 0)
            {
                points.Add(
                    new(begin > period.First && begin < period.Last ? begin : period.First, 0, IsProvisional: false)
                );
            }

            if (period.Figure.State == FigureState.Withheld)
            {
                withheld++;
                continue;
            }

            total += period.Figure;
            var day = period.Last < cutOff ? period.Last : cutOff;
            points.Add(new(day, total.Amount, period.Figure.IsProvisional));
        }

        return points.Count < 2 ? null : new(points, withheld, null);
    }
}
