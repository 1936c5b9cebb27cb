using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>Reads conditions with <c>and</c>, <c>or</c> and <c>not</c>; a member of another name is a column with its comparisons. All members of one object hold together.</summary>
/// <remarks>Source: the query language of the Explore Education Statistics data set API.</remarks>
/// <param name="schema">The table that is asked.</param>
internal sealed class RowCriteria(TableSchema schema)
{
    /// <summary>A question that a person can still read is no deeper.</summary>
    private const int MostDepth = 8;

    /// <summary>Comparisons of one question; each is made for every row.</summary>
    private const int MostComparisons = 100;

    private int _comparisons;

    /// <summary>What a row must fulfil, or why the question is not understood.</summary>
    /// <param name="node">The object.</param>
    /// <param name="path">Where it stands, from <c>$</c>.</param>
    /// <param name="depth">How deep it stands, from 1.</param>
    public Asked<Func<TableRow, bool>> Read(JsonElement node, string path, int depth = 1)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > MostDepth)
        {
            return Wrong(path);
        }

        var all = new List<Func<TableRow, bool>>();
        foreach (var member in node.EnumerateObject())
        {
            var part = ReadMember(member, $"{path}.{ApiQuery.Echo(member.Name)}", depth);
            if (part.Refusal is { } refusal)
            {
                return refusal;
            }

            all.Add(part.Value!);
        }

        return Keeping(row => all.TrueForAll(keeps => keeps(row)));
    }

    private Asked<Func<TableRow, bool>> ReadMember(JsonProperty member, string path, int depth) =>
        member.Name switch
        {
            "and" => ReadMany(member.Value, path, depth)
                .Then(parts => Keeping(row => parts.TrueForAll(keeps => keeps(row)))),
            "or" => ReadMany(member.Value, path, depth)
                .Then(parts => Keeping(row => parts.Exists(keeps => keeps(row)))),
            "not" => Read(member.Value, path, depth + 1).Then(part => Keeping(row => !part(row))),
            _ => ReadColumn(member, path),
        };

    /// <summary>The parts of <c>and</c> or <c>or</c>; of none nobody knows what is meant.</summary>
    private Asked<List<Func<TableRow, bool>>> ReadMany(JsonElement list, string path, int depth)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return Wrong(path);
        }

        var parts = new List<Func<TableRow, bool>>();
        foreach (var node in list.EnumerateArray())
        {
            var place = parts.Count.ToString(CultureInfo.InvariantCulture);
            var part = Read(node, $"{path}[{place}]", depth + 1);
            if (part.Refusal is { } refusal)
            {
                return refusal;
            }

            parts.Add(part.Value!);
        }

        return parts;
    }

    private Asked<Func<TableRow, bool>> ReadColumn(JsonProperty column, string path)
    {
        if (column.Value.ValueKind != JsonValueKind.Object || !column.Value.EnumerateObject().Any())
        {
            return RowFilter.ColumnOf(schema, column.Name, path).Then<Func<TableRow, bool>>(_ => Wrong(path));
        }

        var filters = new List<RowFilter>();
        foreach (var comparison in column.Value.EnumerateObject())
        {
            if (++_comparisons > MostComparisons)
            {
                return Wrong(path);
            }

            var at = $"{path}.{ApiQuery.Echo(comparison.Name)}";
            var filter = Words(comparison) is { } words
                ? RowFilter.Of(schema, (column.Name, comparison.Name), words, at)
                : Wrong(at);
            if (filter.Refusal is { } refusal)
            {
                return refusal;
            }

            filters.Add(filter.Value!);
        }

        return Keeping(row => filters.TrueForAll(filter => filter.Keeps(row)));
    }

    /// <summary>The values as they would be written in an address; null where they are of another shape than the comparison takes.</summary>
    private static string[]? Words(JsonProperty comparison)
    {
        var takesMany = comparison.Name is "in" or "notIn";
        if (takesMany != (comparison.Value.ValueKind == JsonValueKind.Array))
        {
            return null;
        }

        string?[] words = takesMany ? [.. comparison.Value.EnumerateArray().Select(Word)] : [Word(comparison.Value)];
        return words.Length > 0 && !words.Contains(null) ? [.. words.OfType<string>()] : null;
    }

    private static string? Word(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Null => string.Empty,
            _ => null,
        };

    private static Asked<Func<TableRow, bool>> Keeping(Func<TableRow, bool> keeps) => keeps;

    private static ApiRefusal Wrong(string path) => ApiRefusal.Wrong(Faults.ApiQuestionWrong, path);
}
