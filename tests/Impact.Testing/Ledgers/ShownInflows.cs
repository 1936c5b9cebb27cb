using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Testing.Ledgers;

/// <summary>What a release of a test showed of gifts, refunds and chargebacks, as later releases keep to it.</summary>
internal static class ShownInflows
{
    /// <summary>A release that showed each inflow, from long ago, to the last whole month before its cut-off less some months.</summary>
    public static PublishedCutOff Showing(this PublishedCutOff release, Func<string, int> monthsHeldBack)
    {
        var month = new DateOnly(release.CutOff.Year, release.CutOff.Month, 1);
        return release with
        {
            Inflows =
            [
                .. PublishedInflow.Measures.Select(measure => new PublishedInflow(
                    measure,
                    new DateOnly(2010, 1, 1),
                    month.AddMonths(-monthsHeldBack(measure)).AddDays(-1),
                    AmountMinor: 1
                )),
            ],
        };
    }

    /// <summary>A release with what its tables show.</summary>
    public static PublishedCutOff Showing(this PublishedCutOff release, IEnumerable<PublishedTable> tables) =>
        release with
        {
            Inflows =
            [
                .. tables.Where(table => table.Schema == PublishedTables.MoneyByMonth).SelectMany(PublishedInflow.Of),
            ],
            Spending =
            [
                .. tables
                    .Where(table => table.Schema == PublishedTables.SpendingByCategory)
                    .SelectMany(PublishedSpending.Of),
            ],
        };
}
