using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure;

/// <summary>Reads a policy file: what it does not know, and what cannot be kept, is refused.</summary>
internal static class PolicyReader
{
    private const long Floor = 10;
    private const long SmallestRounding = 5;
    private const int MostYears = 30;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a policy.</summary>
    /// <exception cref="InvalidDataException">It is no policy, or says what cannot be kept; the message names the place in the file.</exception>
    public static DisclosurePolicy Read(byte[] file)
    {
        DisclosurePolicy? policy;
        try
        {
            policy = JsonSerializer.Deserialize<DisclosurePolicy>(file, Options);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"cannot be read at {error.Path ?? "its beginning"}", error);
        }

        return policy is null ? throw new InvalidDataException("is empty")
            : Problems(policy).FirstOrDefault() is { } problem ? throw new InvalidDataException(problem)
            : policy with { File = file, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
    }

    private static IEnumerable<string> Problems(DisclosurePolicy policy) =>
        Thresholds(policy).Concat(Plan(policy)).Where(rule => !rule.Holds).Select(rule => rule.Problem);

    private static IEnumerable<(bool Holds, string Problem)> Thresholds(DisclosurePolicy policy)
    {
        yield return (policy.FewestGivers >= Floor, "fewestGivers: at least 10");
        yield return (policy.DominancePercent >= Floor, "dominancePercent: at least 10");
        yield return (policy.SmallestStatement >= Floor, "smallestStatement: at least 10");
        yield return (policy.StatementRounding >= SmallestRounding, "statementRounding: at least 5");
        yield return (policy.FewestPossibleValues >= Floor, "fewestPossibleValues: at least 10");
        yield return (policy.Stipends.AreKnown, "stipends: declared in fund-file, any-amount where there is none");
    }

    private static IEnumerable<(bool Holds, string Problem)> Plan(DisclosurePolicy policy)
    {
        const string budget = "above 0, at most 1/4, shares of its own tables, at most 1 together";
        var isNamed = new[] { policy.Id, policy.Version, policy.SignedBy ?? "nobody" }.All(text =>
            text.Trim().Length > 0
        );
        yield return (isNamed, "id, version, signedBy: a text");
        yield return (IsSound(policy.Recipients, ProtectionClass.HouseholdNoise), $"recipients: {budget}");
        yield return (IsSound(policy.Donors, ProtectionClass.DonorNoise), $"donors: {budget}");
        yield return (policy.MonthsToDate is >= 1 and <= SquareRootMechanism.MostPeriods, "monthsToDate: 1 to 25");
        yield return (policy.LongestSeriesYears is >= 1 and <= MostYears, "longestSeriesYears: 1 to 30");
        yield return (AreDomainsSound(policy), "domains: for each table with a share the list that makes its cells");
        yield return (policy.Caps.AreKept, "caps: one row and one period a unit, 1 to 3 kinds of service");
        yield return (policy.CountyTables == "off", "countyTables: off");
    }

    private static bool IsSound(CountBudget budget, ProtectionClass protection) =>
        budget.IsSound(
            [.. PublishedTables.OfCounts.Where(table => table.Protection == protection).Select(table => table.Id)],
            BudgetTerms.Ceiling
        );

    private static bool AreDomainsSound(DisclosurePolicy policy)
    {
        var lists = PublishedTables.OfCounts.ToDictionary(table => table.Id, CountDomains.Of, StringComparer.Ordinal);
        return policy.Domains.All(domain => lists.GetValueOrDefault(domain.Key) == domain.Value)
            && policy.Recipients.Shares.Keys.Concat(policy.Donors.Shares.Keys).All(policy.Domains.ContainsKey);
    }
}
