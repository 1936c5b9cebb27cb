using Impact.Core.Catalogue;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure.Counts;

/// <summary>The noisy tables of a fund by its policy, and the budget they are paid from.</summary>
internal sealed class CountPlan
{
    private const int MonthsPerYear = 12;
    private const int QuartersPerYear = 4;

    private CountPlan(FundDescription fund, FundCounting counting, DisclosurePolicy policy)
    {
        Fund = fund;
        Counting = counting;
        var household =
            counting.Unit == CountingUnit.Household ? BudgetUnits.Household : BudgetUnits.HouseholdOrganisation;
        Budget = new(
            fund.Id,
            [
                new(household, $"{fund.Id}/households", policy.Recipients.Rho),
                new(BudgetUnits.Donor, $"{fund.Id}/donors", policy.Donors.Rho),
            ],
            new(policy.Id, policy.Version, policy.Sha256)
        );
        Series =
        [
            .. PublishedTables
                .OfCounts.Where(schema => BudgetOf(policy, schema).Shares.ContainsKey(schema.Id))
                .Select(schema =>
                    Plan(
                        schema,
                        schema.Protection == ProtectionClass.DonorNoise ? BudgetUnits.Donor : household,
                        policy
                    )
                ),
        ];
        FewestPossibleValues = Math.Max(
            policy.FewestPossibleValues,
            Find(PublishedTables.EnrolmentsByOrganisation) is { } counts
                ? CountBounds.TwoSigma(counts.Terms.Variance)
                : 0
        );
    }

    /// <summary>The fund.</summary>
    public FundDescription Fund { get; }

    /// <summary>Whom it counts, and since when.</summary>
    public FundCounting Counting { get; }

    /// <summary>What the budget ledger is opened with.</summary>
    public BudgetTerms Budget { get; }

    /// <summary>The tables, in the order a reader meets them.</summary>
    public IReadOnlyList<CountSeries> Series { get; }

    /// <summary>Gate G: fewest numbers of households that must fit; with a noisy count beside the money twice its standard deviation.</summary>
    public long FewestPossibleValues { get; }

    /// <summary>A fund's plan; null where its file does not say how people are counted, or every source is public: then nobody is.</summary>
    public static CountPlan? Of(FundDescription fund, DisclosurePolicy policy) =>
        fund.Counting is { } counting && !fund.IsFromPublicSources ? new(fund, counting, policy) : null;

    /// <summary>The series of a table, or null.</summary>
    public CountSeries? Find(TableSchema schema) => Series.FirstOrDefault(series => series.Schema == schema);

    private static CountBudget BudgetOf(DisclosurePolicy policy, TableSchema schema) =>
        schema.Protection == ProtectionClass.DonorNoise ? policy.Donors : policy.Recipients;

    private CountSeries Plan(TableSchema schema, string unit, DisclosurePolicy policy)
    {
        var isToDate = schema == PublishedTables.EnrolmentsToDate;
        var grain = schema.Has("month") ? PeriodGrain.Month : PeriodGrain.Quarter;
        var periods = (isToDate, grain) switch
        {
            (true, _) => policy.MonthsToDate,
            (_, PeriodGrain.Month) => policy.LongestSeriesYears * MonthsPerYear,
            _ => policy.LongestSeriesYears * QuartersPerYear,
        };
        var sensitivity = isToDate
            ? SquareRootMechanism.SensitivitySquared(periods)
            : Fraction.Of(policy.Caps.RowsPerUnit);
        return new(
            schema,
            grain,
            CountDomains.Cells(policy.Domains[schema.Id], Fund),
            new(
                schema.Id,
                unit,
                isToDate ? BudgetMechanisms.SquareRoot : BudgetMechanisms.DiscreteGaussian,
                sensitivity,
                ZeroConcentrated.Variance(sensitivity, BudgetOf(policy, schema).RhoOf(schema.Id)),
                periods,
                OnePeriodPerUnit: policy.Caps.PeriodsPerUnit == 1,
                CountSeries.QuerySha256(schema.Id, grain)
            )
        );
    }
}
