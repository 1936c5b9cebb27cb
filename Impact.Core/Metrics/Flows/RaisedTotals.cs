using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Flows;

/// <summary>What was given to date, gross and net.</summary>
/// <param name="Measure"><c>gross</c> or <c>net</c>.</param>
/// <param name="AmountMinor">Minor units of the base currency; net may be below 0 when more went back than came.</param>
internal sealed record RaisedSum(string Measure, long AmountMinor);

/// <summary>Total raised, gross and net: conventions §4.2, always shown together.</summary>
internal sealed class RaisedTotals : MetricFamily<RaisedSum>
{
    private static readonly string[] TakenOff =
    [
        "refunded",
        "charged_back",
        "processor_fees",
        "platform_fees",
        "bank_charges",
    ];

    /// <inheritdoc />
    public override string Sql => "total_raised";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTables.Flow];

    /// <inheritdoc />
    protected override RaisedSum Read(LedgerRow row) => new(row.Text("measure")!, row.Integer("amount_minor"));

    /// <inheritdoc />
    protected override IReadOnlyList<RaisedSum> Compute(ReferenceLedger ledger)
    {
        var (gross, net) = (0L, 0L);
        foreach (var entry in ledger.Closed)
        {
            switch (entry.Kind)
            {
                case "gift":
                    gross = checked(gross + entry.BaseMinor);
                    net = checked(net + entry.BaseMinor);
                    break;
                case "gift_refund" or "chargeback" or "processor_fee" or "platform_fee" or "bank_charge":
                    net = checked(net - entry.BaseMinor);
                    break;
            }
        }

        return [new("gross", gross), new("net", net)];
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<RaisedSum> sums, TableContext context) =>
        [new(PublishedTables.TotalRaised, [.. sums.Select(sum => Row(sum, context))])];

    private static RawRow Row(RaisedSum sum, TableContext context)
    {
        // Without a source for what was taken off, net is only the most it can be.
        var status = context.StatusOf("received");
        if (status == "ok" && sum.Measure == "net" && context.StatusOf(TakenOff) == "x")
        {
            status = "e";
        }

        return context.Writer.Amount(
            [sum.Measure],
            sum.AmountMinor,
            new(status, context.Scope.StatementDay, RowWriter.OneSource)
        );
    }
}
