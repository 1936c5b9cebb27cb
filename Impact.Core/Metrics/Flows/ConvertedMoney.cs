using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Flows;

/// <summary>Amounts of one flow and currency that were converted at one pair of rates.</summary>
/// <param name="Measure">A code of <see cref="CodeLists.ConversionMeasure"/>.</param>
/// <param name="Currency">The currency converted from.</param>
/// <param name="From">Its rate.</param>
/// <param name="To">The rate of the fund's currency.</param>
/// <param name="OriginalMinor">Minor units of the currency converted from.</param>
/// <param name="BaseMinor">What the entries came to, each rounded alone; minor units of the base currency.</param>
internal sealed record ConvertedSum(
    string Measure,
    string Currency,
    PublishedRate From,
    PublishedRate To,
    long OriginalMinor,
    long BaseMinor
);

/// <summary>What was converted by rate tables, and what rounding each entry alone made of it: a line of its own, so that both sides add up.</summary>
internal sealed class ConvertedMoney : MetricFamily<ConvertedSum>
{
    /// <summary>Everything that is not between organisations, told together.</summary>
    internal const string Other = "other";

    /// <summary>Stands for all currencies, where one alone could be that of few givers.</summary>
    internal const string AllCurrencies = "all";

    /// <inheritdoc />
    public override string Sql => "conversion";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [ShownMonths.Later];

    /// <inheritdoc />
    protected override ConvertedSum Read(LedgerRow row) =>
        new(
            row.Text("measure")!,
            row.Text("currency")!,
            new(row.Integer("from_unscaled"), (int)row.Integer("from_decimals")),
            new(row.Integer("to_unscaled"), (int)row.Integer("to_decimals")),
            row.Integer("original_minor"),
            row.Integer("base_minor")
        );

    /// <inheritdoc />
    protected override IReadOnlyList<ConvertedSum> Compute(ReferenceLedger ledger) => ReferenceConversion.Of(ledger);

    /// <summary>The row of everything else is always there, so that its absence tells nothing; it shows the difference alone.</summary>
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<ConvertedSum> sums, TableContext context)
    {
        var between = sums.Where(sum => sum.Measure != Other)
            .GroupBy(sum => (sum.Measure, sum.Currency))
            .Select(group => Row(group.Key.Measure, Currency.Parse(group.Key.Currency), [.. group], context));
        List<ConvertedSum> other = [.. sums.Where(sum => sum.Measure == Other)];
        return [new(PublishedTables.Conversion, [.. between, Row(Other, currency: null, other, context)])];
    }

    private static RawRow Row(
        string measure,
        Currency? currency,
        IReadOnlyList<ConvertedSum> sums,
        TableContext context
    )
    {
        var fund = Currency.Parse(context.Scope.Fund.Currency);
        var total = new ConversionTotal();
        var (original, converted) = (0L, 0L);
        foreach (var sum in sums)
        {
            total.Add(new(Currency.Parse(sum.Currency), sum.From, fund, sum.To), sum.OriginalMinor);
            converted = checked(converted + sum.BaseMinor);
            original = currency is null ? 0 : checked(original + sum.OriginalMinor);
        }

        var atOnce = total.Rounded();
        var shown = currency is null ? (Money?)null : new Money(original, currency);
        return context.Writer.Plain(
            [
                measure,
                currency?.Code ?? AllCurrencies,
                shown?.Minor,
                shown?.Major,
                fund.Code,
                shown is null ? null : converted,
                shown is null ? null : atOnce,
                checked(converted - atOnce),
            ],
            new("ok", context.Scope.StatementDay, RowWriter.OneSource)
        );
    }
}
