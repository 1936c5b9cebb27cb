using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;

namespace Impact.Jobs.Tests;

/// <summary>A fund's own disclosure policy, from the file beside its fund file to the release that is computed again under it.</summary>
[TestFixture]
internal sealed class FundPolicyTests
{
    private const string Comment = "// Signed after the meeting of 2 June.\n";

    private string _folder = null!;
    private RehearsalFiles _files = null!;
    private DataFolder _data = null!;

    [SetUp]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("impact-jobs").FullName;
        _data = new DataFolder(_folder);
        _files = RehearsalFund.Write(
            new RehearsalOptions(Gifts: 300, Households: 30),
            Path.Combine(_folder, "in"),
            CancellationToken.None
        );
        var fund = JsonNode.Parse(File.ReadAllText(_files.FundFile))!;
        fund["policy"] = "policy.json";
        File.WriteAllText(_files.FundFile, fund.ToJsonString());
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void It_is_kept_by_its_digest_named_by_the_release_and_holds_when_that_is_computed_again()
    {
        var first = Policy("1", _ => { });
        var fund = Published();
        var manifest = Shelf.Manifest(fund, "1.0.0");
        Assert.Multiple(() =>
        {
            Assert.That((manifest.Policy.Id, manifest.Policy.Version), Is.EqualTo(("harbour", "1")));
            Assert.That(manifest.Policy.Sha256, Is.EqualTo(DisclosurePolicy.Read(first).Sha256));
            Assert.That(File.ReadAllBytes(Kept(fund, manifest.Policy.Sha256)), Is.EqualTo(first), "with its comments");
        });

        // Ten thousand people behind a month are never there: under this policy the months of gifts look otherwise.
        Policy("2", policy => policy["fewestGivers"] = 10_000);
        var said = Done("fund", "policy", fund, PolicyFile);
        Assert.That(said, Does.Contain("harbour 2, signed by A. Statistician on 2020-06-02"));

        Assert.That(Differing(fund), Is.Empty, "computed again under the policy of its manifest");
        var newest = new FundPolicies(_data).Of(new FundRegister(_data).Get(fund));
        Assert.That(newest.Version, Is.EqualTo("2"));
        Assert.That(DifferingUnder(fund, newest), Does.Contain(PublishedTables.MoneyByMonth.Id));
    }

    [Test]
    public void A_policy_that_is_not_right_makes_no_fund()
    {
        foreach (
            var (change, named) in new (Action<JsonNode>, string)[]
            {
                (policy => policy["signedBy"] = null, "[policy-file]"),
                (policy => policy.AsObject().Remove("signedOn"), "signedBy, signedOn"),
                (policy => policy["off"] = true, "$.off"),
                (policy => policy["recipients"]!["lifetime"] = "26/100", "recipients: above 0, at most 1/4"),
                (policy => policy["countyTables"] = "on", "countyTables: off"),
                (policy => policy["id"] = "default", "[policy-version]"),
            }
        )
        {
            Policy("3", change);
            var (exitCode, _, error) = Run("fund", "init", _files.FundFile);
            Assert.That((exitCode, error), Is.EqualTo((2, error)));
            Assert.That(error, Does.Contain(named));
        }

        File.Delete(PolicyFile);
        Assert.That(Run("fund", "init", _files.FundFile).Error, Does.Contain("[file-unreadable]"));
        Assert.That(new FundRegister(_data).Ids, Is.Empty);
    }

