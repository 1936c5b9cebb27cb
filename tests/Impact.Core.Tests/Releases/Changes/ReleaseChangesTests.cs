using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>What is other than in the release before, the number that follows from it, and what stops a release.</summary>
internal sealed class ReleaseChangesTests
{
    private static readonly DateOnly Recorded = new(2020, 4, 10);

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
    public void A_later_figure_of_a_time_that_was_over_is_listed_as_better_data_and_makes_a_minor_version()
    {
        var release = _releases.Publish(SampleTables.People(value: 150)).Release;
        var change = release.Table("changes").Rows.Single(row => row.Text("table") == "people");
        Assert.Multiple(() =>
        {
            Assert.That(release.Manifest.Version, Is.EqualTo("1.1.0"));
            Assert.That(
                change.Text("row"),
                Does.Contain("organisation_id=XI-REHEARSAL-1").And.Contain("period=2020-Q1")
            );
            Assert.That(
                (change.Text("field"), change.Text("old"), change.Text("new")),
                Is.EqualTo(("value", "120", "150"))
            );
            Assert.That((change.Integer("difference"), change.Decimal("ratio")), Is.EqualTo((30L, 0.25m)));
            Assert.That((change.Text("materiality"), change.Text("reason")), Is.EqualTo(("large", "R1")));
            Assert.That(_releases.Verify("1.1.0").Holds);
            Assert.That(
                ChangeSummary.Sentence(ChangeSummary.Largest(release.Table("changes"), 1)[0]).Es,
                Does.Contain("→").And.Contain("Datos de origen mejores")
            );
        });
    }

    [Test]
    public void A_change_that_a_correction_covers_makes_a_patch_and_brings_its_note()
    {
        var release = _releases.Publish(SampleTables.People(value: 125), Correction("corrected")).Release;
        Assert.Multiple(() =>
        {
            Assert.That(release.Manifest.Version, Is.EqualTo("1.0.1"));
            Assert.That(release.Manifest.Notes.Single().Correction, Is.EqualTo("K-1"));
            Assert.That(release.Table("changes").Rows.Select(row => row.Text("reason")), Is.All.EqualTo("C"));
            Assert.That(_releases.Verify("1.0.1").Holds);
        });
    }

    [TestCase("open")]
    [TestCase("declined")]
    public void A_correction_that_is_not_carried_out_makes_no_patch(string state) =>
        Assert.That(
            _releases.Publish(SampleTables.People(value: 125), Correction(state)).Release.Manifest.Version,
            Is.EqualTo("1.1.0")
        );

    [Test]
    public void A_correction_is_spent_by_the_release_that_carries_it_out()
    {
        _releases.Publish(SampleTables.People(value: 125), Correction("corrected"));
        var next = _releases.Publish(SampleTables.People(value: 130), Correction("corrected")).Release;
        Assert.That(next.Manifest.Version, Is.EqualTo("1.1.0"), "after 1.0.1");
    }

    [Test]
    public void A_correction_of_another_organisation_covers_nothing() =>
        Assert.That(
            _releases
                .Publish(SampleTables.People(value: 125), Correction("corrected", organisation: "XI-REHEARSAL-2"))
                .Release.Manifest.Version,
            Is.EqualTo("1.1.0")
        );

    [Test]
    public void A_row_that_disappears_in_silence_stops_the_release_and_is_named()
    {
        var fault = Assert.Throws<FaultException>(() => _releases.Publish(NoPeople()))!;
        Assert.Multiple(() =>
        {
            Assert.That(fault.Fault.Kind, Is.EqualTo(Faults.ReleaseStopped));
            Assert.That(fault.Fault.Detail, Does.Contain("persistence").And.Contain("people: "));
            Assert.That(_releases.Shelf.Index(SampleTables.Fund)!.Versions, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_figure_that_a_correction_withdraws_makes_a_major_version_and_is_listed()
    {
        var withdrawn = SampleTables.People(value: null, status: "x");
        var release = _releases.Publish(withdrawn, Correction("withdrawn")).Release;
        var row = release.Table("structural_changes").Rows.First(one => one.Text("table") == "people");
        Assert.Multiple(() =>
        {
            Assert.That(release.Manifest.Version, Is.EqualTo("2.0.0"));
            Assert.That((row.Text("kind"), row.Text("correction")), Is.EqualTo(("figure_withdrawn", "K-1")));
            Assert.That(_releases.Verify("2.0.0").Holds);
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

    [TestCase("changes")]
    [TestCase("structural_changes")]
    public void A_list_of_changes_that_hides_one_is_found_though_it_is_signed(string table)
    {
        _releases.Publish(SampleTables.People(value: null, status: "x"), Correction("withdrawn"));
        var empty = new PublishedTable(PublishedTables.Find(table)!, []);
        File.WriteAllBytes(_releases.PathOf("2.0.0", $"data/{table}.csv"), CanonicalCsv.Write(empty));
        _releases.SignAgain(
            "2.0.0",
            manifest =>
                manifest with
                {
                    Content =
                    [
                        .. manifest.Content.Select(content =>
                            content.Table == table ? new(table, 0, CanonicalCsv.Digest(empty)) : content
                        ),
                    ],
                }
        );
        Assert.That(_releases.Verify("2.0.0").Failed(), Does.Contain("changes"));
    }

    [Test]
    public void A_number_that_does_not_follow_is_found_though_it_is_signed()
    {
        _releases.Publish(SampleTables.People(value: 125));
        _releases.SignAgain("1.1.0", manifest => manifest with { Changes = manifest.Changes with { Level = "patch" } });
        Assert.That(_releases.Verify("1.1.0").Failed(), Does.Contain("version"));
    }

    [Test]
    public void A_frozen_cell_that_takes_another_value_is_found_and_a_withdrawn_one_is_not()
    {
        var schema = PublishedTables.People with { Protection = ProtectionClass.HouseholdNoise };
        Assert.Multiple(() =>
        {
            Assert.That(Compare(schema, 120, 125).ThawedCells.Count(), Is.EqualTo(1));
            Assert.That(Compare(schema, 120, null).ThawedCells, Is.Empty);
            Assert.That(Compare(PublishedTables.People, 120, 125).ThawedCells, Is.Empty);
        });
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

    private static ReleaseComparison Compare(TableSchema schema, long? old, long? now)
    {
        return ReleaseComparison.Of(Contents(old), Contents(now));

        ReleaseContents Contents(long? value)
        {
            var row = SampleTables.People(value, value is null ? "x" : "ok").Rows.Single();
            return new(new(2020, 3, 31), [], [new(schema, [row.Cells])]);
        }
    }

    private static PublishedTable NoPeople() => new(PublishedTables.People, []);

    private static PublishedTable Correction(string state, string organisation = "XI-REHEARSAL-1") =>
        SampleTables.Table(
            PublishedTables.Corrections,
            [
                SampleTables.Row(
                    [
                        SampleTables.Fund,
                        "K-1",
                        state,
                        Recorded,
                        null,
                        organisation,
                        "2020-Q1",
                        "workshops",
                        "people",
                        "partner",
                        "A workshop was counted twice.",
                        "Un taller se contó dos veces.",
                        "Two lists were joined.",
                        "Se unieron dos listas.",
                        .. SampleTables.Amount(null),
                    ],
                    "z"
                ),
            ]
        );
}
