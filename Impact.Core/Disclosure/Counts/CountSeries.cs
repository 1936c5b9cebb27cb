using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure.Counts;

/// <summary>One noisy table of the plan: its cells, its noise and what it costs.</summary>
/// <param name="Schema">The table.</param>
/// <param name="Grain">Month or quarter.</param>
/// <param name="Parts">The public list of cells in each period; a cell is published whether anybody is in it or not.</param>
/// <param name="Terms">Unit, mechanism, noise and cost, as the budget ledger keeps them.</param>
internal sealed record CountSeries(
    TableSchema Schema,
    PeriodGrain Grain,
    IReadOnlyList<string> Parts,
    SeriesTerms Terms
)
{
    /// <summary>The one cell of a table that is not split.</summary>
    public const string Whole = "all";

    /// <summary>Whether each figure counts everybody to date.</summary>
    public bool IsToDate => Terms.Mechanism == BudgetMechanisms.SquareRoot;

    /// <summary>The periods that are shown at a cut-off: closed, from the first counted, as many as the series has.</summary>
    public IReadOnlyList<Period> Due(FundCounting counting, DateOnly cutOff) =>
        [.. Period.Range(Grain, counting.From, cutOff).Where(period => period.IsClosedAt(cutOff)).Take(Terms.Periods)];

    /// <summary>SHA-256 of what is counted, in words that do not change; who is on the list of cells may grow.</summary>
    internal static string QuerySha256(string table, PeriodGrain grain) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"count of first records; {table}; {grain}")));
}
