using Impact.Core.Releases;
using Microsoft.AspNetCore.Http.Extensions;

namespace Impact.Web.DataApi;

/// <summary>The header <c>Link</c>: where this answer is for ever, where the newest one is, and where the one before.</summary>
internal static class ApiLinks
{
    private const string Release = "release";

    public static void Write(HttpContext context, ApiRelease release, string address)
    {
        var links = new List<string>
        {
            Link(context, address, (release.Fund.Version, "canonical")),
            Link(context, address, (null, "latest-version")),
        };
        if (Predecessor(release) is { } previous)
        {
            links.Add(Link(context, address, (previous, "predecessor-version")));
        }

        context.Response.Headers.Link = string.Join(", ", links);
    }

    /// <summary>The release before, where it was not withdrawn when this one was published or since.</summary>
    private static string? Predecessor(ApiRelease release) =>
        release.Manifest.Previous is { } previous
        && release.Fund.Index.Versions.FirstOrDefault(entry => entry.Version == previous.Version)
            is { State: ReleaseState.Published or ReleaseState.Deprecated }
            ? previous.Version
            : null;

    private static string Link(HttpContext context, string address, (string? Version, string Relation) link)
    {
        var path = context.Request.Path.Value!;
        var query = new QueryBuilder(context.Request.Query.Where(pair => pair.Key != Release).SelectMany(Values));
        if (context.GetRouteValue("version") is string asked)
        {
            // The version stands in the address: "*" is the newest.
            path = path.Replace($"/releases/{asked}", $"/releases/{link.Version ?? "*"}", StringComparison.Ordinal);
        }
        else if (link.Version is { } version)
        {
            query.Add(Release, version);
        }

        return $"<{address}{new PathString(path).ToUriComponent()}{query.ToQueryString().ToUriComponent()}>; rel=\"{link.Relation}\"";
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(
        KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> pair
    ) => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty));
}
