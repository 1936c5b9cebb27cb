using System.Security.Cryptography;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure;

/// <summary>The thresholds of disclosure control: one versioned file that a statistician can read and sign.</summary>
/// <remarks>
/// Every number has its reason in the file. There is no switch that turns protection off. Its JSON Schema is
/// <c>docs/schemas/policy.schema.json</c>.
/// </remarks>
internal sealed record DisclosurePolicy
{
    private const string Resource = "policies/default.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Name of the policy.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the policy, raised with every change of a number.</summary>
    public required string Version { get; init; }

    /// <summary>Fewest individual givers behind a monthly inflow.</summary>
    public required long FewestGivers { get; init; }

    /// <summary>The p % rule: what the others gave must be at least this share of the largest gift, in percent.</summary>
    public required long DominancePercent { get; init; }

    /// <summary>Smallest number of people a partner's statement may show.</summary>
    public required long SmallestStatement { get; init; }

    /// <summary>Partner statements are rounded to a multiple of this.</summary>
    public required long StatementRounding { get; init; }

    /// <summary>What noisy tables may tell of one family.</summary>
    public required CountBudget Recipients { get; init; }

    /// <summary>What noisy tables may tell of one individual donor.</summary>
    public required CountBudget Donors { get; init; }

    /// <summary>Months of the series of families to date, 1 to 25.</summary>
    public required int MonthsToDate { get; init; }

    /// <summary>Years after which every other noisy series ends, 1 to 30.</summary>
    public required int LongestSeriesYears { get; init; }

    /// <summary>Counts by county: <c>off</c>, the only choice there is.</summary>
    public required string CountyTables { get; init; }

    /// <summary>Gate G: fewest numbers of households that must fit what is published of an organisation's quarter.</summary>
    public required long FewestPossibleValues { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Sha256 { get; private init; } = string.Empty;

    /// <summary>The policy shipped with Impact.</summary>
    /// <exception cref="InvalidDataException">A number is missing or below its floor: protection fails closed.</exception>
    public static DisclosurePolicy Default { get; } = ReadDefault();

    /// <summary>Reads a policy file.</summary>
    /// <exception cref="InvalidDataException">It is no policy, or a number is below its floor.</exception>
    public static DisclosurePolicy Read(byte[] file)
    {
        const long floor = 10;
        const long smallestRounding = 5;
        DisclosurePolicy? policy;
        try
        {
            policy = JsonSerializer.Deserialize<DisclosurePolicy>(file, Options);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The disclosure policy cannot be read at {error.Path}.", error);
        }

        if (
            policy is null
            || policy.FewestGivers < floor
            || policy.DominancePercent < floor
            || policy.SmallestStatement < floor
            || policy.FewestPossibleValues < floor
        )
        {
            throw new InvalidDataException("A threshold of the disclosure policy is below ten.");
        }

        if (!policy.AreCountsSound())
        {
            throw new InvalidDataException(
                "The budgets, series or county tables of the disclosure policy cannot be kept."
            );
        }

        return policy.StatementRounding < smallestRounding
            ? throw new InvalidDataException("The rounding of partner statements is below five.")
            : policy with
            {
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            };
    }

    private bool AreCountsSound()
    {
        const int mostYears = 30;
        return Recipients.IsSound(TablesOf(ProtectionClass.HouseholdNoise), BudgetTerms.Ceiling)
            && Donors.IsSound(TablesOf(ProtectionClass.DonorNoise), BudgetTerms.Ceiling)
            && MonthsToDate is >= 1 and <= SquareRootMechanism.MostPeriods
            && LongestSeriesYears is >= 1 and <= mostYears
            && CountyTables == "off";
    }

    private static IReadOnlyList<string> TablesOf(ProtectionClass protection) =>
        [.. PublishedTables.OfCounts.Where(table => table.Protection == protection).Select(table => table.Id)];

    private static DisclosurePolicy ReadDefault()
    {
        using var stream =
            typeof(DisclosurePolicy).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The disclosure policy is missing.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Read(buffer.ToArray());
    }
}
