using Impact.Core.Catalogue;
using Impact.Core.Releases.Changes;
using Impact.Core.Releases.Exports;
using Impact.Core.Releases.Gifts;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.Privacy;
using Impact.Core.Releases.States;

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
    public PublishResult Publish(ReleaseDraft draft) => InFolder(draft, folder => Publish(draft, folder));

    /// <summary>Builds what a draft would be published as, and publishes nothing.</summary>
    /// <returns>The plan, and the draft as approvers are shown it.</returns>
    /// <exception cref="ReleaseRefusedException">The draft holds something that may not be published.</exception>
    /// <exception cref="FaultException">As of publishing.</exception>
    public (ReleasePlan Plan, BuiltDraft Built) Plan(ReleaseDraft draft) =>
        InFolder(
            draft,
            folder =>
            {
                var plan = Plan(draft, folder);
                var sha256 = ReleaseManifests.DraftSha256(ReleaseManifests.Begin(draft, plan));
                return (plan, new ReleaseApprovals(dataFolder, draft.Fund).Keep(sha256, plan.Version.ToString()));
            }
        );

    /// <summary>Looks a draft through and takes the fund's folder for it; what the disk refuses is a fault.</summary>
    private T InFolder<T>(ReleaseDraft draft, Func<FundShelfFolder, T> work)
    {
        ReleaseScan.Require(draft);
        try
        {
            using var folder = FundShelfFolder.Take(dataFolder, draft.Fund.Id);
            return work(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.ReleaseUnwritten, draft.Fund.Id));
        }
    }

    /// <summary>Plans a draft, unless it is what was withdrawn: then there is nothing to plan.</summary>
    private static ReleasePlan Plan(ReleaseDraft draft, FundShelfFolder folder)
    {
        var index = folder.Index();
        var content = ReleaseManifests.Content(draft.Tables.Select(table => table.Table));
        ReleaseMoves.RequireNotWithdrawn(folder, index, content);
        return ReleasePlan.Of(
            draft,
            index,
            entry => Release.Open(Path.Combine(folder.Path, entry.Version), folder.Keys, entry.Version)
        );
    }

    private PublishResult Publish(ReleaseDraft draft, FundShelfFolder folder)
    {
        var plan = Plan(draft, folder);
        if (plan.Same is { } same)
        {
            return new(same, IsNew: false);
        }

        RequireChecklist(plan, draft.Fund.Id);
        var begun = ReleaseManifests.Begin(draft, plan);
        var approvedBy = new ReleaseApprovals(dataFolder, draft.Fund).Require(ReleaseManifests.DraftSha256(begun));
        var manifest = begun with { PublishedAt = Now(), ApprovedBy = approvedBy };
        if (!Directory.Exists(folder.PathOf(plan.Version)))
        {
            Build(draft, plan, manifest, folder);
        }

        var published = OpenUnlisted(folder.PathOf(plan.Version), manifest, folder.Keys);
        if (draft.LastBatch is { } lastBatch)
        {
            new ReleaseBases(dataFolder, draft.Fund.Id).Keep(
                new(manifest.Version, lastBatch, draft.CutOff)
                {
                    Fund = draft.Fund,
                    Spending = draft.Spending,
                    Inflows = draft.Inflows,
                }
            );
        }

        folder.List(folder.Index(), published);
        return new(published, IsNew: true);
    }

    private static void RequireChecklist(ReleasePlan plan, string fund)
    {
        List<ManifestCheck> failed = [.. plan.Failed];
        if (failed.Count > 0)
        {
            var named = string.Join(" ", failed.Select(check => $"{check.Id}: {check.Detail.En}"));
            throw new FaultException(new Fault(Faults.ReleaseStopped, fund, named));
        }
    }

    /// <summary>Now, in whole seconds.</summary>
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    private void Build(ReleaseDraft draft, ReleasePlan plan, Manifest manifest, FundShelfFolder folder)
    {
        var building = folder.BeginRelease(plan.Version);
        try
        {
            WriteData(plan.Tables, manifest, building);
            WriteExports(plan.Tables, manifest, building);
            manifest = manifest with { Gifts = WriteGifts(draft, manifest, building) };
            WritePrivacy(draft.Privacy, manifest, building);
            WriteCharts(draft, manifest, building);
            Write(building, ReleaseNames.ReadMe, ReleaseReadMe.Write(manifest));
            Write(building, ReleaseNames.DataPackage, DataPackage.Write(manifest, ReleaseManifests.Files(building)));
            var signed = ReleaseJson.Write(manifest with { Files = ReleaseManifests.Files(building) });
            Write(building, ReleaseNames.Manifest, signed);
            Write(building, ReleaseNames.ManifestSignature, folder.Key.Sign(signed));
            folder.FinishRelease(building, plan.Version);
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

    private static void WriteData(IEnumerable<PublishedTable> all, Manifest manifest, string building)
    {
        var tables = all.OrderBy(table => table.Schema.Id, StringComparer.Ordinal).ToList();
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

    private ManifestGifts? WriteGifts(ReleaseDraft draft, Manifest manifest, string building)
    {
        using var source = draft.OpenGifts?.Invoke();
        if (source is null)
        {
            return null;
        }

        var release = $"{manifest.Fund.Id}/{manifest.Version}";
        var gifts = new GiftFiles(GiftKeys.Open(dataFolder, draft.Fund.Id), release).Write(building, source);
        var statement = draft.Tables.FirstOrDefault(table => table.Table.Schema.Id == PublishedTables.FundingStatus.Id);
        return statement is null || GiftClaims.TotalBreaches(gifts, statement.Table) is { Count: > 0 }
            ? throw new ReleaseRefusedException("gifts-differ", PublishedTables.FundingStatus.Id)
            : gifts;
    }

    private static void WritePrivacy(DraftPrivacy? privacy, Manifest manifest, string building)
    {
        if (privacy is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(building, "privacy"));
        Write(building, PrivacyPaths.Budget, privacy.BudgetLines);
        foreach (var language in ChartName.Languages)
        {
            Write(building, PrivacyPaths.Certificate(language), PrivacyCertificate.Write(manifest, language));
        }
    }

    private static void WriteExports(IReadOnlyList<PublishedTable> tables, Manifest manifest, string building)
    {
        foreach (var export in ReleaseExports.Write(manifest, tables))
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

    private static Release OpenUnlisted(string folder, Manifest expected, FundKeys keys)
    {
        // A folder that a crash left between its renaming and the index is taken up, if it is whole and says the same.
        try
        {
            var release = Release.Open(folder, keys, expected.Version);
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
