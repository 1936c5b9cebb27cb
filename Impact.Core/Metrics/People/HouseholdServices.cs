using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Services of one kind in one quarter.</summary>
/// <param name="Service">A code of services.</param>
/// <param name="Quarter">First day of the quarter.</param>
/// <param name="Services">Services that stand.</param>
/// <param name="Households">Households that had one.</param>
internal sealed record ServiceSum(string Service, DateOnly Quarter, long Services, long Households);

/// <summary>Services by kind and quarter. They stay in until noise protects them.</summary>
internal sealed class ServicesByKind : MetricFamily<ServiceSum>
{
    /// <inheritdoc />
    public override string Sql => "services_by_kind";

    /// <inheritdoc />
    protected override ServiceSum Read(LedgerRow row) =>
        new(row.Text("service")!, row.Day("quarter_start")!.Value, row.Integer("services"), row.Integer("households"));

    /// <inheritdoc />
    protected override IReadOnlyList<ServiceSum> Compute(ReferenceLedger ledger)
    {
        var standing = new Totals<(string Service, DateOnly Quarter, Guid Household)>();
        foreach (var service in ledger.Services.Where(one => one.OccurredOn <= ledger.Scope.StatementDay))
        {
            var quarter = Period.Of(PeriodGrain.Quarter, service.OccurredOn).Start;
            standing.Add((service.Service, quarter, service.Household), service.IsReversal ? -1 : 1);
        }

        return
        [
            .. standing
                .To((key, count) => (key, count))
                .Where(pair => pair.count > 0)
                .GroupBy(pair => (pair.key.Service, pair.key.Quarter))
                .Select(cell => new ServiceSum(
                    cell.Key.Service,
                    cell.Key.Quarter,
                    cell.Sum(pair => pair.count),
                    cell.Count()
                )),
        ];
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<ServiceSum> sums, TableContext context) =>
        [
            new(
                TablesAwaitingNoise.ServicesByKind,
                [
                    .. sums.SelectMany(sum =>
                        new[] { ("services", sum.Services), ("households", sum.Households) }.Select(one =>
                            Row(sum, one, context)
                        )
                    ),
                ]
            ),
        ];

    private static RawRow Row(ServiceSum sum, (string Measure, long Value) one, TableContext context)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, sum.Quarter);
        return context.Writer.Plain(
            [sum.Service, quarter.Code, one.Measure, one.Value],
            new("ok", quarter.End, RowWriter.OneSource)
        );
    }
}

/// <summary>Households that one number of organisations served.</summary>
internal sealed record SharedHouseholdSum(long Organisations, long Households);

/// <summary>Households by the number of organisations that served them. They stay in until noise protects them.</summary>
internal sealed class SharedHouseholds : MetricFamily<SharedHouseholdSum>
{
    /// <inheritdoc />
    public override string Sql => "shared_households";

    /// <inheritdoc />
    protected override SharedHouseholdSum Read(LedgerRow row) =>
        new(row.Integer("organisations"), row.Integer("households"));

    /// <inheritdoc />
    protected override IReadOnlyList<SharedHouseholdSum> Compute(ReferenceLedger ledger)
    {
        var households = new Totals<long>();
        foreach (
            var own in ledger
                .Services.Where(service => service.OccurredOn <= ledger.Scope.StatementDay)
                .GroupBy(service => service.Household)
        )
        {
            var organisations = own.GroupBy(service => service.Organisation, StringComparer.Ordinal)
                .Count(one => one.Sum(service => service.IsReversal ? -1 : 1) > 0);
            if (organisations > 0)
            {
                households.Add(organisations, 1);
            }
        }

        return households.To((organisations, count) => new SharedHouseholdSum(organisations, count));
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<SharedHouseholdSum> sums, TableContext context) =>
        [
            new(
                TablesAwaitingNoise.SharedHouseholds,
                [
                    .. sums.Select(sum =>
                        context.Writer.Plain(
                            [sum.Organisations, sum.Households],
                            new("ok", context.Scope.StatementDay, RowWriter.OneSource)
                        )
                    ),
                ]
            ),
        ];
}
