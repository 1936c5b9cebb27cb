using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Core.Releases;

namespace Impact.Web.Reading;

/// <summary>One fund as its pages read it: the signed index and one release of it.</summary>
/// <param name="Index">All versions of the fund.</param>
/// <param name="Release">The release whose figures are shown.</param>
public sealed record FundReading(ReleaseIndex Index, Release Release)
{
    /// <summary>Identifier and first part of its address.</summary>
    public string Id => Index.Fund;

    /// <summary>Its name.</summary>
    public BilingualText Name => Release.Manifest.Fund.Name;

    /// <summary>One sentence that says what it is for.</summary>
    public BilingualText Purpose => Release.Manifest.Fund.Purpose;

    /// <summary>Whether everything in it is invented.</summary>
    public bool Fiction => Release.Manifest.Fund.Fiction;

    /// <summary>Base currency: every total is in it.</summary>
    public Currency Currency => Currency.Parse(Release.Manifest.Fund.Currency);

    /// <summary>Last day that the figures cover.</summary>
    public DateOnly CutOff => Release.Manifest.CutOff;

    /// <summary>Version of the release, three numbers.</summary>
    public string Version => Release.Manifest.Version;

    /// <summary>The release's entry in the index, with the digest of its manifest.</summary>
    public ReleaseIndexEntry Entry =>
        Index.Versions.First(entry => string.Equals(entry.Version, Version, StringComparison.Ordinal));

    /// <summary>
    /// The withdrawn release that a reader of this one must know of: this one itself, or the newest one when this one is shown in its
    /// place; else null.
    /// </summary>
    public ReleaseIndexEntry? Withdrawn =>
        Entry.Reason is not null ? Entry
        : Entry.State == ReleaseState.Published && Index.Versions[^1].Reason is not null ? Index.Versions[^1]
        : null;

    /// <summary>Path of the fund's page, without the language.</summary>
    public string Path => $"/{Id}";

    /// <summary>Path of the page of one organisation, without the language.</summary>
    public string OrganisationPath(string id) => $"{Path}/organisations/{Uri.EscapeDataString(id)}";

    /// <summary>Path of one file of the release; files have no language.</summary>
    public string FilePath(string file) => $"{Path}/releases/{Version}/{file}";

    /// <summary>Rows of a table; none where the release does not hold it.</summary>
    public IReadOnlyList<TableRow> Rows(string table) => Release.FindTable(table)?.Rows ?? [];
}
