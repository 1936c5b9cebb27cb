using Impact.Core.Catalogue;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>The small fund with the tables that hold its money together and no others, so that a thousand checks of it take little time.</summary>
/// <param name="closedQuarters">How many quarters it tells of.</param>
internal sealed class ShortFund(int closedQuarters) : ExampleFund
{
    private static readonly string[] Kept =
    [
        PublishedTables.FundingStatus.Id,
        PublishedTables.TotalRaised.Id,
        PublishedTables.OrganisationTotals.Id,
        PublishedTables.Rates.Id,
        PublishedTables.Reconciliation.Id,
        PublishedTables.Reporting.Id,
    ];

    private readonly SmallFund _whole = new(closedQuarters);

    public override DateOnly CutOff => _whole.CutOff;

    public override FundDescription Describe() => _whole.Describe();

    public override IEnumerable<PublishedTable> Tables() =>
        _whole.Tables().Where(table => Kept.Contains(table.Schema.Id, StringComparer.Ordinal));
}
