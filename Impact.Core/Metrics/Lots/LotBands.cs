using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Metrics.Register;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Lots;

/// <summary>Money of lots in one quarter, with the givers behind it.</summary>
/// <param name="Table">The table that shows it.</param>
/// <param name="PeriodStart">First day of the quarter.</param>
/// <param name="Code">An age band; in the table of shortfalls a designation; in the register the pool.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
/// <param name="Givers">Individual givers whose money is in it.</param>
internal sealed record LotSum(string Table, DateOnly PeriodStart, string Code, long AmountMinor, InflowEvidence Givers);

/// <summary>Time from gift to payment, age of what is undistributed, and shortfalls, all at quarter close.</summary>
internal sealed class LotBands : MetricFamily<LotSum>
{
    private static readonly TableSchema[] Shown =
    [
        PublishedTables.GiftToDisbursement,
        PublishedTables.UndistributedAge,
        PublishedTables.Shortfalls,
    ];

    /// <inheritdoc />
    public override string Sql => "lot_bands";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [LotTables.Pieces, LotTables.Quarters, LotTables.Later];

    /// <inheritdoc />
    protected override LotSum Read(LedgerRow row) =>
        new(
            row.Text("table_id")!,
            row.Day("period_start")!.Value,
            row.Text("code")!,
            row.Integer("amount_minor"),
            new(
                row.Integer("people"),
                row.Integer("people_minor"),
                row.Integer("largest_minor"),
                row.Integer("second_minor")
            )
        );

    /// <inheritdoc />
    protected override IReadOnlyList<LotSum> Compute(ReferenceLedger ledger) => ReferenceLotBands.Of(ledger);

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<LotSum> sums, TableContext context) =>
        Shown
            .Select(schema => new RawTable(
                schema,
                [.. sums.Where(sum => sum.Table == schema.Id).Select(sum => Row(sum, context))]
            ))
            .Append(
                new(
                    PublishedTables.Register,
                    [
                        .. sums.Where(sum => sum.Table == PublishedTables.Register.Id)
                            .Select(sum => DifferenceRegister.Row(Explained(sum, context.Scope.StatementDay), context)),
                    ]
                )
            );

    /// <summary>What the pool advanced in a quarter, as the register explains it: by the fund's rule, and the fund's to bear.</summary>
    private static RegisterSum Explained(LotSum sum, DateOnly statementDay) =>
        new()
        {
            Match = "pool_advance",
            Flow = "advances",
            QuarterStart = sum.PeriodStart,
            AgeBand = DifferenceRegister.AgeBand(statementDay.DayNumber - sum.PeriodStart.DayNumber),
            Difference = "advanced",
            State = "explained",
            AmountMinor = sum.AmountMinor,
            Owner = "fund",
            Explanation = "advanced_by_rule",
            People = sum.Givers.People,
            AbsoluteMinor = sum.Givers.AmountMinor,
            LargestMinor = sum.Givers.LargestMinor,
            SecondMinor = sum.Givers.SecondMinor,
        };

    private static RawRow Row(LotSum sum, TableContext context)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, sum.PeriodStart);
        var status =
            sum.Table == PublishedTables.Shortfalls.Id
                ? context.StatusOf("received")
                : context.StatusOf("received", "disbursed");
        var row = context.Writer.Amount(
            [quarter.Code, quarter.Start, quarter.End, sum.Code],
            sum.AmountMinor,
            new(status, quarter.End, RowWriter.OneSource)
        );
        return row with { Evidence = sum.Givers };
    }
}
