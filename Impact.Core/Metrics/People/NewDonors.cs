using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Donors who first gave in one period and in one band or region.</summary>
/// <param name="PeriodStart">First day of the month or quarter.</param>
/// <param name="Part">The band or region.</param>
/// <param name="Donors">Donors; each is in one cell, once, ever.</param>
internal sealed record NewDonorSum(DateOnly PeriodStart, string Part, long Donors);

/// <summary>New donors, each counted once: by month and band, or by quarter and region. It leaves with noise alone.</summary>
/// <param name="sql">The file.</param>
/// <param name="schema">The table.</param>
/// <param name="grain">Month or quarter.</param>
internal sealed class NewDonors(string sql, TableSchema schema, PeriodGrain grain) : MetricFamily<NewDonorSum>
{
    /// <inheritdoc />
    public override string Sql => sql;

    /// <summary>By month and the band of the first gift.</summary>
    public static NewDonors ByBand { get; } =
        new("new_donors_by_band", PublishedTables.NewDonorsByBand, PeriodGrain.Month);

    /// <summary>By quarter and where the donor lives.</summary>
    public static NewDonors ByRegion { get; } =
        new("new_donors_by_region", PublishedTables.NewDonorsByRegion, PeriodGrain.Quarter);

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTablesOfPeople.DonorFirst];

    /// <inheritdoc />
    protected override NewDonorSum Read(LedgerRow row) =>
        new(row.Day("period_start")!.Value, row.Text("part")!, row.Integer("donors"));

    /// <inheritdoc />
    protected override IReadOnlyList<NewDonorSum> Compute(ReferenceLedger ledger)
    {
        var bands = GiftBands.Of(ledger.Scope.Fund.Currency);
        var donors = new Totals<(DateOnly Start, string Part)>();
        foreach (var first in ReferenceDonors.First(ReferenceDonors.Standing(ledger)).Values)
        {
            var part =
                grain == PeriodGrain.Quarter
                    ? first.Region
                    : bands.Last(band => band.FromMinor <= first.BaseMinor).Band;
            donors.Add((Period.Of(grain, first.Month).Start, part), 1);
        }

        return donors.To((cell, count) => new NewDonorSum(cell.Start, cell.Part, count));
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<NewDonorSum> sums, TableContext context) =>
        [new(schema, [.. sums.Select(sum => Row(sum, context))])];

    private RawRow Row(NewDonorSum sum, TableContext context)
    {
        var period = Period.Of(grain, sum.PeriodStart);
        return context.Writer.Plain(
            [period.Code, sum.Part, period.Start, period.End, sum.Donors, .. RawCount.NoNoise],
            new("ok", period.End, RowWriter.OneSource)
        );
    }
}
