using Impact.Core.Catalogue;
using Impact.Core.Releases.Exports;

namespace Impact.Core.Releases;

/// <summary>Builds, signs and publishes a release. Stopped at any moment, it leaves the release before it or the new one, whole.</summary>
/// <param name="dataFolder">The data directory, <c>D</c>.</param>
/// <param name="clock">Says when a release is published.</param>
internal sealed class ReleaseBuilder(string dataFolder, TimeProvider clock)
{
    /// <summary>Publishes a draft as the fund's next version.</summary>
    /// <returns>The new release; or the newest one when every table equals its, and then nothing was published.</returns>
    /// <exception cref="ReleaseRefusedException">The draft holds something that may not be published.</exception>
    /// <exception cref="FaultException">The key is missing, another program publishes, or the folder cannot be written.</exception>
    public PublishResult Publish(ReleaseDraft draft)
    {
        ReleaseScan.Require(draft);
        try
        {
            using var key = SigningKeys.Load(dataFolder, draft.Fund.Id);
            using var folder = FundShelfFolder.Take(dataFolder, draft.Fund.Id, key);
            return Publish(draft, key, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.ReleaseUnwritten, draft.Fund.Id));
        }
    }

    private PublishResult Publish(ReleaseDraft draft, SigningKey key, FundShelfFolder folder)
    {
        var index = folder.Index();
        var content = ReleaseManifests.Content(draft);
        var newest = index.Versions is [.., var last] ? last : null;
        if (newest is { State: ReleaseState.Published })
        {
            var release = Release.Open(Path.Combine(folder.Path, newest.Version), key.Public);
            if (release.Manifest.Content.SequenceEqual(content))
            {
                return new(release, IsNew: false);
            }
        }

        var slot = Next(newest);
        var manifest = ReleaseManifests.Begin(draft, content, slot);
        if (!Directory.Exists(folder.PathOf(slot.Version)))
        {
            Build(draft, manifest, key, folder);
        }

        var published = OpenUnlisted(folder.PathOf(slot.Version), manifest, key);
        if (draft.LastBatch is { } lastBatch)
        {
            new ReleaseBases(dataFolder, draft.Fund.Id).Keep(new(manifest.Version, lastBatch, draft.CutOff));
        }

        folder.List(index, published);
        return new(published, IsNew: true);
    }

    private ReleaseSlot Next(ReleaseIndexEntry? newest)
    {
        var now = clock.GetUtcNow();
        var seconds = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        return newest is not null && ReleaseVersion.TryParse(newest.Version, out var version)
            ? new(version.NextMinor, new(newest.Version, newest.ManifestSha256), seconds)
            : new(ReleaseVersion.First, Previous: null, seconds);
    }

    private static void Build(ReleaseDraft draft, Manifest manifest, SigningKey key, FundShelfFolder folder)
    {
        _ = ReleaseVersion.TryParse(manifest.Version, out var version);
        var building = folder.BeginRelease(version);
        try
        {
            WriteData(draft, manifest, building);
            WriteExports(draft, manifest, building);
            WriteCharts(draft, manifest, building);
            Write(building, ReleaseNames.ReadMe, ReleaseReadMe.Write(manifest));
            Write(building, ReleaseNames.DataPackage, DataPackage.Write(manifest, ReleaseManifests.Files(building)));
            var signed = ReleaseJson.Write(manifest with { Files = ReleaseManifests.Files(building) });
            Write(building, ReleaseNames.Manifest, signed);
            Write(building, ReleaseNames.ManifestSignature, key.Sign(signed));
            folder.FinishRelease(building, version);
        }
        catch
        {
            if (Directory.Exists(building))
            {
                Directory.Delete(building, recursive: true);
            }

            throw;
        }
    }

    private static void WriteData(ReleaseDraft draft, Manifest manifest, string building)
    {
        var tables = draft
            .Tables.Select(table => table.Table)
            .OrderBy(table => table.Schema.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var table in tables)
        {
            Write(building, ReleaseNames.Csv(table.Schema.Id), CanonicalCsv.Write(table));
        }

        ReleaseDatabase.Write(building, tables, manifest.Fund.Currency);
        if (TableForms.Read(building, manifest).Breaches is { Count: > 0 } breaches)
        {
            throw new ReleaseRefusedException("forms-differ", breaches[0]);
        }
    }

    private static void WriteExports(ReleaseDraft draft, Manifest manifest, string building)
    {
        foreach (var export in ReleaseExports.Write(manifest, [.. draft.Tables.Select(table => table.Table)]))
        {
            var path = Path.Combine(building, export.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DurableFile.WriteNew(path, export.Bytes);
        }
    }

    private static void WriteCharts(ReleaseDraft draft, Manifest manifest, string building)
    {
        var names = new List<ChartName>();
        foreach (var chart in draft.DrawCharts(manifest.Version))
        {
            names.Add(ReleaseScan.RequireChart(chart));
            Directory.CreateDirectory(Path.Combine(building, "charts"));
            Write(building, chart.Path, chart.Bytes);
        }

        ReleaseScan.RequireDescriptions(names);
    }

    private static void Write(string building, string path, byte[] bytes) =>
        DurableFile.WriteNew(Path.Combine(building, path), bytes);

    private static Release OpenUnlisted(string folder, Manifest expected, SigningKey key)
    {
        // A folder that a crash left between its renaming and the index is taken up, if it is whole and says the same.
        try
        {
            var release = Release.Open(folder, key.Public);
            foreach (var file in release.Files)
            {
                release.OpenFile(file.Path).Dispose();
            }

            var manifest = release.Manifest;
            return
                manifest.Content.SequenceEqual(expected.Content)
                && manifest.Fund.Id == expected.Fund.Id
                && manifest.Version == expected.Version
                && manifest.Previous == expected.Previous
                ? release
                : throw new FaultException(new(Faults.ReleaseConflict, folder));
        }
        catch (FaultException error) when (error.Fault.Kind != Faults.ReleaseConflict)
        {
            throw new FaultException(new(Faults.ReleaseConflict, folder, error.Fault.Code));
        }
    }
}
