using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>What two releases are compared by: their tables, the definitions they used, and the day they count to.</summary>
/// <param name="CutOff">The last day that counts.</param>
/// <param name="Metrics">The definitions that were used.</param>
/// <param name="Tables">The tables; those that tell of another release are not compared.</param>
internal sealed record ReleaseContents(
    DateOnly CutOff,
    IReadOnlyList<ManifestMetric> Metrics,
    IReadOnlyList<PublishedTable> Tables
)
{
    /// <summary>The contents of a published release.</summary>
    /// <exception cref="FaultException">A file is not the one that was signed.</exception>
    public static ReleaseContents Of(Release release) =>
        new(
            release.Manifest.CutOff,
            release.Manifest.Metrics,
            [.. release.Manifest.Content.Select(content => release.Table(content.Table))]
        );

    /// <summary>The contents of a draft.</summary>
    public static ReleaseContents Of(ReleaseDraft draft) =>
        new(draft.CutOff, draft.Metrics, [.. draft.Tables.Select(table => table.Table)]);

    /// <summary>The table with this identifier, or null.</summary>
    public PublishedTable? Find(string table) => Tables.FirstOrDefault(one => one.Schema.Id == table);
}
