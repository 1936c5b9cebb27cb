using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>The parameters of a question.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="PageSize">Entries a page, 1 to <see cref="MostSize"/>.</param>
/// <param name="Release">The release that is asked for, or null for the newest.</param>
/// <param name="Others">All other parameters, in the order they were written.</param>
internal sealed record ApiQuery(
    int Page,
    int PageSize,
    string? Release,
    IReadOnlyList<KeyValuePair<string, string>> Others
)
{
    public const int UsualSize = 1_000;
    public const int MostSize = 5_000;

    /// <summary>Ten million pages of one entry are more than any table has.</summary>
    private const int MostPage = 10_000_000;

    /// <summary>A name that is sent back is cut, so that an answer stays short.</summary>
    private const int LongestEcho = 60;

    private static readonly string[] Own = ["page", "pageSize", "release"];

    /// <summary>The one value of a parameter of another name, or null.</summary>
    public string? this[string name] => Others.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">As sent.</param>
    /// <param name="allowed">Other parameters that the address takes; null where each is a filter.</param>
    public static Asked<ApiQuery> Read(IQueryCollection query, IReadOnlyList<string>? allowed = null)
    {
        var known = allowed is null ? null : Own.Concat(allowed).ToArray();
        if (query.Keys.FirstOrDefault(name => known?.Contains(name, StringComparer.Ordinal) == false) is { } unknown)
        {
            return ApiRefusal.Wrong(Faults.ApiFieldUnknown, Echo(unknown), string.Join(", ", known!));
        }

        if (Own.FirstOrDefault(name => query[name].Count > 1) is { } twice)
        {
            return ApiRefusal.Wrong(twice is "release" ? Faults.ApiReleaseUnknown : Faults.ApiPageWrong, twice);
        }

        if (!TryRead(query["page"], (1, MostPage), out var page))
        {
            return ApiRefusal.Wrong(Faults.ApiPageWrong, "page", "1–");
        }

        return TryRead(query["pageSize"], (UsualSize, MostSize), out var size)
            ? new ApiQuery(
                page,
                size,
                query["release"],
                [
                    .. query
                        .Where(pair => !Own.Contains(pair.Key, StringComparer.Ordinal))
                        .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))),
                ]
            )
            : ApiRefusal.Wrong(Faults.ApiPageWrong, "pageSize", $"1–{MostSize}");
    }

    /// <summary>Whether a value of a question is a page.</summary>
    public static bool IsPage(JsonElement value) => IsWhole(value, MostPage);

    /// <summary>Whether a value of a question is a size of pages.</summary>
    public static bool IsPageSize(JsonElement value) => IsWhole(value, MostSize);

    /// <summary>A visitor's own word, short enough to be sent back.</summary>
    public static string Echo(string word) => word.Length <= LongestEcho ? word : word[..LongestEcho] + "…";

    private static bool IsWhole(JsonElement value, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 && number <= most;

    private static bool TryRead(string? text, (int Usual, int Most) range, out int number)
    {
        number = range.Usual;
        return text is null
            || (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number >= 1
                && number <= range.Most
            );
    }
}

/// <summary>Where in a list an answer stands.</summary>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">Entries a page.</param>
/// <param name="TotalPages">Pages in all, at least 1.</param>
/// <param name="TotalResults">Entries in all, at least 0.</param>
internal sealed record ApiPaging(int Page, int PageSize, int TotalPages, int TotalResults)
{
    /// <summary>The paging of a list of so many entries.</summary>
    public static ApiPaging Of(ApiQuery query, int total) =>
        new(query.Page, query.PageSize, Math.Max(1, (int)(((long)total + query.PageSize - 1) / query.PageSize)), total);

    /// <summary>The entries of the page; none beyond the last.</summary>
    public IEnumerable<T> Cut<T>(IEnumerable<T> all) =>
        Page > TotalPages ? [] : all.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>The refusal of a page beyond the last; no part of an answer.</summary>
    [JsonIgnore]
    public ApiRefusal? Refusal =>
        Page > TotalPages ? ApiRefusal.Wrong(Faults.ApiPageWrong, "page", $"1–{TotalPages}") : null;
}
