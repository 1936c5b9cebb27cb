using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;

namespace Impact.Jobs.Tests;

/// <summary>The operator looks at a draft, approves it and computes a release again: each command as typed.</summary>
[TestFixture]
internal sealed class ReleaseDraftTests
{
    private string _folder = null!;
    private string _fund = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _folder = Directory.CreateTempSubdirectory("impact-jobs").FullName;
        _fund = RehearsalFund.Describe(new RehearsalOptions(Gifts: 2_000, Households: 50)).Id;
        Done("demo", "--no-serve", "--gifts", "2000", "--households", "50");
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Building_shows_number_reason_checklist_and_largest_changes_and_publishes_nothing()
    {
        Assert.That(Done("release", "build", _fund), Does.Contain("Nothing has changed since 1.0.0."));

        // A quarter less: whole rows would be gone, and no correction says why.
        var (exitCode, output, error) = Run("release", "build", _fund, "--cut-off", "2020-03-31");
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("Would be published as 2.0.0 (major): "));
            Assert.That(output, Does.Contain("passed     gate-balance: ").And.Contain("changed    "));
            Assert.That(output, Does.Contain("failed     persistence: "));
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(error, Does.Contain("[release-stopped]").And.Contain("persistence"));
            Assert.That(Done("release", "list", _fund), Does.StartWith("1.0.0").And.Not.Contain("2.0.0"));
        });
    }

    [Test]
    public void What_is_typed_wrong_is_named()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Run("release", "build", _fund, "--note-en", "Only one.").Error, Does.Contain("[option-wrong]"));
            Assert.That(Run("release", "approve", _fund, "--by", "Nobody").Error, Does.Contain("[approver-unknown]"));
            foreach (
                var verb in (string[][])
                    [
                        ["release", "build"],
                        ["release", "publish"],
                        ["privacy"],
                    ]
            )
            {
                Assert.That(Run([.. verb, _fund, "--cut-off", "2135-12-31"]).Error, Does.Contain("[cut-off-future]"));
            }

            Assert.That(Run("release", "rebuild", _fund, "9.9.9").Error, Does.Contain("[version-unknown]"));
        });
    }

    [Test]
    public void A_rebuild_says_how_many_tables_are_the_same_and_a_check_fails_where_they_are_not()
    {
        Assert.That(Done("release", "rebuild", _fund, "all", "--check"), Does.Match("1.0.0: ([0-9]+) of \\1 tables"));
        var record = Path.Combine(_folder, "private", "released", _fund, "1.0.0.json");
        var kept = File.ReadAllText(record);
        try
        {
            File.WriteAllText(
                record,
                kept.Replace("\"CutOff\":\"2020-", "\"CutOff\":\"2019-", StringComparison.Ordinal)
            );
            var differing = Run("release", "rebuild", _fund, "1.0.0", "--check");
            Assert.That(differing.ExitCode, Is.EqualTo(2));
            Assert.That(differing.Error, Does.Contain("[release-differs]").And.Contain("1.0.0 funding_status"));
        }
        finally
        {
            File.WriteAllText(record, kept);
        }
    }

    [Test]
    public void No_stage_writes_a_count_of_single_people_before_noise()
    {
        var runs = Path.Combine(_folder, "private", "runs");
        Assert.That(Directory.EnumerateFiles(runs, "controlled.json", SearchOption.AllDirectories), Is.Not.Empty);
        Assert.That(Unprotected(runs), Is.Empty);

        // A stage that hands true counts on, as one once did, is seen.
        var planted = Path.Combine(Directory.EnumerateDirectories(runs).First(), "raw.json");
        File.WriteAllText(
            planted,
            """[{"table":"enrolments_to_date","rows":[{"cells":["fund","2019-08","2019-08-01","2019-08-31",3,null,null,null,"c"]}]}]"""
        );
        try
        {
            Assert.That(Unprotected(runs), Is.EqualTo((string[])["raw.json"]));
        }
        finally
        {
            File.Delete(planted);
        }
    }

    [Test]
    public void The_published_release_has_counts_with_noise_and_holds()
    {
        var release = new ReleaseShelf(Path.Combine(_folder, "public"), Path.Combine(_folder, "trust")).Latest(_fund)!;
        foreach (var schema in PublishedTables.OfCounts)
        {
            Assert.That(
                release.Table(schema.Id).Rows.Select(row => row.Text("status")),
                Is.Not.Empty.And.All.EqualTo("n"),
                schema.Id
            );
        }

        var report = ReleaseVerifier.Verify(release.Folder, Path.Combine(_folder, "trust"));
        Assert.That(
            report.Claims.Where(claim => claim.Id is "privacy-budget" or "noisy-counts").Select(claim => claim.Outcome),
            Is.EqualTo((ClaimOutcome[])[ClaimOutcome.Passed, ClaimOutcome.Passed])
        );
        Assert.That(
            new FundRebuild(new DataFolder(_folder))
                .Compare(_fund, "1.0.0")
                .Where(table => !table.IsSame)
                .Select(table => table.Table),
            Is.Empty,
            "computed again, without a draw"
        );
    }

    /// <summary>Files of a run that are none of its stages', or hold a row about single people that disclosure control did not let out.</summary>
    private static List<string> Unprotected(string runs) =>
        [
            .. Directory
                .EnumerateFiles(runs, "*", SearchOption.AllDirectories)
                .Where(path =>
                    Path.GetFileName(path) switch
                    {
                        "controlled.json" => ControlledTableFile
                            .Read(File.ReadAllBytes(path))
                            .Any(table =>
                                table.Table.Schema.Protection
                                    is ProtectionClass.DonorNoise
                                        or ProtectionClass.HouseholdNoise
                                && table.Decisions.Any(word => word is not ("noised" or "noise-lost"))
                            ),
                        "run.json" or "gates.json" or "plan.json" => false,
                        _ => true,
                    }
                )
                .Select(path => Path.GetFileName(path)),
        ];

    private (int ExitCode, string Output, string Error) Run(params string[] arguments) =>
        ImpactProcess.Run([.. arguments, "--data", _folder]);

    private string Done(params string[] arguments)
    {
        var (exitCode, output, error) = Run(arguments);
        Assert.That(exitCode, Is.Zero, error);
        return output;
    }
}
