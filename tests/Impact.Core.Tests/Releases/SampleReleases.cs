using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Disclosure;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;
using Microsoft.Extensions.Time.Testing;

namespace Impact.Core.Tests.Releases;

/// <summary>A data directory of a test, with the sample fund's key; removed at the end.</summary>
internal sealed class SampleReleases : IDisposable
{
    public SampleReleases() => SigningKeys.Create(Data, SampleTables.Fund);

    public string Data { get; } = Directory.CreateTempSubdirectory("impact-releases-").FullName;

    public string Public => Path.Combine(Data, "public");

    public string FundFolder => Path.Combine(Public, SampleTables.Fund);

    public string Trust => Path.Combine(Data, "trust");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 4, 15, 12, 30, 15, 250, TimeSpan.Zero));

    public ReleaseShelf Shelf => new(Public, Trust);

    public static ReleaseDraft Draft(params PublishedTable[] changed) =>
        new()
        {
            Fund = new FundDescription
            {
                Id = SampleTables.Fund,
                Name = new("Harbour Fund", "Fondo del Puerto"),
                Purpose = new("Help after the flood.", "Ayuda tras la inundación."),
                Currency = "USD",
                Fiction = true,
                Sources =
                [
                    new("books", "The fund's books", "", "Harbour Fund"),
                    new("web", "Web", "CC0", "", "https://example.org/"),
                ],
            },
            CutOff = new DateOnly(2020, 3, 31),
            Policy = new("default", "1", new string('a', 64)),
            RulesVersion = "1",
            Tool = "impact 1.0.0",
            Metrics = [new("spent", 2, "organisation_totals"), new("disbursed", 1, "organisation_totals")],
            Checks =
            [
                new("late-partner", CheckOutcome.Warning, new("One partner is late.", "Una organización se atrasó.")),
            ],
            Tables = [.. Changed(changed).Select(Decided)],
            DrawCharts = _ => Charts("money-over-time"),
        };

    /// <summary>What a draft would be published as by a fund without a release.</summary>
    public static ReleasePlan Plan(ReleaseDraft draft) =>
        ReleasePlan.Of(draft, new(draft.Fund.Id, []), _ => throw new InvalidOperationException());

    /// <summary>The manifest of the first release, without its files.</summary>
    public static Manifest Begun() => ReleaseManifests.Begin(Draft(), Plan(Draft()));

    public static ControlledTable Decided(PublishedTable table) =>
        Decided(
            table,
            Derivation.IsDerived(table.Schema) ? "derived"
                : table.Schema.Protection == ProtectionClass.Exact ? "exact"
                : "statement-as-published"
        );

    /// <summary>The sample with some tables changed, and what follows from them unless that is planted too.</summary>
    private static IEnumerable<PublishedTable> Changed(PublishedTable[] changed)
    {
        List<PublishedTable> tables =
        [
            .. SampleTables.All.Where(table => !Array.Exists(changed, other => other.Schema == table.Schema)),
            .. changed,
        ];
        return tables
            .Where(table => !Derivation.IsDerived(table.Schema) || Array.Exists(changed, other => other == table))
            .Concat(
                SampleTables
                    .Derived(tables)
                    .Where(table => !Array.Exists(changed, other => other.Schema == table.Schema))
            );
    }

    public static ControlledTable Decided(PublishedTable table, string decision) =>
        ControlledTable.Decide(table.Schema, [.. table.Rows.Select(row => (row.Cells, decision))]);

    public static IEnumerable<ReleaseChart> Charts(string id) =>
        from language in new[] { "en", "es" }
        from size in new[] { "wide", "narrow" }
        from format in new[] { "svg", "txt" }
        select new ReleaseChart($"charts/{id}.{language}.{size}.{format}", Encoding.UTF8.GetBytes($"{id} {language}"));

    public PublishResult Publish(params PublishedTable[] changed) => Publish(Draft(changed));

    public PublishResult Publish(ReleaseDraft draft) => new ReleaseBuilder(Data, Clock).Publish(draft);

    public VerifyReport Verify(string version = "1.0.0") => ReleaseVerifier.Verify(PathOf(version), Trust);

    public string PathOf(string version, string file = "") => Path.Combine(FundFolder, version, file);

    /// <summary>Signs a folder again as it is now, with the manifest changed: what only the fund's own key could do.</summary>
    public void SignAgain(string version, Func<Manifest, Manifest>? change = null)
    {
        var folder = PathOf(version);
        var manifest = ReleaseJson.ReadManifest(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        var bytes = ReleaseJson.Write(
            (change ?? (same => same))(manifest with { Files = ReleaseManifests.Files(folder) })
        );
        using var key = SigningKeys.Load(Data, SampleTables.Fund);
        File.WriteAllBytes(Path.Combine(folder, "manifest.json"), bytes);
        File.WriteAllBytes(Path.Combine(folder, "manifest.sig"), key.Sign(bytes));
        RelistAs(bytes, key);
    }

    /// <summary>Puts another text in a table's place and signs it: what only the fund's own key could do.</summary>
    public void Replace(string version, PublishedTable table)
    {
        var id = table.Schema.Id;
        File.WriteAllBytes(PathOf(version, ReleaseNames.Csv(id)), CanonicalCsv.Write(table));
        SignAgain(
            version,
            manifest =>
                manifest with
                {
                    Content =
                    [
                        .. manifest.Content.Select(content =>
                            content.Table == id ? new(id, table.Rows.Count, CanonicalCsv.Digest(table)) : content
                        ),
                    ],
                }
        );
    }

    public void Dispose() => Directory.Delete(Data, recursive: true);

    private void RelistAs(byte[] manifest, SigningKey key)
    {
        var index = ReleaseJson.ReadIndex(File.ReadAllBytes(Path.Combine(FundFolder, "index.json")));
        var version = ReleaseJson.ReadManifest(manifest).Version;
        var digest = Convert.ToHexStringLower(SHA256.HashData(manifest));
        var bytes = ReleaseJson.Write(
            index with
            {
                Versions =
                [
                    .. index.Versions.Select(entry =>
                        entry.Version == version ? entry with { ManifestSha256 = digest } : entry
                    ),
                ],
            }
        );
        File.WriteAllBytes(Path.Combine(FundFolder, "index.json"), bytes);
        File.WriteAllBytes(Path.Combine(FundFolder, "index.sig"), key.Sign(bytes));
    }
}

/// <summary>Questions tests ask a report.</summary>
internal static class VerifyReports
{
    public static IEnumerable<string> Ids(this VerifyReport report, ClaimOutcome outcome) =>
        report.Claims.Where(claim => claim.Outcome == outcome).Select(claim => claim.Id);

    public static IEnumerable<string> Failed(this VerifyReport report) => report.Ids(ClaimOutcome.Failed);
}
