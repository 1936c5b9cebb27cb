using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>The order of rows that a question asks for; rows that are alike in it stay as in the table, and empty cells come last.</summary>
internal sealed class RowOrder
{
    private readonly IReadOnlyList<(int Column, bool IsFalling)> _columns;

    private RowOrder(IReadOnlyList<(int Column, bool IsFalling)> columns) => _columns = columns;

    /// <summary>Reads <c>[{"field": …, "direction": "Asc" or "Desc"}]</c>.</summary>
    public static Asked<RowOrder> Read(TableSchema schema, JsonElement sorts)
    {
        const string path = "$.sorts";
        if (sorts.ValueKind != JsonValueKind.Array)
        {
            return ApiRefusal.Wrong(Faults.ApiQuestionWrong, path);
        }

        var columns = new List<(int, bool)>();
        foreach (var sort in sorts.EnumerateArray())
        {
            var at = $"{path}[{columns.Count.ToString(CultureInfo.InvariantCulture)}]";
            if (Text(sort, "field") is not { } field || Text(sort, "direction") is not ("Asc" or "Desc"))
            {
                return ApiRefusal.Wrong(Faults.ApiQuestionWrong, at);
            }

            var column = RowFilter.ColumnOf(schema, field, at + ".field");
            if (column.Refusal is { } refusal)
            {
                return refusal;
            }

            columns.Add((schema.IndexOf(column.Value!.Name), Text(sort, "direction") is "Desc"));
        }

        return new RowOrder(columns);
    }

    /// <summary>The rows in this order.</summary>
    public Asked<IReadOnlyCollection<TableRow>> Sort(IEnumerable<TableRow> rows)
    {
        var ordered = rows.OrderBy(_ => 0);
        foreach (var (column, isFalling) in _columns)
        {
            ordered = ordered.ThenBy(row => row.Cells[column] is null);
            ordered = isFalling
                ? ordered.ThenByDescending(row => row.Cells[column], Cells)
                : ordered.ThenBy(row => row.Cells[column], Cells);
        }

        return new(ordered.ToList(), Refusal: null);
    }

    private static Comparer<object?> Cells { get; } =
        Comparer<object?>.Create((left, right) => left is null || right is null ? 0 : RowFilter.Compare(left, right));

    private static string? Text(JsonElement sort, string name) =>
        sort.ValueKind == JsonValueKind.Object
        && sort.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
