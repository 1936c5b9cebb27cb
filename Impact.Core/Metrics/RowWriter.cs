using Impact.Core.Quantities;

namespace Impact.Core.Metrics;

/// <summary>Writes rows of published tables: context columns, amounts in both forms, and an empty cell where there is no value.</summary>
internal sealed class RowWriter(MetricScope scope)
{
    private readonly Currency _currency = Currency.Parse(scope.Fund.Currency);

    /// <summary>The fund's own figures come from one set of books.</summary>
    public static Completeness OneSource { get; } = new(1, 1);

    /// <summary>A row whose figure is an amount.</summary>
    /// <param name="keys">The cells before the currency.</param>
    /// <param name="amountMinor">The amount; not looked at where the status tells that there is none.</param>
    /// <param name="context">Status, last day and completeness.</param>
    public RawRow Amount(IEnumerable<object?> keys, long amountMinor, FigureContext context)
    {
        var shown = context.HasValue ? new Money(amountMinor, _currency) : (Money?)null;
        return new([scope.Fund.Id, .. keys, _currency.Code, shown?.Minor, shown?.Major, .. Context(context)]);
    }

    /// <summary>A row whose figure is a ratio.</summary>
    public RawRow Ratio(IEnumerable<object?> keys, Ratio ratio, FigureContext context) =>
        new([
            scope.Fund.Id,
            .. keys,
            _currency.Code,
            context.HasValue ? ratio.Numerator : null,
            context.HasValue ? ratio.Denominator : null,
            context.HasValue ? ratio.Value : null,
            .. Context(context),
        ]);

    /// <summary>A row whose figure is a quotient of counts, such as reports or checks.</summary>
    public RawRow Counts(IEnumerable<object?> keys, Ratio ratio, FigureContext context) =>
        Plain(
            [
                .. keys,
                context.HasValue ? ratio.Numerator : null,
                context.HasValue ? ratio.Denominator : null,
                context.HasValue ? ratio.Value : null,
            ],
            context
        );

    /// <summary>A row of the proof table: both sides and their difference.</summary>
    public RawRow Sides(string identity, string subject, (long Left, long Right) sides, FigureContext context) =>
        new([
            scope.Fund.Id,
            identity,
            subject,
            _currency.Code,
            context.HasValue ? sides.Left : null,
            context.HasValue ? sides.Right : null,
            context.HasValue ? checked(sides.Left - sides.Right) : null,
            .. Context(context),
        ]);

    /// <summary>A row without a figure, or whose figure is a count.</summary>
    public RawRow Plain(IEnumerable<object?> cells, FigureContext context) =>
        new([scope.Fund.Id, .. cells, .. Context(context)]);

    private object?[] Context(FigureContext context) =>
        [
            context.Status,
            scope.FinalityAt(context.LastDay),
            context.Completeness.Reported,
            context.Completeness.Expected,
            scope.Fund.Fiction,
        ];
}

/// <summary>How many of the reports a figure needs were there.</summary>
internal sealed record Completeness(long Reported, long Expected);

/// <summary>What stands beside a figure.</summary>
/// <param name="Status">A code of the status list.</param>
/// <param name="LastDay">The last day the figure is about.</param>
/// <param name="Completeness">Reports received and expected.</param>
internal sealed record FigureContext(string Status, DateOnly LastDay, Completeness Completeness)
{
    /// <summary>Whether the status comes with a value.</summary>
    public bool HasValue => Status is "ok" or "e" or "n";
}
