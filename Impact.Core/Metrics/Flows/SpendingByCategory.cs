using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Flows;

/// <summary>What an organisation spent in a quarter on one category.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="PeriodStart">First day of the quarter.</param>
/// <param name="Category">A category of expenditure or <c>unclassified</c>; null: nothing was spent in the quarter.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
internal sealed record CategorySum(string Organisation, DateOnly PeriodStart, string? Category, long AmountMinor);

/// <summary>Spending of each organisation by quarter and category; disclosure merges categories where gate G asks for it.</summary>
internal sealed class SpendingByCategory : MetricFamily<CategorySum>
{
    /// <summary>The line that stands for a whole quarter: of nothing spent, or of what is withheld.</summary>
    private const string Whole = "programme";

    /// <inheritdoc />
    public override string Sql => "spending_by_category";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTables.Money];

    /// <inheritdoc />
    protected override CategorySum Read(LedgerRow row) =>
        new(
            row.Text("organisation_id")!,
            row.Day("period_start")!.Value,
            row.Text("category"),
            row.Integer("amount_minor")
        );

    /// <inheritdoc />
    protected override IReadOnlyList<CategorySum> Compute(ReferenceLedger ledger) => ReferenceSpending.Of(ledger);

    /// <summary>
    /// A quarter of an organisation that pays cash has a row also where nothing was spent: an observed zero is a number of households
    /// like any other, and a deferred quarter is counted there. A deferred quarter has a row without an amount.
    /// </summary>
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<CategorySum> sums, TableContext context)
    {
        if (context.StatusOf("spent") != "ok")
        {
            return [new(PublishedTables.SpendingByCategory, [])];
        }

        var paying = Paying(sums, context.Scope.Fund);
        var deferred = context
            .Scope.DeferredQuarters.Where(quarter => quarter.QuarterStart <= context.Scope.StatementDay)
            .Select(quarter => Row(new(quarter.Organisation, quarter.QuarterStart, Whole, 0), "c", context));
        var shown = sums.Where(sum =>
                !context.Scope.DeferredQuarters.Contains(new(sum.Organisation, sum.PeriodStart))
                && (sum.Category is not null || paying.Contains(sum.Organisation))
            )
            .Select(sum => Row(sum with { Category = sum.Category ?? Whole }, "ok", context));
        return [new(PublishedTables.SpendingByCategory, [.. shown, .. deferred])];
    }

    /// <summary>The organisations of which every quarter is looked at: those that may pay cash, and those that booked some.</summary>
    private static HashSet<string> Paying(IReadOnlyList<CategorySum> sums, FundDescription fund) =>
        fund.IsFromPublicSources
            ? []
            :
            [
                .. fund.Organisations.Where(one => one.CashProgramme).Select(one => one.Id),
                .. sums.Where(sum => sum.Category == "cash_aid").Select(sum => sum.Organisation),
            ];

    private static RawRow Row(CategorySum sum, string status, TableContext context)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, sum.PeriodStart);
        return context.Writer.Amount(
            [sum.Organisation, quarter.Code, quarter.Start, quarter.End, sum.Category],
            sum.AmountMinor,
            new(status, quarter.End, RowWriter.OneSource)
        );
    }
}
