namespace Impact.Core.Catalogue;

/// <summary>
/// Tables of figures from single donors' and households' records. They are computed, stay in the private store, and are no published
/// tables: nothing that looks a table up for a release can find them here.
/// </summary>
internal static partial class TablesAwaitingNoise
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableSchema> All => [];

    /// <summary>The table with this identifier, or null.</summary>
    public static TableSchema? Find(string id) =>
        All.FirstOrDefault(table => string.Equals(table.Id, id, StringComparison.Ordinal));
}
