using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Services of one organisation in one quarter.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Quarter">First day of the quarter.</param>
/// <param name="Services">Services that stand.</param>
/// <param name="Households">Households that had one; two organisations' households may be the same.</param>
internal sealed record OrganisationServiceSum(string Organisation, DateOnly Quarter, long Services, long Households);

/// <summary>Services and households by organisation and quarter. They stay in until noise protects them.</summary>
internal sealed class OrganisationServices : MetricFamily<OrganisationServiceSum>
{
    /// <inheritdoc />
    public override string Sql => "services_by_organisation";

    /// <inheritdoc />
    protected override OrganisationServiceSum Read(LedgerRow row) =>
        new(
            row.Text("organisation_id")!,
            row.Day("quarter_start")!.Value,
            row.Integer("services"),
            row.Integer("households")
        );

    /// <inheritdoc />
    protected override IReadOnlyList<OrganisationServiceSum> Compute(ReferenceLedger ledger)
    {
        var sums = new List<OrganisationServiceSum>();
        foreach (
            var cell in ledger
                .Services.Where(service => service.OccurredOn <= ledger.Scope.StatementDay)
                .GroupBy(service => (service.Organisation, Period.Of(PeriodGrain.Quarter, service.OccurredOn).Start))
        )
        {
            var standing = cell.GroupBy(service => (service.Household, service.Service))
                .Select(own => (own.Key.Household, Count: own.Sum(service => service.IsReversal ? -1L : 1L)))
                .Where(own => own.Count > 0)
                .ToList();
            if (standing.Count > 0)
            {
                var households = standing.Select(own => own.Household).ToHashSet();
                sums.Add(new(cell.Key.Organisation, cell.Key.Start, standing.Sum(own => own.Count), households.Count));
            }
        }

        return sums;
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<OrganisationServiceSum> sums, TableContext context) =>
        [new(TablesAwaitingNoise.ServicesByOrganisation, [.. sums.SelectMany(sum => Rows(sum, context))])];

    private static IEnumerable<RawRow> Rows(OrganisationServiceSum sum, TableContext context)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, sum.Quarter);
        (string Measure, long Value)[] measures = [("services", sum.Services), ("households", sum.Households)];
        return measures.Select(one =>
            context.Writer.Plain(
                [sum.Organisation, quarter.Code, one.Measure, one.Value],
                new("ok", quarter.End, RowWriter.OneSource)
            )
        );
    }
}
