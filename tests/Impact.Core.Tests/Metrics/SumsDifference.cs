using Impact.Core.Metrics;

namespace Impact.Core.Tests.Metrics;

/// <summary>What two sets of sums do not share; each list is compared as a set in which nothing may be twice.</summary>
internal static class SumsDifference
{
    public static IReadOnlyList<string> Between(MoneySums left, MoneySums right) =>
        [
            .. Of("by month", left.ByMonth, right.ByMonth),
            .. Of("by quarter", left.ByQuarter, right.ByQuarter),
            .. Of("by organisation", left.ByOrganisation, right.ByOrganisation),
            .. Of("organisation totals", left.OrganisationTotals, right.OrganisationTotals),
            .. Of("statement", left.Statement, right.Statement),
            .. Of("contributions", left.Contributions, right.Contributions),
            .. Of("people", left.People, right.People),
            .. Of("reporting", left.Reporting, right.Reporting),
            .. Of("books", left.Books, right.Books),
            .. Of("balance", [left.Balance], [right.Balance]),
        ];

    /// <summary>What two lists do not share.</summary>
    public static IEnumerable<string> Of<T>(string list, IReadOnlyList<T> left, IReadOnlyList<T> right) =>
        left.Except(right)
            .Select(row => $"{list}, only left: {row}")
            .Concat(right.Except(left).Select(row => $"{list}, only right: {row}"))
            .Concat(left.Distinct().Count() == left.Count ? [] : [$"{list}: left has a row twice"])
            .Concat(right.Distinct().Count() == right.Count ? [] : [$"{list}: right has a row twice"]);
}
