using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>Cells that are published once and for all: another value is a second draw of the same count and would tell what noise hides.</summary>
internal static class FrozenCells
{
    /// <summary>Whether a table's cells are such.</summary>
    public static bool AreIn(TableSchema schema) =>
        schema.Protection is ProtectionClass.HouseholdNoise or ProtectionClass.DonorNoise;

    /// <summary>Keys of rows of which a cell has another value than it had. One that has none any more is withdrawn, and that may be.</summary>
    /// <param name="before">The table of any earlier release, however many lie between.</param>
    /// <param name="after">The same table now.</param>
    public static IEnumerable<string> Thawed(PublishedTable before, PublishedTable after)
    {
        var then = before.Rows.ToDictionary(RowKey.Of, StringComparer.Ordinal);
        return after
            .Rows.Select(row => (Key: RowKey.Of(row), Row: row))
            .Where(now => then.TryGetValue(now.Key, out var old) && IsThawed(old, now.Row))
            .Select(now => now.Key);
    }

    /// <summary>The same over the tables of a draft and of every earlier release that can be read: table and row.</summary>
    /// <exception cref="FaultException">A file is not the one that was signed.</exception>
    public static IReadOnlyList<(string Table, string Row)> Thawed(
        IEnumerable<PublishedTable> draft,
        IEnumerable<Release> earlier
    )
    {
        var frozen = draft.Where(table => AreIn(table.Schema) && table.Rows.Count > 0).ToList();
        return frozen.Count == 0
            ? []
            : [.. earlier.SelectMany(release => frozen.SelectMany(table => Thawed(release, table))).Distinct()];
    }

    /// <summary>Rows of one table that are others than in a release.</summary>
    /// <exception cref="FaultException">The release's file is not the one that was signed.</exception>
    public static IEnumerable<(string Table, string Row)> Thawed(Release before, PublishedTable after) =>
        before.FindTable(after.Schema.Id) is { } then ? Thawed(then, after).Select(key => (after.Schema.Id, key)) : [];

    private static bool IsThawed(TableRow old, TableRow now) =>
        now
            .Schema.Columns.Select(
                (column, index) =>
                    column.Name is not ("status" or "finality" or "reported" or "expected")
                    && now.Cells[index] is not null
                    && !Equals(old.Cells[index], now.Cells[index])
            )
            .Any(isOther => isOther);
}
