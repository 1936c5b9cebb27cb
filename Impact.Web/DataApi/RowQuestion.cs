using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>A question that is sent as JSON: <c>criteria</c>, <c>sorts</c>, <c>page</c> and <c>pageSize</c>, each of which may be left out.</summary>
/// <param name="Criteria">The conditions, see <see cref="RowCriteria"/>; null where every row is asked for.</param>
/// <param name="Sorts">The order of rows; null where it is the table's own.</param>
/// <param name="Page">Page from 1.</param>
/// <param name="PageSize">Entries a page.</param>
internal sealed record RowQuestion(JsonElement? Criteria, JsonElement? Sorts, int Page, int PageSize)
{
    /// <summary>The largest question in bytes: 64 KiB.</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Form = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads the body of a request; a larger one is not read to its end.</summary>
    public static async Task<Asked<RowQuestion>> ReadAsync(HttpRequest request)
    {
        var bytes = new byte[MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read > MostBytes)
        {
            return Wrong("$");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, read), Form);
            return Of(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return Wrong("$");
        }
    }

    /// <summary>The rows that are asked for, in the order that is asked for.</summary>
    public Asked<IReadOnlyCollection<TableRow>> Rows(PublishedTable table)
    {
        var kept = Criteria is { } criteria
            ? new RowCriteria(table.Schema)
                .Read(criteria, "$.criteria")
                .Then<IReadOnlyCollection<TableRow>>(keeps => table.Rows.Where(keeps).ToList())
            : new Asked<IReadOnlyCollection<TableRow>>(table.Rows, Refusal: null);
        return Sorts is { } sorts
            ? kept.Then(rows => RowOrder.Read(table.Schema, sorts).Then(order => order.Sort(rows)))
            : kept;
    }

    private static Asked<RowQuestion> Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Wrong("$");
        }

        var question = new RowQuestion(Criteria: null, Sorts: null, Page: 1, ApiQuery.UsualSize);
        foreach (var member in root.EnumerateObject())
        {
            var path = "$." + ApiQuery.Echo(member.Name);
            switch (member.Name)
            {
                case "criteria":
                    question = question with { Criteria = member.Value };
                    break;
                case "sorts":
                    question = question with { Sorts = member.Value };
                    break;
                case "page" when ApiQuery.IsPage(member.Value):
                    question = question with { Page = member.Value.GetInt32() };
                    break;
                case "pageSize" when ApiQuery.IsPageSize(member.Value):
                    question = question with { PageSize = member.Value.GetInt32() };
                    break;
                case "page" or "pageSize":
                    return ApiRefusal.Wrong(Faults.ApiPageWrong, path);
                default:
                    return ApiRefusal.Wrong(Faults.ApiFieldUnknown, path, "criteria, sorts, page, pageSize");
            }
        }

        return question;
    }

    private static ApiRefusal Wrong(string path) => ApiRefusal.Wrong(Faults.ApiQuestionWrong, path);
}
