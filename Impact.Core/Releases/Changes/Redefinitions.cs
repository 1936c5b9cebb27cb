using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>Which definitions behind the tables of a release are others in the next: only their own rows may go for it.</summary>
/// <param name="before">The release compared with.</param>
/// <param name="after">The release that is compared.</param>
internal sealed class Redefinitions(ReleaseContents before, ReleaseContents after)
{
    /// <summary>Whether every definition behind a table is another one now. One that is not there any more is not another one.</summary>
    public bool OfWhole(TableSchema table)
    {
        var own = Behind(table);
        return own.Count > 0 && own.TrueForAll(IsDefinedAnew);
    }

    /// <summary>Whether the definition of a row is another one now: that which its key names, or every one of its table.</summary>
    public bool Of(TableRow row) =>
        OfWhole(row.Schema)
        || Behind(row.Schema)
            .Exists(metric => IsDefinedAnew(metric) && row.Schema.Key.Any(column => metric.Id.Equals(row[column])));

    private List<ManifestMetric> Behind(TableSchema table) =>
        [.. before.Metrics.Where(metric => metric.Table == table.Id)];

    private bool IsDefinedAnew(ManifestMetric then) => after.Metrics.Any(now => now.Id == then.Id && now != then);
}
