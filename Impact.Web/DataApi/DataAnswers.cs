using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Web.DataApi;

/// <summary>Tables: which there are, pages of their rows, and their files.</summary>
internal static class DataAnswers
{
    private static readonly string[] Endings = ["json", "csv", "xlsx", "parquet"];

    public static Task SendListAsync(HttpContext context, ApiDesk desk, string fund) =>
        desk.SendAsync(
            context,
            fund,
            version: null,
            (release, query) =>
                ApiList<ApiTable>.Of(query, [.. release.Manifest.Content.Select(one => Table(release, one))], release)
        );

    /// <summary>Rows of a table; with an ending the file of that format.</summary>
    public static Task SendAsync(HttpContext context, ApiDesk desk, string fund, string name) =>
        name.Split('.', 2) is [var table, var ending]
            ? desk.SendFileAsync(context, fund, version: null, (release, _) => FindFile(release, table, ending))
            : desk.SendAsync(
                context,
                fund,
                version: null,
                (release, query) => Rows(release, query, name),
                filters: true
            );

    /// <summary>Rows of a table that a question sent as JSON asks for.</summary>
    public static async Task SendAnswerAsync(HttpContext context, ApiDesk desk, string fund, string name)
    {
        var asked = await RowQuestion.ReadAsync(context.Request);
        await desk.SendAsync(
            context,
            fund,
            version: null,
            (release, query) => asked.Then(question => Answer(release, query, question, name))
        );
    }

    public static Task SendProofAsync(HttpContext context, ApiDesk desk, string fund) =>
        SendAsync(context, desk, fund, PublishedTables.Reconciliation.Id);

    public static Task SendProofFileAsync(HttpContext context, ApiDesk desk, string fund, string id) =>
        SendAsync(context, desk, fund, $"{PublishedTables.Reconciliation.Id}.{id}");

    /// <summary>What is other than in the release before.</summary>
    public static Task SendChangesAsync(HttpContext context, ApiDesk desk, string fund, string version) =>
        desk.SendAsync(context, fund, version, Changes);

    /// <summary>A whole file of sealed records. Which of them is read, and by whose code, is not told to the server.</summary>
    public static Task SendBucketAsync(HttpContext context, ApiDesk desk, string fund, string version, string id) =>
        desk.SendFileAsync(
            context,
            fund,
            version,
            (release, _) => File(release, $"gifts/buckets/{id}.bin") is { } file ? file : Unknown("gifts", id)
        );

    private static Asked<object> Rows(ApiRelease release, ApiQuery query, string name) =>
        Find(release, name) is { } table
            ? RowFilter
                .Read(table.Schema, query)
                .Then(filters =>
                    ApiList<TableRow>
                        .Of(query, [.. table.Rows.Where(row => filters.All(filter => filter.Keeps(row)))], release)
                        .Then<object>(page => Written((ApiList<TableRow>)page, release))
                )
            : Unknown("data", name);

    private static Asked<object> Answer(ApiRelease release, ApiQuery query, RowQuestion question, string name) =>
        Find(release, name) is { } table
            ? question
                .Rows(table)
                .Then(rows =>
                    ApiList<TableRow>
                        .Of(query with { Page = question.Page, PageSize = question.PageSize }, rows, release)
                        .Then<object>(page => Written((ApiList<TableRow>)page, release))
                )
            : Unknown("data", name);

    private static ApiList<IReadOnlyDictionary<string, object?>> Written(ApiList<TableRow> page, ApiRelease release) =>
        new(page.Release, page.Paging, [.. page.Results.Select(row => Row(row, release))], page.Warnings);

    private static IReadOnlyDictionary<string, object?> Row(TableRow row, ApiRelease release) =>
        RowJson.Of(row, release.Manifest.Fund.Currency);

    private static Asked<object> Changes(ApiRelease release, ApiQuery query)
    {
        var values = Find(release, PublishedTables.Changes.Id)?.Rows ?? [];
        var structural = Find(release, PublishedTables.StructuralChanges.Id)?.Rows ?? [];
        return ApiPaging.Of(query, Math.Max(values.Count, structural.Count)).Refusal is { } refusal
            ? refusal
            : new ApiChangesAnswer(
                release.Name,
                release.Manifest.Changes,
                Cut(values),
                Cut(structural),
                release.Warnings
            );

        ApiRows Cut(IReadOnlyList<TableRow> rows)
        {
            var paging = ApiPaging.Of(query, rows.Count);
            return new(paging, [.. paging.Cut(rows).Select(row => Row(row, release))]);
        }
    }

    /// <summary>A table that the manifest lists; a name that is none is never looked for on the disk.</summary>
    private static PublishedTable? Find(ApiRelease release, string name) =>
        release.Manifest.Content.Any(one => one.Table == name) ? release.Release.FindTable(name) : null;

    private static Asked<ReleaseFile> FindFile(ApiRelease release, string table, string ending)
    {
        if (!release.Manifest.Content.Any(one => one.Table == table))
        {
            return Unknown("data", table);
        }

        return FileOf(release, table, ending) is { } file
            ? file
            : ApiRefusal.Absent(
                Faults.ApiFormatUnknown,
                $"{table}.{ApiQuery.Echo(ending)}",
                string.Join(
                    ", ",
                    Endings.Where(one => FileOf(release, table, one) is not null).Select(one => "." + one)
                )
            );
    }

    private static ReleaseFile? FileOf(ApiRelease release, string table, string ending) =>
        ending switch
        {
            "csv" or "parquet" => File(release, $"data/{table}.{ending}"),
            "json" => File(release, $"exports/json/{table}.json"),
            // The release has one workbook, in which the table is a sheet.
            "xlsx" => release.Release.Files.FirstOrDefault(file => IsWorkbook(file.Path)),
            _ => null,
        };

    private static bool IsWorkbook(string path) =>
        path.StartsWith("exports/", StringComparison.Ordinal)
        && path.LastIndexOf('/') == "exports/".Length - 1
        && path.EndsWith(".xlsx", StringComparison.Ordinal);

    private static ReleaseFile? File(ApiRelease release, string path) =>
        release.Release.Files.FirstOrDefault(file => file.Path == path);

    private static ApiRefusal Unknown(string list, string name) =>
        ApiRefusal.Absent(Faults.ApiPartUnknown, $"{list}/{ApiQuery.Echo(name)}");

    private static ApiTable Table(ApiRelease release, ManifestContent content)
    {
        var schema = PublishedTables.Find(content.Table)!;
        var at = $"{ApiEndpoints.Root}/funds/{release.Fund.Id}/data/{content.Table}";
        var pin = release.IsPinned ? $"?release={release.Fund.Version}" : string.Empty;
        return new(
            content.Table,
            schema.Title,
            schema.Grain,
            content.Rows,
            content.Sha256,
            at + pin,
            Endings
                .Where(ending => FileOf(release, content.Table, ending) is not null)
                .ToDictionary(ending => ending, ending => $"{at}.{ending}{pin}", StringComparer.Ordinal)
        );
    }
}
