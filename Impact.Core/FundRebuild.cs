using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;

namespace Impact.Core;

/// <summary>One table of a release beside the same table computed again.</summary>
/// <param name="Table">The table's identifier.</param>
/// <param name="Published">Digest of the published table; null where the release has none.</param>
/// <param name="Rebuilt">Digest of the table computed again; null where none came out.</param>
internal sealed record RebuiltTable(string Table, string? Published, string? Rebuilt)
{
    /// <summary>Whether both are the same to the letter.</summary>
    public bool IsSame => Published is not null && Published == Rebuilt;
}

/// <summary>Computes a release again from the records it was computed on, the fund as it was described, and the releases before it.</summary>
internal sealed class FundRebuild(DataFolder data)
{
    /// <summary>The tables of a version, computed again: they are in memory only.</summary>
    /// <param name="fund">The fund's identifier.</param>
    /// <param name="version">A listed version.</param>
    /// <exception cref="FaultException">There is no such version, what it rests on is missing, or another policy made it.</exception>
    public IReadOnlyList<PublishedTable> Tables(string fund, string version)
    {
        var basis =
            FundPublication.Bases(data, fund).FirstOrDefault(one => one.Version == version)
            ?? throw new FaultException(new Fault(Faults.VersionUnknown, $"{fund} {version}"));
        var manifest = Manifest(fund, version);
        var described = basis.Fund ?? new FundRegister(data).Get(fund);
        var policy = new FundPolicies(data).Find(fund, manifest.Policy.Sha256);
        BookRun books;
        using (var ledger = LedgerStore.Open(data.Ledger(fund)))
        {
            books = new FundBooks(ledger, policy)
            {
                Published = FundPublication.Published(data, fund, version),
            }.RunAgain(described, basis.CutOff, basis.LastBatch);
        }

        IReadOnlyList<ControlledTable> controlled;

        // The budget is given back before the release compared with may have to be computed again.
        using (var counts = FundCounts.Open(data, described, policy))
        {
            controlled = FundPublication.Control(
                described,
                books.Tables,
                policy,
                books.Scope.Published,
                counts?.Stored(basis.CutOff)
            );
        }

        var draft = FundPublication.Draft(
            described,
            policy,
            new(basis.LastBatch, basis.CutOff),
            controlled,
            books.Gates
        );
        var compared = manifest.Changes.ComparedWith;
        var before = compared is null ? null : Contents(fund, compared);
        var comparison = ReleaseComparison.Of(before, ReleaseContents.Of(draft));
        return [.. controlled.Select(table => table.Table), .. ChangeTables.Of(comparison, described)];
    }

    /// <summary>The contents of an earlier version: as published, or computed again where its files were deleted for safety.</summary>
    private ReleaseContents Contents(string fund, string version)
    {
        if (new ReleaseShelf(data.Public, data.Trust).Open(fund, version) is { } release)
        {
            return ReleaseContents.Of(release);
        }

        var manifest = Manifest(fund, version);
        return new(manifest.CutOff, manifest.Metrics, Tables(fund, version));
    }

    private Manifest Manifest(string fund, string version) =>
        new ReleaseShelf(data.Public, data.Trust).Manifest(fund, version);

    /// <summary>Each table of a version beside the same computed again.</summary>
    public IReadOnlyList<RebuiltTable> Compare(string fund, string version)
    {
        var published = Manifest(fund, version)
            .Content.ToDictionary(content => content.Table, content => content.Sha256, StringComparer.Ordinal);
        var rebuilt = ReleaseManifests
            .Content(Tables(fund, version))
            .ToDictionary(content => content.Table, content => content.Sha256, StringComparer.Ordinal);
        return
        [
            .. published
                .Keys.Union(rebuilt.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(table => new RebuiltTable(
                    table,
                    published.GetValueOrDefault(table),
                    rebuilt.GetValueOrDefault(table)
                )),
        ];
    }
}
