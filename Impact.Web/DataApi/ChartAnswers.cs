using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Web.DataApi;

/// <summary>Charts: which there are, and their files as the release has them.</summary>
internal static class ChartAnswers
{
    private const string Folder = "charts/";

    /// <summary>What a chart's address takes besides the release: <c>lang</c> (en, es) and <c>size</c> (wide, narrow).</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["lang", "size"];

    public static Task SendListAsync(HttpContext context, ApiDesk desk, string fund) =>
        desk.SendAsync(
            context,
            fund,
            version: null,
            (release, query) =>
                ApiList<ApiChart>.Of(query, [.. release.Release.Charts.Select(id => Chart(release, id))], release)
        );

    /// <summary>A picture or description, by the name the list gives, or shorter as <c>chart.svg?lang=es&amp;size=narrow</c>.</summary>
    public static Task SendAsync(HttpContext context, ApiDesk desk, string fund, string name) =>
        desk.SendFileAsync(context, fund, version: null, (release, query) => Find(release, query, name));

    private static Asked<ReleaseFile> Find(ApiRelease release, ApiQuery query, string name)
    {
        var parts = name.Split('.', 2);
        if (!release.Release.Charts.Contains(parts[0], StringComparer.Ordinal))
        {
            return ApiRefusal.Absent(
                Faults.ApiPartUnknown,
                $"{Folder}{ApiQuery.Echo(name)}",
                string.Join(", ", release.Release.Charts)
            );
        }

        var named = $"{Folder}{name}";
        var shortly = $"{Folder}{parts[0]}.{query["lang"] ?? "en"}.{query["size"] ?? "wide"}.{parts[^1]}";
        return release.Release.Files.FirstOrDefault(file => file.Path == named || file.Path == shortly) is { } found
            ? found
            : ApiRefusal.Absent(
                Faults.ApiFormatUnknown,
                $"{Folder}{ApiQuery.Echo(name)}",
                ".svg, .png, .txt; lang=en|es; size=wide|narrow"
            );
    }

    private static ApiChart Chart(ApiRelease release, string id) =>
        new(
            id,
            [
                .. release
                    .Release.Files.Where(file => file.Path.StartsWith($"{Folder}{id}.", StringComparison.Ordinal))
                    .Select(file => $"{ApiEndpoints.Root}/funds/{release.Fund.Id}/{file.Path}"),
            ]
        );
}
