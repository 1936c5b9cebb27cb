using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;
using Impact.Core.Releases.Privacy;
using Impact.Core.Tests.Disclosure.Budget;

namespace Impact.Core.Tests.Releases.Privacy;

/// <summary>The sample fund, with counts of single people drawn from a budget on a disk in memory.</summary>
internal sealed class NoisyReleases : IDisposable
{
    public const string First = "1.0.0";
    public const string Second = "1.1.0";

    private static readonly DateOnly From = new(2019, 10, 1);

    private readonly SimulatedDisk _disk = new(new SeededNumbers(9, SeededPurpose.Days));

    public SampleReleases Releases { get; } = new();

    public CountPlan Plan { get; } = CountPlan.Of(Fund(), DisclosurePolicy.Default)!;

    /// <summary>Publishes what is counted to the ends of two quarters, as two versions.</summary>
    public void PublishTwo()
    {
        foreach (var cutOff in new[] { new DateOnly(2019, 12, 31), new DateOnly(2020, 3, 31) })
        {
            _ = Releases.Publish(Draft(cutOff));
            Releases.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    /// <summary>What a release at a cut-off would hold.</summary>
    public ReleaseDraft Draft(DateOnly cutOff)
    {
        using var budget = BudgetLedger.Open(_disk.Open(), Plan.Budget, []);
        var counts = Counts(cutOff).ToDictionary(table => table.Schema);
        var rule = new NoisyCounts(Plan, budget, cutOff)
        {
            Read = (table, periods) => Disclosure.Attacks.CountDesk.Reader(counts[table])(table, periods),
        };
        var draft = SampleReleases.Draft();
        List<ControlledTable> tables = [.. draft.Tables, .. rule.Tables()];
        var published = budget.Publish();
        return draft with
        {
            Fund = Fund(),
            CutOff = cutOff,
            Tables = tables,
            Privacy = new(PrivacyNumbers.Of(Plan, published), published.Lines),
        };
    }

    /// <summary>The budget ledger of a version as published.</summary>
    public string BudgetOf(string version) => Releases.PathOf(version, PrivacyPaths.Budget);

    /// <summary>The manifest of a version.</summary>
    public Manifest ManifestOf(string version) => Releases.Shelf.Manifest(SampleTables.Fund, version);

    /// <summary>Gives a version another budget ledger, with the head that belongs to it, signed by the fund.</summary>
    public void ReplaceBudget(string version, byte[] lines, Func<ManifestPrivacy, ManifestPrivacy>? change = null)
    {
        File.WriteAllBytes(BudgetOf(version), lines);
        var key = Convert.FromHexString(ManifestOf(version).Privacy!.BudgetKey);
        var head = BudgetChain.Verify(lines, key).Head;
        Sign(
            version,
            privacy => (change ?? (same => same))(privacy with { Entries = head.Entries, HeadSha256 = head.Sha256 })
        );
    }

    /// <summary>Changes what the manifest says of the budget, and signs it as only the fund could.</summary>
    public void Sign(string version, Func<ManifestPrivacy, ManifestPrivacy?> change) =>
        Releases.SignAgain(version, manifest => manifest with { Privacy = change(manifest.Privacy!) });

    /// <summary>What is published, file by file.</summary>
    public IReadOnlyDictionary<string, byte[]> Copy() =>
        Directory
            .EnumerateFiles(Releases.Public, "*", SearchOption.AllDirectories)
            .ToDictionary(path => path, File.ReadAllBytes, StringComparer.Ordinal);

    /// <summary>Puts a copy back.</summary>
    public void Restore(IReadOnlyDictionary<string, byte[]> copy)
    {
        Directory.Delete(Releases.Public, recursive: true);
        foreach (var (path, bytes) in copy)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    public void Dispose() => Releases.Dispose();

    private static FundDescription Fund() =>
        SampleReleases.Draft().Fund with
        {
            Counting = new(From),
            Organisations =
            [
                new("XI-REHEARSAL-1", "One", "national_ngo"),
                new("XI-REHEARSAL-2", "Two", "national_ngo"),
            ],
        };

    private static IEnumerable<RawTable> Counts(DateOnly cutOff)
    {
        var writer = new RowWriter(new MetricScope(Fund(), cutOff, LastBatch: 1));
        var months = Period.Range(PeriodGrain.Month, From, cutOff);
        yield return new(
            PublishedTables.EnrolmentsToDate,
            [
                .. months.Select(month =>
                    writer.Plain(
                        [month.Code, month.Start, month.End, 100L, null, null, null],
                        new(EnrolmentTables.AwaitsNoise, month.End, RowWriter.OneSource)
                    )
                ),
            ]
        );
        yield return new(PublishedTables.EnrolmentsByOrganisation, []);
        yield return new(PublishedTables.NewDonorsByBand, []);
        yield return new(PublishedTables.NewDonorsByRegion, []);
    }
}
