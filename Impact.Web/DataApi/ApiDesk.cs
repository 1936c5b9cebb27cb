using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Impact.Core.Releases;
using Impact.Web.Hosting;

namespace Impact.Web.DataApi;

/// <summary>Sends answers and refusals of the interface: one way for all, so that no header is forgotten.</summary>
internal sealed class ApiDesk(ReleaseShelf shelf, SiteOptions options)
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        // Letters of all languages as themselves; what HTML could take for markup stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public ReleaseShelf Shelf => shelf;

    /// <summary>Public address of the site without a slash at its end, or empty.</summary>
    public string Address => options.Address;

    /// <summary>Answers with something of a release, or says why not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fund">The fund as asked.</param>
    /// <param name="version">The version in the address; null where the parameter <c>release</c> says it.</param>
    /// <param name="answer">What to answer, from the release and the parameters.</param>
    /// <param name="filters">Whether other parameters are filters.</param>
    public Task SendAsync(
        HttpContext context,
        string fund,
        string? version,
        Func<ApiRelease, ApiQuery, Asked<object>> answer,
        bool filters = false
    )
    {
        ApiRelease? found = null;
        var asked = ApiQuery
            .Read(context.Request.Query, filters ? null : [])
            .Then<object>(query =>
                ApiRelease.Find(shelf, fund, version ?? query.Release).Then(release => answer(found = release, query))
            );
        return SendAsync(context, asked, found);
    }

    /// <summary>Answers with a file of a release, byte for byte, or says why not.</summary>
    public Task SendFileAsync(
        HttpContext context,
        string fund,
        string? version,
        Func<ApiRelease, ApiQuery, Asked<ReleaseFile>> find
    )
    {
        ApiRelease? found = null;
        var asked = ApiQuery
            .Read(context.Request.Query, ChartAnswers.Parameters)
            .Then<ReleaseFile>(query =>
                ApiRelease.Find(shelf, fund, version ?? query.Release).Then(release => find(found = release, query))
            );
        if (asked.Refusal is { } refusal)
        {
            return RefuseAsync(context, refusal);
        }

        ApiLinks.Write(context, found!, options.Address);
        return ReleaseFiles.SendFileAsync(context, found!.Release, asked.Value!, RuleOf(found));
    }

    /// <summary>Answers with what is made already.</summary>
    public Task SendAsync(HttpContext context, Asked<object> asked, ApiRelease? release = null)
    {
        if (asked.Refusal is { } refusal)
        {
            return RefuseAsync(context, refusal);
        }

        if (release is not null)
        {
            ApiLinks.Write(context, release, options.Address);
        }

        // What tells of a release's state or uses this program's words may change; rows of a named version never do.
        var rule =
            HttpMethods.IsPost(context.Request.Method) ? "no-store"
            : asked.Value is ApiReleaseAnswer or ApiList<ApiMetric> or ApiFundAnswer ? CacheRules.Brief
            : RuleOf(release);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(asked.Value, asked.Value!.GetType(), Form);
        ReleaseFiles.Prepare(context, rule);
        var tag = ReleaseFiles.Tag(context, ".json", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return TypedResults.Bytes(bytes, Json, entityTag: tag).ExecuteAsync(context);
    }

    /// <summary>Says why a question is not answered, in the language the program asks for.</summary>
    public static Task RefuseAsync(HttpContext context, ApiRefusal refusal)
    {
        var language = ApiProblem.LanguageOf(context.Request);
        ReleaseFiles.Prepare(context, "no-store");
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = ApiProblem.MediaType;
        context.Response.Headers.ContentLanguage = Wording.Reader.TagOf(language);
        context.Response.Headers.Append("Vary", "Accept-Language");
        var bytes = JsonSerializer.SerializeToUtf8Bytes(ApiProblem.Of(refusal, language), Form);
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(bytes).AsTask();
    }

    private static string RuleOf(ApiRelease? release) =>
        release is { IsPinned: true } ? CacheRules.Immutable : CacheRules.Brief;
}
