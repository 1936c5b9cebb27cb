using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>What stops a release: a loss in silence, a note or an approval that is missing, a partner in no report.</summary>
internal sealed class ReleaseChecklistTests
{
    private SampleReleases _releases = null!;

    [SetUp]
    public void PublishFirst()
    {
        _releases = new SampleReleases();
        _releases.Publish();
    }

    [TearDown]
    public void Remove() => _releases.Dispose();

    [Test]
    public void A_row_that_disappears_in_silence_stops_the_release_and_is_named()
    {
        var fault = Assert.Throws<FaultException>(() => _releases.Publish(SampleTables.NoPeople()))!;
        Assert.Multiple(() =>
        {
            Assert.That(fault.Fault.Kind, Is.EqualTo(Faults.ReleaseStopped));
            Assert.That(fault.Fault.Detail, Does.Contain("persistence").And.Contain("people: "));
            Assert.That(_releases.Shelf.Index(SampleTables.Fund)!.Versions, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_definition_that_changes_needs_a_note_and_makes_a_major_version()
    {
        var redefined = SampleReleases.Draft() with
        {
            Metrics = [new("spent", 3, "organisation_totals"), new("disbursed", 1, "organisation_totals")],
            Tables = [.. SampleReleases.Draft(SampleTables.People(value: 125)).Tables],
        };
        var fault = Assert.Throws<FaultException>(() => _releases.Publish(redefined))!;
        Assert.That(fault.Fault.Detail, Does.Contain("release-note"));
        var noted = redefined with
        {
            Notes = [new("R3", new("Spent is counted anew.", "El gasto se cuenta de nuevo."))],
        };
        Assert.That(_releases.Publish(noted).Release.Manifest.Version, Is.EqualTo("2.0.0"));
    }

    [Test]
    public void Two_approvers_must_approve_exactly_what_is_published()
    {
        var draft = SampleReleases.Draft(SampleTables.People(value: 125));
        draft = draft with { Fund = draft.Fund with { Approvers = ["Ana", "Ben", "Cleo"], ApprovalsNeeded = 2 } };
        var builder = new ReleaseBuilder(_releases.Data, _releases.Clock);
        ReleaseApprovals approvals = new(_releases.Data, draft.Fund);
        builder.Plan(draft);
        approvals.Approve("Ana");
        approvals.Approve("Ana");
        var one = Assert.Throws<FaultException>(() => builder.Publish(draft))!;
        approvals.Approve("Ben");
        var other = draft with { CutOff = draft.CutOff.AddDays(-1) };
        var changed = Assert.Throws<FaultException>(() => builder.Publish(other))!;
        Assert.Multiple(() =>
        {
            Assert.That(one.Fault.Kind, Is.EqualTo(Faults.ApprovalMissing));
            Assert.That(one.Fault.Detail, Is.EqualTo("1 of 2"));
            Assert.That(changed.Fault.Detail, Is.EqualTo("0 of 2"));
            Assert.That(
                Assert.Throws<FaultException>(() => approvals.Approve("Dora"))!.Fault.Kind,
                Is.EqualTo(Faults.ApproverUnknown)
            );
            Assert.That(builder.Publish(draft).Release.Manifest.ApprovedBy, Is.EqualTo(["Ana", "Ben"]));
        });
    }

    [Test]
    public void Rows_that_a_public_source_takes_back_are_told_in_a_note_and_stop_nothing()
    {
        var draft = SampleReleases.Draft(SampleTables.NoPeople());
        var open = draft with
        {
            Fund = draft.Fund with { Sources = [.. draft.Fund.Sources.Where(source => source.IsPublic)] },
        };
        var manifest = _releases.Publish(open).Release.Manifest;
        Assert.That(manifest.Version, Is.EqualTo("2.0.0"));
        Assert.That(manifest.Notes.Single().Text.En, Does.StartWith("The public source no longer tells"));
    }

    [Test]
    public void A_partner_with_money_that_is_in_no_report_stops_the_release()
    {
        var fault = Assert.Throws<FaultException>(() => _releases.Publish(SampleTables.Reporting()))!;
        Assert.That(fault.Fault.Detail, Does.Contain("partners-listed").And.Contain("XI-REHEARSAL-2"));
    }
}
