using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Durations;

/// <summary>One step of the waiting of allocated money.</summary>
/// <param name="Days">Days since the allocation, 0 or more.</param>
/// <param name="AtRiskMinor">Allocated money that was still waiting just before, and was watched that long; minor units.</param>
/// <param name="DisbursedMinor">What was sent after exactly these days.</param>
/// <param name="CensoredMinor">What has waited exactly these days on the statement day and is still not sent.</param>
internal sealed record DelaySum(long Days, long AtRiskMinor, long DisbursedMinor, long CensoredMinor);

/// <summary>Time from allocation to disbursement, each cent weighing the same, right-censored: conventions §4.2.</summary>
internal sealed class AllocationDelays : MetricFamily<DelaySum>
{
    /// <summary>Identifier of the metric in the table of durations.</summary>
    public const string Metric = "allocation_to_disbursement";

    private static readonly (string Code, int Percent)[] Quantiles = [("p25", 25), ("median", 50), ("p75", 75)];

    /// <inheritdoc />
    public override string Sql => "allocation_to_disbursement";

    /// <inheritdoc />
    protected override DelaySum Read(LedgerRow row) =>
        new(
            row.Integer("days"),
            row.Integer("at_risk_minor"),
            row.Integer("disbursed_minor"),
            row.Integer("censored_minor")
        );

    /// <inheritdoc />
    protected override IReadOnlyList<DelaySum> Compute(ReferenceLedger ledger) => ReferenceDelays.Of(ledger);

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<DelaySum> sums, TableContext context)
    {
        var status = context.StatusOf("allocated", "disbursed");
        if (status == "ok" && context.StatusOf("returned") == "x")
        {
            status = "e";
        }

        var curve = WaitingCurve.Of(sums);
        var beside = new FigureContext(status, context.Scope.StatementDay, RowWriter.OneSource);
        yield return new(
            PublishedTables.AllocationToDisbursement,
            [.. curve.Steps.Where(_ => beside.HasValue).Select(step => Row(step, context, beside))]
        );
        yield return new(
            PublishedTables.Durations,
            [.. Quantiles.Select(quantile => Row(quantile.Code, curve.DaysOf(quantile.Percent), context, beside))]
        );
    }

    private static RawRow Row(WaitingStep step, TableContext context, FigureContext beside) =>
        context.Writer.Plain(
            [
                step.Sum.Days,
                context.Scope.Fund.Currency,
                step.Sum.AtRiskMinor,
                step.Sum.DisbursedMinor,
                step.Sum.CensoredMinor,
                step.Share,
            ],
            beside
        );

    /// <summary>A quantile that less than its share of the money has reached is not applicable yet.</summary>
    private static RawRow Row(string quantile, long? days, TableContext context, FigureContext beside)
    {
        var status = beside.HasValue && days is null ? "z" : beside.Status;
        return context.Writer.Plain([Metric, quantile, beside.HasValue ? days : null], beside with { Status = status });
    }
}
