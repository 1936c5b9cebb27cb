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
    /// <summary>Families that no single person's record reaches but as money: a run computes these.</summary>
    public static IReadOnlyList<MetricFamily> Exact { get; } =
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
    ];

    /// <summary>
    /// Families about single donors and households: what their cards define. No run computes them; what is published of them is counted by
    /// the list of enrolments, once a period is paid for.
    /// </summary>
    public static IReadOnlyList<MetricFamily> OfPeople { get; } =
    [
        new DonorGifts(),
        NewDonors.ByBand,
        NewDonors.ByRegion,
        new Enrolments(),
        new ServicesByKind(),
        new OrganisationServices(),
        new SharedHouseholds(),
    ];

    /// <summary>All families.</summary>
    public static IReadOnlyList<MetricFamily> All { get; } = [.. Exact, .. OfPeople];

    /// <summary>Computes families by SQL and lays them out; rows of one table stand together.</summary>
    public static IReadOnlyList<RawTable> Compute(
        IReadOnlyList<MetricFamily> families,
        MetricRun run,
        TableContext context
    ) =>
        [
            .. families
                .SelectMany(family => family.Tables(family.BySql(run), context))
                .GroupBy(table => table.Schema)
                .Select(tables => new RawTable(tables.Key, [.. tables.SelectMany(table => table.Rows)])),
        ];
}
