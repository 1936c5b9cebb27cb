using Impact.Core.Catalogue;
using Microsoft.OpenApi;

namespace Impact.Web.DataApi;

/// <summary>The addresses of the interface, each read with GET or HEAD but for questions sent as JSON, and their description as OpenAPI.</summary>
internal static class ApiEndpoints
{
    /// <summary>What every address begins with; it changes when a promise of <c>docs/api.md</c> must be broken.</summary>
    public const string Root = "/v1";

    private const string Document = "v1";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly (string Name, string Meaning)[] Parameters =
    [
        ("release", "Version: 2.1.0, 2.1.*, 2.* or *; left out: the newest."),
        ("page", "Page from 1."),
        ("pageSize", "Entries a page, 1 to 5000; left out: 1000."),
    ];

    public static void AddDataApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiDesk>();
        services.AddOpenApi(
            Document,
            options =>
            {
                options.ShouldInclude = described =>
                    $"/{described.RelativePath}" is var path
                    && (
                        path.StartsWith(Root + "/", StringComparison.Ordinal)
                        || path.Contains("/feeds/", StringComparison.Ordinal)
                    );
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = "Impact: published figures of pooled humanitarian funds";
                        document.Info.Description =
                            "Read-only. Every figure is of a signed release. Other parameters of a table's address are filters: column=value or column.op=value.";
                        // The address of this server is not part of the description: a copy must not name another host.
                        document.Servers = [];
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        if (context.Description.RelativePath?.Contains("feeds/", StringComparison.Ordinal) == false)
                        {
                            operation.Parameters ??= [];
                            foreach (var (name, meaning) in Parameters)
                            {
                                operation.Parameters.Add(Parameter(name, meaning));
                            }
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    public static void MapDataApi(this WebApplication app)
    {
        var api = app.MapGroup(Root);
        Map<ApiList<ApiFund>>(api, "/funds", FundAnswers.SendListAsync, "Funds with a published release.");
        Map<ApiFundAnswer>(api, "/funds/{fund}", FundAnswers.SendAsync, "One fund and the sources of its figures.");
        Map<ApiList<ApiReleaseEntry>>(
            api,
            "/funds/{fund}/releases",
            FundAnswers.SendReleasesAsync,
            "Releases, newest first."
        );
        Map<ApiReleaseAnswer>(
            api,
            "/funds/{fund}/releases/{version}",
            FundAnswers.SendReleaseAsync,
            "What a release says of itself."
        );
        Map<ApiChangesAnswer>(
            api,
            "/funds/{fund}/releases/{version}/changes",
            DataAnswers.SendChangesAsync,
            "What is other than in the release before."
        );
        MapFile(
            api,
            "/funds/{fund}/releases/{version}/gifts/{id}",
            DataAnswers.SendBucketAsync,
            "A whole file of sealed gift records, by its six hexadecimal digits."
        );
        Map<ApiList<ApiTable>>(api, "/funds/{fund}/data", DataAnswers.SendListAsync, "Tables of a release.");
        Map<ApiList<IReadOnlyDictionary<string, object?>>>(
            api,
            "/funds/{fund}/data/{name}",
            DataAnswers.SendAsync,
            "Rows of a table; with .json, .csv, .xlsx or .parquet the release's own file."
        );
        Refusing(
            api.MapPost("/funds/{fund}/data/{name}/query", DataAnswers.SendAnswerAsync)
                .WithSummary(
                    "Rows of a table by a question sent as JSON: criteria (and, or, not), sorts, page, pageSize."
                )
                .Produces<ApiList<IReadOnlyDictionary<string, object?>>>()
        );
        Map<ApiList<IReadOnlyDictionary<string, object?>>>(
            api,
            "/funds/{fund}/reconciliation",
            DataAnswers.SendProofAsync,
            "The proof table: both sides of each identity."
        );
        MapFile(
            api,
            "/funds/{fund}/reconciliation.{id}",
            DataAnswers.SendProofFileAsync,
            "The proof table as the release's own file."
        );
        MapRest(api);
    }

    /// <summary>Maps the description itself, which answers HEAD as every address does.</summary>
    public static void MapDescription(this WebApplication app) =>
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new HttpMethodMetadata(Reading));

    private static void MapRest(RouteGroupBuilder api)
    {
        Map<ApiList<ApiMetric>>(
            api,
            "/funds/{fund}/metrics",
            CatalogueAnswers.SendMetricsAsync,
            "Metrics of a release with their definitions."
        );
        Map<ApiList<ApiChart>>(api, "/funds/{fund}/charts", ChartAnswers.SendListAsync, "Charts of a release.");
        MapFile(
            api,
            "/funds/{fund}/charts/{name}",
            ChartAnswers.SendAsync,
            "A chart's picture (.svg, .png) or description (.txt); lang=en|es, size=wide|narrow."
        );
        Map<ApiList<ApiTerm>>(api, "/glossary", CatalogueAnswers.SendGlossaryAsync, "Plain words and official terms.");
        Map<ApiList<ApiDictionaryTable>>(
            api,
            "/dictionary",
            CatalogueAnswers.SendDictionaryAsync,
            "Every table and column that a release may hold."
        );
        Map<ApiList<ApiCheck>>(
            api,
            "/checks",
            CatalogueAnswers.SendChecksAsync,
            "Gates, named checks and rules of intake."
        );
        api.MapMethods(
                "/{**path}",
                Reading,
                (HttpContext context) =>
                    ApiDesk.RefuseAsync(
                        context,
                        ApiRefusal.Absent(Faults.ApiAddressUnknown, ApiQuery.Echo(context.Request.Path))
                    )
            )
            .ExcludeFromDescription();
    }

    private static void Map<T>(RouteGroupBuilder api, string route, Delegate send, string summary) =>
        Refusing(api.MapMethods(route, Reading, send).WithSummary(summary).Produces<T>());

    private static void MapFile(RouteGroupBuilder api, string route, Delegate send, string summary) =>
        Refusing(
            api.MapMethods(route, Reading, send)
                .WithSummary(summary)
                .Produces<byte[]>(contentType: "application/octet-stream")
        );

    private static void Refusing(RouteHandlerBuilder route)
    {
        foreach (var status in (int[])[400, 404, 410])
        {
            route.Produces<ApiProblem>(status, ApiProblem.MediaType);
        }
    }

    private static OpenApiParameter Parameter(string name, string meaning) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = meaning,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
