using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Jobs.Tests;

/// <summary>A second way to what differs between releases: cells by key, compared one by one.</summary>
internal static class PlainComparison
{
    /// <summary>What differs between two releases, cell by cell, an amount in full left out beside its minor units.</summary>
    public static IReadOnlyList<string> Changes(Release before, Release after)
    {
        List<string> found = [];
        foreach (var schema in after.Manifest.Content.Select(content => PublishedTables.Find(content.Table)!))
        {
            if (schema.Id is "changes" or "structural_changes")
            {
                continue;
            }

            string Key(TableRow row) => string.Join('|', schema.Key.Select(column => row[column]?.ToString()));
            var now = after.Table(schema.Id).Rows.ToDictionary(Key, StringComparer.Ordinal);
            foreach (var then in before.Table(schema.Id).Rows)
            {
                if (!now.TryGetValue(Key(then), out var row))
                {
                    found.Add($"{schema.Id} gone");
                    continue;
                }

                found.AddRange(
                    schema
                        .Columns.Where(column =>
                            !Equals(then[column.Name], row[column.Name])
                            && !(column.Type == ColumnType.Decimal && schema.Has(column.Name + "_minor"))
                        )
                        .Select(column => $"{schema.Id} {column.Name}")
                );
            }
        }

        return found;
    }

    /// <summary>Keys of the counts that are others than when they were published first.</summary>
    public static IReadOnlyList<string> Thawed(IEnumerable<IEnumerable<TableRow>> releases)
    {
        string[] context = ["finality", "reported", "expected"];
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> thawed = [];
        foreach (var row in releases.SelectMany(rows => rows))
        {
            var key = string.Join('|', row.Schema.Key.Select(column => row[column]?.ToString()));
            var cells = string.Join(
                '|',
                row.Schema.Columns.Where(column => !context.Contains(column.Name))
                    .Select(column => row[column.Name]?.ToString())
            );
            if (!first.TryAdd(key, cells) && first[key] != cells)
            {
                thawed.Add(key);
            }
        }

        return thawed;
    }
}
