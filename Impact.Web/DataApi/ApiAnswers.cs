using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Web.DataApi;

/// <summary>A page of a list, of a release or (null) of none.</summary>
internal sealed record ApiList<T>(
    ApiReleaseName? Release,
    ApiPaging Paging,
    IReadOnlyList<T> Results,
    IReadOnlyList<ApiWarning> Warnings
)
{
    /// <summary>Cuts the asked page out of a list.</summary>
    public static Asked<object> Of(ApiQuery query, IReadOnlyCollection<T> all, ApiRelease? release = null)
    {
        var paging = ApiPaging.Of(query, all.Count);
        return paging.Refusal is { } refusal
            ? refusal
            : new ApiList<T>(release?.Name, paging, [.. paging.Cut(all)], release?.Warnings ?? []);
    }
}

/// <summary>Which release an answer is of.</summary>
internal sealed record ApiReleaseName(
    string Fund,
    string Version,
    DateOnly CutOff,
    DateTimeOffset PublishedAt,
    string ManifestSha256,
    bool Fiction
);

/// <summary>A fund, with the addresses of its figures by name.</summary>
internal sealed record ApiFund(
    string Id,
    BilingualText Name,
    BilingualText Purpose,
    string Currency,
    bool Fiction,
    string LatestVersion,
    DateOnly CutOff,
    DateTimeOffset PublishedAt,
    IReadOnlyDictionary<string, string> Addresses
);

/// <summary>One fund with the sources of its figures.</summary>
internal sealed record ApiFundAnswer(
    ApiReleaseName Release,
    ApiFund Fund,
    IReadOnlyList<FundSource> Sources,
    IReadOnlyList<ApiWarning> Warnings
);

/// <summary>A release in the list of releases: its state's code, and why it was withdrawn where it was.</summary>
internal sealed record ApiReleaseEntry(
    string Version,
    string State,
    DateTimeOffset PublishedAt,
    DateOnly CutOff,
    string ManifestSha256,
    DateTimeOffset? ChangedAt,
    BilingualText? Reason,
    string Address
);

/// <summary>What a release says of itself.</summary>
internal sealed record ApiReleaseAnswer(
    ApiReleaseName Release,
    string State,
    ManifestPrevious? Previous,
    ManifestPolicy Policy,
    string RulesVersion,
    string Tool,
    ManifestChanges Changes,
    IReadOnlyList<ManifestNote> Notes,
    IReadOnlyList<string> ApprovedBy,
    IReadOnlyList<ManifestCheck> Checks,
    IReadOnlyList<ManifestContent> Content,
    IReadOnlyDictionary<string, string> Addresses,
    IReadOnlyList<ApiWarning> Warnings
);

/// <summary>A page of rows.</summary>
internal sealed record ApiRows(ApiPaging Paging, IReadOnlyList<IReadOnlyDictionary<string, object?>> Results);

/// <summary>What is other than in the release before: values and structure, both cut at the same page.</summary>
internal sealed record ApiChangesAnswer(
    ApiReleaseName Release,
    ManifestChanges Summary,
    ApiRows Values,
    ApiRows Structural,
    IReadOnlyList<ApiWarning> Warnings
);

/// <summary>A table that a release holds.</summary>
internal sealed record ApiTable(
    string Id,
    BilingualText Title,
    BilingualText Grain,
    int Rows,
    string ContentSha256,
    string Address,
    IReadOnlyDictionary<string, string> Files
);

/// <summary>A chart that a release holds.</summary>
internal sealed record ApiChart(string Id, IReadOnlyList<string> Files);

/// <summary>A metric that a release holds; its words are null where the release used another version of the definition.</summary>
internal sealed record ApiMetric(string Id, int Version, string Table, MetricCard? Card);

/// <summary>A word of the glossary: plain and official, in English and Spanish.</summary>
internal sealed record ApiTerm(BilingualText Plain, BilingualText Official, string Meaning);

/// <summary>A table of the dictionary.</summary>
internal sealed record ApiDictionaryTable(
    string Id,
    BilingualText Title,
    BilingualText Grain,
    ProtectionClass Protection,
    IReadOnlyList<string> Key,
    IReadOnlyList<ApiColumn> Columns
);

/// <summary>A column of the dictionary: its name in files, its field in answers, and the codes it may hold where it has a list.</summary>
internal sealed record ApiColumn(
    string Name,
    string Field,
    ColumnType Type,
    BilingualText Title,
    bool Nullable,
    IReadOnlyList<Code>? Codes
);

/// <summary>A check: a rule of intake, a gate of the books or a named check of the data.</summary>
internal sealed record ApiCheck(string Id, string Kind, BilingualText What, BilingualText? Why, BilingualText? Fix);
