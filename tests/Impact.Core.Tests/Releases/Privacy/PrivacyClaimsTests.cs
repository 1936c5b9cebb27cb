using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Privacy;

/// <summary>The claims about noisy tables, each with the release that breaks it, signed by the fund's own key.</summary>
[TestFixture]
internal sealed class PrivacyClaimsTests
{
    private const string Budget = "privacy-budget";
    private const string Counts = "noisy-counts";

    private static readonly string[] Both = [Budget, Counts];

    private NoisyReleases _noisy = null!;
    private IReadOnlyDictionary<string, byte[]> _copy = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _noisy = new NoisyReleases();
        _noisy.PublishTwo();
        _copy = _noisy.Copy();
    }

    [TearDown]
    public void PutBack() => _noisy.Restore(_copy);

    [OneTimeTearDown]
    public void Remove() => _noisy.Dispose();

    [Test]
    public void Both_releases_hold()
    {
        foreach (var version in new[] { NoisyReleases.First, NoisyReleases.Second })
        {
            var report = _noisy.Releases.Verify(version);
            Assert.That(report.Failed(), Is.Empty, version);
            Assert.That(report.Ids(ClaimOutcome.Passed), Is.SupersetOf(Both), version);
        }
    }

    [Test]
    public void A_release_without_counts_has_nothing_to_check()
    {
        using var plain = new SampleReleases();
        plain.Publish();

        Assert.That(plain.Verify().Ids(ClaimOutcome.NotChecked), Is.SupersetOf(Both));
    }

    [TestCase("low", -1)]
    [TestCase("high", 1)]
    [TestCase("value", 1)]
    public void A_changed_interval_is_found(string column, int by)
    {
        var schema = PublishedTables.EnrolmentsToDate;
        var path = _noisy.Releases.PathOf(NoisyReleases.Second, ReleaseNames.Csv(schema.Id));
        var lines = File.ReadAllLines(path);
        var place = Array.IndexOf(lines[0].Split(','), column);
        var cells = lines[2].Split(',');
        cells[place] = (long.Parse(cells[place], CultureInfo.InvariantCulture) + by).ToString(
            CultureInfo.InvariantCulture
        );
        lines[2] = string.Join(',', cells);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        _noisy.Sign(NoisyReleases.Second, same => same);

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Does.Contain(Counts).And.Not.Contain(Budget));
        Assert.That(Detail(report, Counts), Does.StartWith($"{schema.Id} 2019-"));
    }

    [Test]
    public void A_cell_that_was_never_paid_for_is_found()
    {
        // The ledger ends before the last reserve: it holds, it contains the release before, and one period is unpaid.
        var lines = File.ReadAllBytes(_noisy.BudgetOf(NoisyReleases.Second));
        var shorter = Whole(lines, DropLast(lines));
        _noisy.ReplaceBudget(NoisyReleases.Second, shorter);

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Does.Contain(Counts).And.Not.Contain(Budget));
        Assert.That(Detail(report, Counts), Is.EqualTo($"{PublishedTables.NewDonorsByRegion.Id} 2020-Q1"));
    }

    [Test]
    public void The_head_of_another_ledger_is_found()
    {
        _noisy.Sign(NoisyReleases.Second, privacy => privacy with { HeadSha256 = new string('0', 64) });

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Is.EqualTo((string[])[Budget]));
        Assert.That(Detail(report, Budget), Is.EqualTo("head"));
    }

    [Test]
    public void An_earlier_ledger_is_found()
    {
        var before = _noisy.ManifestOf(NoisyReleases.First).Privacy!;
        var lines = File.ReadAllBytes(_noisy.BudgetOf(NoisyReleases.First));
        var key = Convert.FromHexString(before.BudgetKey);

        // Earlier than the release before: its head is not in it any more.
        var entries = BudgetChain.Verify(lines, key).Entries.Count;
        _noisy.ReplaceBudget(NoisyReleases.Second, Whole(lines, entries - 1));
        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Does.Contain(Budget).And.Contain(Counts));
        Assert.That(Detail(report, Budget), Does.Contain("previous head"));
    }

    [Test]
    public void A_ledger_of_another_key_is_found()
    {
        using var other = new NoisyReleases();
        other.PublishTwo();
        var lines = File.ReadAllBytes(other.BudgetOf(NoisyReleases.Second));
        var stolen = other.ManifestOf(NoisyReleases.Second).Privacy!;
        File.WriteAllBytes(_noisy.BudgetOf(NoisyReleases.Second), lines);
        _noisy.Sign(NoisyReleases.Second, _ => stolen);

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Does.Contain(Budget));
        Assert.That(Detail(report, Budget), Does.Contain("previous head"));
    }

    [Test]
    public void A_changed_line_of_the_ledger_is_found()
    {
        var path = _noisy.BudgetOf(NoisyReleases.Second);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("2020-Q1", "2020-Q2", StringComparison.Ordinal));
        _noisy.Sign(NoisyReleases.Second, same => same);

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Does.Contain(Budget));
        Assert.That(Detail(report, Budget), Does.Match(@"privacy/budget\.jsonl:[0-9]+"));
    }

    [TestCase("spent")]
    [TestCase("lifetime")]
    public void A_manifest_that_tells_another_sum_is_found(string what)
    {
        _noisy.Sign(
            NoisyReleases.Second,
            privacy =>
                privacy with
                {
                    Units =
                    [
                        what == "spent"
                            ? privacy.Units[0] with
                            {
                                Spent = "1/100",
                            }
                            : privacy.Units[0] with
                            {
                                Lifetime = "1/5",
                            },
                        .. privacy.Units.Skip(1),
                    ],
                }
        );

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(report.Failed(), Is.EqualTo((string[])[Budget]));
        Assert.That(Detail(report, Budget), Is.EqualTo(BudgetUnits.HouseholdOrganisation));
    }

    [Test]
    public void Counts_of_which_the_manifest_says_nothing_and_a_missing_ledger_are_found()
    {
        File.Delete(_noisy.BudgetOf(NoisyReleases.First));
        _noisy.Sign(NoisyReleases.First, same => same);
        _noisy.Sign(NoisyReleases.Second, _ => null);

        var report = _noisy.Releases.Verify(NoisyReleases.Second);
        Assert.That(_noisy.Releases.Verify(NoisyReleases.First).Failed(), Is.SupersetOf(Both));
        Assert.That(report.Failed(), Is.SupersetOf(Both));
        Assert.That(
            Detail(report, Counts).Split(", "),
            Is.EquivalentTo(PublishedTables.OfCounts.Select(table => table.Id))
        );
    }

    /// <summary>The first lines of a ledger.</summary>
    private static byte[] Whole(byte[] lines, int count)
    {
        var end = 0;
        for (var line = 0; line < count; line++)
        {
            end = Array.IndexOf(lines, (byte)'\n', end) + 1;
        }

        return lines[..end];
    }

    /// <summary>How many lines are left without the last reserve and its commit.</summary>
    private static int DropLast(byte[] lines) => lines.Count(one => one == (byte)'\n') - 2;

    private static string Detail(VerifyReport report, string claim) =>
        report.Claims.Single(one => one.Id == claim).Detail!.En;
}