    [Test]
    public void What_was_drawn_stays_as_it_was_promised_and_a_version_is_one_file()
    {
        Policy("1", _ => { });
        var fund = Published();
        foreach (
            var (change, named) in new (Action<JsonNode>, string)[]
            {
                (policy => policy["recipients"]!["lifetime"] = "1/20", "lifetime, unit"),
                (
                    policy => policy["recipients"]!["shares"]!["enrolments_by_organisation"] = "1/4",
                    "enrolments_by_organisation"
                ),
                (
                    policy => policy["donors"]!["shares"]!.AsObject().Remove("new_donors_by_region"),
                    "new_donors_by_region"
                ),
                (policy => policy["monthsToDate"] = 12, "enrolments_to_date"),
                (policy => policy["longestSeriesYears"] = 5, "new_donors_by_band"),
            }
        )
        {
            Policy("2", change);
            var error = Run("fund", "policy", fund, PolicyFile).Error;
            Assert.That(error, Does.Contain("[policy-series]").And.Contain(named));
        }

        Policy("1", policy => policy["smallestStatement"] = 20);
        Assert.That(Run("fund", "policy", fund, PolicyFile).Error, Does.Contain("[policy-version]"));

        Policy("2", policy => policy["smallestStatement"] = 20);
        Assert.That(Run("fund", "policy", fund, PolicyFile).ExitCode, Is.Zero);
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(Kept(fund, "x"))!), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_kept_policy_that_was_altered_stops_everything()
    {
        var digest = DisclosurePolicy.Read(Policy("1", _ => { })).Sha256;
        var fund = new FundRegister(_data).CreateFrom(_files.FundFile);
        var policies = new FundPolicies(_data);
        Assert.That(policies.Of(fund).Sha256, Is.EqualTo(digest));

        File.AppendAllText(Kept(fund.Id, digest), " ");
        var altered = Assert.Throws<FaultException>(() => policies.Of(fund))!.Fault;
        var elsewhere = Assert.Throws<FaultException>(() => policies.Of(fund with { Policy = "policy.json" }))!.Fault;
        var unknown = Assert.Throws<FaultException>(() => policies.Find(fund.Id, "../../policy"))!.Fault;
        Assert.That(new[] { altered.Code, elsewhere.Code, unknown.Code }, Is.All.EqualTo("policy-unknown"));

        // The same file once more puts it right.
        Assert.That(policies.Change(fund, PolicyFile).Sha256, Is.EqualTo(digest));
        Assert.That(policies.Of(fund).Sha256, Is.EqualTo(digest));
    }

    private ReleaseShelf Shelf => new(_data.Public, _data.Trust);

    private string PolicyFile => Path.Combine(_folder, "in", "policy.json");

    private string Kept(string fund, string digest) => Path.Combine(_data.Fund(fund), "policies", digest + ".json");

    /// <summary>Writes the fund's policy: the shipped one under another name, signed, with a change.</summary>
    private byte[] Policy(string version, Action<JsonNode> change)
    {
        var policy = JsonNode.Parse(
            DisclosurePolicy.Default.File.Span,
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip }
        )!;
        (policy["id"], policy["version"]) = ("harbour", version);
        (policy["signedBy"], policy["signedOn"]) = ("A. Statistician", "2020-06-02");
        change(policy);
        File.WriteAllText(PolicyFile, Comment + policy.ToJsonString());
        return File.ReadAllBytes(PolicyFile);
    }

    private string Published()
    {
        var fund = Fund.Create(_folder, _files.FundFile, TimeProvider.System);
        foreach (var sheet in _files.Sheets)
        {
            _ = fund.Ingest(sheet.Path, "impact");
        }

        _ = fund.Publish();
        return fund.Description.Id;
    }

    private IEnumerable<string> Differing(string fund) =>
        new FundRebuild(_data).Compare(fund, "1.0.0").Where(table => !table.IsSame).Select(table => table.Table);

    /// <summary>The planted fault: the tables of the first release, computed again under another policy than its manifest names.</summary>
    private IEnumerable<string> DifferingUnder(string fund, DisclosurePolicy policy)
    {
        var basis = FundPublication.Bases(_data, fund).Single();
        using var ledger = LedgerStore.Open(_data.Ledger(fund));
        var run = new FundBooks(ledger, policy).RunAgain(basis.Fund!, basis.CutOff, basis.LastBatch);
        var tables = FundPublication.Control(basis.Fund!, run.Tables, policy, []).Select(table => table.Table).ToList();
        var published = Shelf.Manifest(fund, "1.0.0").Content.ToDictionary(one => one.Table, one => one.Sha256);
        return ReleaseManifests
            .Content(tables)
            .Where(one => published.GetValueOrDefault(one.Table) != one.Sha256)
            .Select(one => one.Table);
    }

    private (int ExitCode, string Output, string Error) Run(params string[] arguments) =>
        ImpactProcess.Run([.. arguments, "--data", _folder]);

    private string Done(params string[] arguments)
    {
        var (exitCode, output, error) = Run(arguments);
        Assert.That(exitCode, Is.Zero, error);
        return output;
    }
}
