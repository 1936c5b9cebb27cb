namespace Impact.Core.Charts.Figures;

/// <summary>One figure of one period.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Figure">The figure.</param>
internal sealed record PeriodFigure(DateOnly First, DateOnly Last, Figure Figure);

/// <summary>A flow of money by period, in order of time; periods without a row are not in it.</summary>
internal sealed class MoneySeries
{
    /// <summary>Puts the periods in order.</summary>
    public MoneySeries(IEnumerable<PeriodFigure> periods) => Periods = [.. periods.OrderBy(period => period.First)];

    /// <summary>The periods, in order of time.</summary>
    public IReadOnlyList<PeriodFigure> Periods { get; }

    /// <summary>Whether there is at least one number.</summary>
    public bool HasKnown => Periods.Any(period => period.Figure.IsKnown);

    /// <summary>Whether the source leaves out at least one number.</summary>
    public bool HasNotTold => Periods.Any(period => period.Figure.State == FigureState.NotTold);

    /// <summary>The sum over all periods; unknown where one is.</summary>
    public Figure Total => Periods.Aggregate(Figure.Absent, (sum, period) => sum + period.Figure);

    /// <summary>The sum of the numbers that are known.</summary>
    public long KnownTotal => Periods.Where(period => period.Figure.IsKnown).Sum(period => period.Figure.Amount);

    /// <summary>Adds another series, period by period.</summary>
    public MoneySeries Plus(MoneySeries other) =>
        new(
            Periods
                .Concat(other.Periods)
                .GroupBy(period => (period.First, period.Last))
                .Select(group => new PeriodFigure(
                    group.Key.First,
                    group.Key.Last,
                    group.Aggregate(Figure.Absent, (sum, period) => sum + period.Figure)
                ))
        );

    /// <summary>Takes another series away where its numbers are known; a number that is not told takes nothing away.</summary>
    public MoneySeries LessKnown(MoneySeries other) =>
        Plus(
            new(
                other
                    .Periods.Where(period => period.Figure.IsKnown)
                    .Select(period => period with { Figure = -period.Figure })
            )
        );

    /// <summary>The same series by calendar year: a flow adds.</summary>
    public MoneySeries ByYear() =>
        new(
            Periods
                .GroupBy(period => period.First.Year)
                .Select(year => new PeriodFigure(
                    new DateOnly(year.Key, 1, 1),
                    new DateOnly(year.Key, 12, 31),
                    year.Aggregate(Figure.Absent, (sum, period) => sum + period.Figure)
                ))
        );
}
