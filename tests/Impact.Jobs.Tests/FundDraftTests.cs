using System.Globalization;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Jobs.Tests;

/// <summary>A small fund of a program that uses the library: built, approved by two, published; and what a failed gate looks like.</summary>
internal sealed class FundDraftTests
{
    private const string Id = "library";

    private const string Description = """
        {
          "id": "library",
          "name": { "en": "Library", "es": "Biblioteca" },
          "purpose": { "en": "To be tried.", "es": "Para probar." },
          "currency": "USD",
          "fiction": true,
          "organisations": [{ "id": "XI-EXAMPLE-1", "name": "Example Legal Aid", "type": "national_ngo" }],
          "designations": [],
          "approvers": ["Ana", "Ben", "Cleo"],
          "approvalsNeeded": 2
        }
        """;

    private const string GiftHeading =
        "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring\n";

    private const string EntryHeading =
        "entry_id,kind,occurred_on,cleared_on,amount,currency,base_amount,organisation_id,designation,gift,reverses,reason\n";

    private const string ReplyHeading =
        "reply,organisation_id,state,replied_on,table,period,indicator,text_en,text_es\n";

    private static readonly DateOnly CutOff = new(2020, 3, 31);

    private string _folder = null!;
    private Fund _fund = null!;

    [SetUp]
    public void Make()
    {
        _folder = Directory.CreateTempSubdirectory("impact-library-").FullName;
        _fund = Fund.Create(_folder, Write("fund.json", Description), TimeProvider.System);
        Ingest("gifts", GiftHeading + string.Concat(Enumerable.Range(0, 12).Select(Gift)));
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_fund_that_needs_two_approvals_is_built_approved_and_published()
    {
        var draft = _fund.Build(CutOff);
        Assert.Multiple(() =>
        {
            Assert.That((draft.Version, draft.IsNew, draft.Changes.Level), Is.EqualTo(("1.0.0", true, "first")));
            Assert.That(draft.Checks.Select(check => check.Id), Does.Contain("persistence").And.Contain("gate-signs"));
            Assert.That(draft.Approvals, Is.Empty);
            Assert.That(Code(() => _fund.Publish(CutOff)), Is.EqualTo(Faults.ApprovalMissing.Code));
            Assert.That(Code(() => _fund.Approve("Dora")), Is.EqualTo(Faults.ApproverUnknown.Code));
        });
        Assert.That(_fund.Approve("Ana"), Is.EqualTo(["Ana"]));
        Assert.That(Code(() => _fund.Publish(CutOff)), Is.EqualTo(Faults.ApprovalMissing.Code), "one is not two");
        Assert.That(_fund.Approve("Ben"), Is.EqualTo(["Ana", "Ben"]));
        Assert.That(_fund.Build(CutOff).Sha256, Is.EqualTo(draft.Sha256), "built again it is the same draft");
        var release = _fund.Publish(CutOff);
        Assert.That(release.Manifest.ApprovedBy, Is.EqualTo(["Ana", "Ben"]));
        Assert.That(ReleaseVerifier.Verify(release.Folder, Path.Combine(_folder, "trust")).Holds);
        Assert.That(_fund.Build(CutOff).IsNew, Is.False);
    }

    [Test]
    public void An_approval_is_gone_when_the_draft_is_another()
    {
        _fund.Build(CutOff);
        _fund.Approve("Ana");
        _fund.Approve("Ben");
        Ingest("gifts", GiftHeading + Gift(99));
        Assert.That(Code(() => _fund.Publish(CutOff)), Is.EqualTo(Faults.ApprovalMissing.Code));
    }

    [Test]
    public void A_gate_that_fails_is_a_failed_line_and_nothing_is_published()
    {
        Ingest("fund_entries", EntryHeading + "FE-1,allocation,2020-02-01,2020-02-01,1000.00,USD,,XI-EXAMPLE-1,,,,\n");
        var english = Build();
        var spanish = Build("--lang", "es");
        var json = Build("--json");
        Assert.Multiple(() =>
        {
            Assert.That((english.ExitCode, spanish.ExitCode, json.ExitCode), Is.EqualTo((2, 2, 2)));
            Assert.That(english.Error, Does.Contain("[gate-failed]"));
            Assert.That(english.Output, Does.Contain("failed     gate-unallocated: No more was allocated"));
            Assert.That(english.Output, Does.Contain("Not so: ").And.Contain("passed     gate-signs: "));
            Assert.That(spanish.Output, Does.Contain("falla      gate-unallocated: No se asignó más"));
            Assert.That(json.Output, Does.Contain("\"id\": \"gate-unallocated\"").And.Contain("\"failed\""));
            Assert.That(Code(() => _fund.Build(CutOff)), Is.EqualTo(Faults.GateFailed.Code));
            Assert.That(Directory.Exists(Path.Combine(_folder, "public", Id)), Is.False);
        });
    }

    [Test]
    public void A_refused_row_that_could_lead_to_a_person_stops_the_release_until_the_sheet_comes_without_it()
    {
        const string row = "A-1,XI-EXAMPLE-1,comment,2020-04-12,,,,Write to {0}.,Escriba a {0}.\n";
        Ingest("replies", ReplyHeading + string.Format(CultureInfo.InvariantCulture, row, "ana@example.org"));
        var stopped = Build();
        Assert.That(stopped.ExitCode, Is.EqualTo(2));
        Assert.That(stopped.Output, Does.Contain("failed     gate-screening: ").And.Contain("impact-replies 1"));
        Assert.That(stopped.Output + stopped.Error, Does.Not.Contain("example.org"));
        Ingest("replies", ReplyHeading + string.Format(CultureInfo.InvariantCulture, row, "the office"));
        Assert.That(Build().Output, Does.Contain("passed     gate-screening: "));
    }

    [Test]
    public void What_would_be_published_is_said_in_the_language_that_is_asked_for()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Build("--lang", "es").Output, Does.StartWith("Se publicaría como 1.0.0 (first): "));
            Assert.That(Build("--lang", "es").Output, Does.Contain("0 de 2 aprobaciones"));
            Assert.That(Build().Output, Does.StartWith("Would be published as 1.0.0 (first): "));
            Assert.That(Build("--lang", "fr").Error, Does.Contain("[option-wrong]"));
        });
    }

    [Test]
    public void A_draft_of_a_policy_that_the_fund_has_not_kept_is_not_published()
    {
        var data = new DataFolder(_folder);
        var publication = new FundPublication(data, TimeProvider.System);
        var draft = publication.Draft(_fund.Description with { ApprovalsNeeded = 0 }, CutOff);
        var other = draft with { Policy = new("other", "9", new string('b', 64)) };
        Assert.That(Code(() => publication.Publish(other)), Is.EqualTo(Faults.PolicyUnknown.Code));
    }

    private static string Gift(int number) =>
        $"t{number},{number}@example.org,individual,,2020-01-10,2020-01-10,10.00,USD,,,,\n";

    private static string Code(Action action) => Assert.Throws<FaultException>(() => action())!.Fault.Code;

    private (int ExitCode, string Output, string Error) Build(params string[] more) =>
        ImpactProcess.Run(["release", "build", Id, "--cut-off", "2020-03-31", "--data", _folder, .. more]);

    private void Ingest(string sheet, string text) => _fund.Ingest(Write(sheet + ".csv", text), "impact");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
