using Impact.Core.Metrics.Durations;
using Impact.Core.Metrics.Flows;
using Impact.Core.Metrics.Lots;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Register;
using Impact.Core.Metrics.Reporting;

namespace Impact.Core.Metrics;

/// <summary>The families of the catalogue, in the order they are computed.</summary>
internal static class MetricFamilies
{
    /// <summary>All families.</summary>
    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        new RaisedTotals(),
        new MoneyRates(),
        new SpendingByCategory(),
        new EarmarkedGifts(),
        new AllocationDelays(),
        new LotBands(),
        new ReportingTimes(),
        new DataQuality(),
        new DifferenceRegister(),
        new ConvertedMoney(),
        new DonorGifts(),
        NewDonors.ByBand,
        NewDonors.ByRegion,
        new Enrolments(),
        new ServicesByKind(),
        new OrganisationServices(),
        new SharedHouseholds(),
    ];

    /// <summary>Computes every family by SQL and lays it out; rows of one table stand together.</summary>
    public static IReadOnlyList<RawTable> Compute(MetricRun run, TableContext context) =>
        [
            .. All.SelectMany(family => family.Tables(family.BySql(run), context))
                .GroupBy(table => table.Schema)
                .Select(tables => new RawTable(tables.Key, [.. tables.SelectMany(table => table.Rows)])),
        ];
}
