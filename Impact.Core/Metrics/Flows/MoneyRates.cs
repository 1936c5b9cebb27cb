using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Flows;

/// <summary>One rate of the fund (organisation null) or of an organisation.</summary>
/// <param name="Organisation">The organisation, or null for the fund.</param>
/// <param name="Metric">Identifier of the rate's card.</param>
/// <param name="NumeratorMinor">Upper part, minor units of the base currency.</param>
/// <param name="DenominatorMinor">Lower part, minor units of the base currency; 0 means that there is no rate.</param>
internal sealed record RateSum(string? Organisation, string Metric, long NumeratorMinor, long DenominatorMinor);

/// <summary>Quotients of money: conventions §4.2, numerator and denominator kept, never averaged over organisations or time.</summary>
internal sealed class MoneyRates : MetricFamily<RateSum>
{
    /// <inheritdoc />
    public override string Sql => "rates";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTables.Flow];

    /// <inheritdoc />
    protected override RateSum Read(LedgerRow row) =>
        new(
            row.Text("organisation_id"),
            row.Text("metric")!,
            row.Integer("numerator_minor"),
            row.Integer("denominator_minor")
        );

    /// <inheritdoc />
    protected override IReadOnlyList<RateSum> Compute(ReferenceLedger ledger) => ReferenceRates.Of(ledger);

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<RateSum> sums, TableContext context) =>
        [new(PublishedTables.Rates, [.. sums.Select(sum => Row(sum, context))])];

    /// <summary>Money that came back faster than it went out gives no runway; every other rate has one where something is below the line.</summary>
    private static bool HasRate(RateSum rate) =>
        rate.Metric == "runway_months" ? rate.DenominatorMinor > 0 : rate.DenominatorMinor != 0;

    private static RawRow Row(RateSum rate, TableContext context)
    {
        var parts = RateParts.Of(rate.Metric);
        var status = context.StatusOf([.. parts.Main]);
        if (status == "ok" && !HasRate(rate))
        {
            status = "z";
        }
        else if (status == "ok" && context.StatusOf([.. parts.Side]) == "x")
        {
            status = "e";
        }

        return context.Writer.Ratio(
            [rate.Organisation, rate.Metric],
            new(rate.NumeratorMinor, rate.DenominatorMinor),
            new(
                status,
                context.Scope.StatementDay,
                rate.Organisation is null ? context.Coverage.ToDate : context.Coverage.ToDateOf(rate.Organisation)
            )
        );
    }
}
