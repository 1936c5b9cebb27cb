using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Flows;

/// <summary>Gifts of one kind of giver in one quarter with one degree of earmarking, and who stands behind them.</summary>
/// <param name="GiverKind">A code of the kinds of giver.</param>
/// <param name="PeriodStart">First day of the quarter.</param>
/// <param name="Earmarking">A code of earmarking.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
/// <param name="Evidence">The givers; of people it decides whether the quarter is shown.</param>
internal sealed record EarmarkedSum(
    string GiverKind,
    DateOnly PeriodStart,
    string Earmarking,
    long AmountMinor,
    InflowEvidence Evidence
);

/// <summary>How closely givers said what their gifts are for: IATI EarmarkingCategory, by closed quarter.</summary>
internal sealed class EarmarkedGifts : MetricFamily<EarmarkedSum>
{
    /// <inheritdoc />
    public override string Sql => "earmarking";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTables.DesignationEarmarking, ShownMonths.InflowLater];

    /// <inheritdoc />
    protected override EarmarkedSum Read(LedgerRow row)
    {
        var amount = row.Integer("amount_minor");
        return new(
            row.Text("giver_kind")!,
            row.Day("period_start")!.Value,
            row.Text("earmarking")!,
            amount,
            new(row.Integer("people"), amount, row.Integer("largest_minor"), row.Integer("second_minor"))
        );
    }

    /// <inheritdoc />
    protected override IReadOnlyList<EarmarkedSum> Compute(ReferenceLedger ledger) => ReferenceEarmarking.Of(ledger);

    /// <summary>Every category of every quarter has its row, so that an absent row never tells what a withheld one would hide.</summary>
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<EarmarkedSum> sums, TableContext context)
    {
        var rows =
            from quarter in Quarters(sums, context.Scope)
            from kind in CodeLists.GiverKind.Codes
            from earmarking in CodeLists.Earmarking.Codes
            let sum = sums.SingleOrDefault(one =>
                one.PeriodStart == quarter.Start && one.GiverKind == kind.Value && one.Earmarking == earmarking.Value
            )
            select Row((quarter, kind.Value, earmarking.Value), sum, context);
        return [new(PublishedTables.Earmarking, [.. rows])];
    }

    private static IEnumerable<Period> Quarters(IReadOnlyList<EarmarkedSum> sums, MetricScope scope) =>
        sums.Count == 0
            ? []
            : Period
                .Range(PeriodGrain.Quarter, sums.Min(sum => sum.PeriodStart), scope.StatementDay)
                .Where(quarter => quarter.IsClosedAt(scope.StatementDay));

    private static RawRow Row(
        (Period Quarter, string GiverKind, string Earmarking) key,
        EarmarkedSum? sum,
        TableContext context
    )
    {
        var (quarter, giverKind, earmarking) = key;
        var row = context.Writer.Amount(
            [quarter.Code, quarter.Start, quarter.End, giverKind, earmarking],
            sum?.AmountMinor ?? 0,
            new(context.StatusOf("received"), quarter.End, RowWriter.OneSource)
        );
        return giverKind == "individuals"
            ? row with
            {
                Evidence = sum?.Evidence ?? new InflowEvidence(0, 0, 0, 0),
            }
            : row;
    }
}
