using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>What is other in a release than in the one it is compared with: made of the two releases alone, so anyone can make it again.</summary>
/// <param name="Cells">The cells that are others.</param>
/// <param name="Structure">What came or went.</param>
/// <param name="Corrections">The corrections that are carried out.</param>
internal sealed record ReleaseComparison(
    IReadOnlyList<CellChange> Cells,
    IReadOnlyList<StructuralChange> Structure,
    FreshCorrections Corrections
)
{
    // A register grows by itself; what it adds is no figure.
    private static readonly string[] Registers = [PublishedTables.Corrections.Id, PublishedTables.Replies.Id];

    /// <summary>What was published and is gone, though nothing says why.</summary>
    public IEnumerable<StructuralChange> SilentLosses =>
        Structure.Where(change => change is { IsLoss: true, Correction: null, Reason: not Reasons.Method });

    /// <summary>Whether figures were added.</summary>
    public bool HasAdditions =>
        Structure.Any(change =>
            change.Kind is "table_added" or "rows_added" && !Registers.Contains(change.Table, StringComparer.Ordinal)
        );

    /// <summary>Compares two releases.</summary>
    /// <param name="before">The release compared with; null for a first release, which is compared with nothing.</param>
    /// <param name="after">The release that is compared.</param>
    public static ReleaseComparison Of(ReleaseContents? before, ReleaseContents after)
    {
        var corrections = FreshCorrections.Between(
            before?.Find(PublishedTables.Corrections.Id),
            after.Find(PublishedTables.Corrections.Id)
        );
        if (before is null)
        {
            return new([], [], corrections);
        }

        var comparison = new TableComparison(before, after, corrections);
        foreach (var table in Compared(after))
        {
            if (before.Find(table.Schema.Id) is { } old)
            {
                comparison.Compare(old, table);
            }
            else
            {
                comparison.CompareAlone(table, "table_added");
            }
        }

        foreach (var table in Compared(before).Where(table => after.Find(table.Schema.Id) is null))
        {
            comparison.CompareAlone(table, "table_removed");
        }

        foreach (var metric in Redefined(before, after))
        {
            comparison.NoteDefinition(metric);
        }

        return new(comparison.Cells, comparison.Structure, corrections);
    }

    /// <summary>The metrics whose definition is another than before, or that are no longer there.</summary>
    public static IEnumerable<ManifestMetric> Redefined(ReleaseContents before, ReleaseContents after) =>
        before.Metrics.Where(then => !after.Metrics.Contains(then));

    private static IEnumerable<PublishedTable> Compared(ReleaseContents contents) =>
        contents.Tables.Where(table => !PublishedTables.TellsOfReleases(table.Schema));
}
