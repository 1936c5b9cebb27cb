using System.Text.Json.Serialization;
using Impact.Core.Disclosure.Counts;

namespace Impact.Core.Disclosure;

/// <summary>The thresholds of disclosure control: one versioned file that a statistician can read and sign.</summary>
/// <remarks>
/// Every number has its reason in the file. There is no switch that turns protection off. Its JSON Schema is
/// <c>docs/schemas/policy.schema.json</c>.
/// </remarks>
internal sealed record DisclosurePolicy
{
    private const string Resource = "policies/default.json";

    /// <summary>Name of the policy.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the policy, raised with every change of a number.</summary>
    public required string Version { get; init; }

    /// <summary>The statistician who signs for it; null only in the policy shipped with Impact, which nobody has signed.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The day it was signed; null where nobody has.</summary>
    public DateOnly? SignedOn { get; init; }

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

    /// <summary>Which public list makes the cells of each noisy table, see <see cref="CountDomains"/>.</summary>
    public required IReadOnlyDictionary<string, string> Domains { get; init; }

    /// <summary>How often one family or donor counts at most.</summary>
    public required PolicyCaps Caps { get; init; }

    /// <summary>Where stipends are declared, and what is assumed where none is.</summary>
    public required PolicyStipends Stipends { get; init; }

    /// <summary>Counts by county: <c>off</c>, the only choice there is.</summary>
    public required string CountyTables { get; init; }

    /// <summary>Gate G: fewest numbers of households that must fit what is published of an organisation's quarter.</summary>
    public required long FewestPossibleValues { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>The file itself, with its comments.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> File { get; init; }

    /// <summary>The policy shipped with Impact, for a fund whose file names none.</summary>
    /// <exception cref="InvalidDataException">A number is missing or below its floor: protection fails closed.</exception>
    public static DisclosurePolicy Default { get; } = ReadDefault();

    /// <summary>Whether somebody signs for it.</summary>
    [JsonIgnore]
    public bool IsSigned => SignedBy is not null && SignedOn is not null;

    /// <summary>Reads a policy file.</summary>
    /// <exception cref="InvalidDataException">It is no policy, or a number is below its floor.</exception>
    public static DisclosurePolicy Read(byte[] file) => PolicyReader.Read(file);

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
