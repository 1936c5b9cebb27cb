using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;
using Impact.Core.Releases.States;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>What is other than in the release before, the number that follows from it, and what stops a release.</summary>
internal sealed class ReleaseChangesTests
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
                ChangeSummary.Sentence(ChangeSummary.Largest(release.Table("changes"), 1)[0], "USD").Es,
                Does.Contain("→").And.Contain("Datos de origen mejores")
            );
        });
    }

    [Test]
    public void A_change_that_a_correction_covers_makes_a_patch_and_brings_its_note()
    {
        var release = _releases.Publish(SampleTables.People(value: 125), SampleTables.Correction("corrected")).Release;
        Assert.Multiple(() =>
        {
            Assert.That(release.Manifest.Version, Is.EqualTo("1.0.1"));
            Assert.That(release.Manifest.Notes.Single().Correction, Is.EqualTo("K-1"));
            Assert.That(release.Table("changes").Rows.Select(row => row.Text("reason")), Is.All.EqualTo("C"));
            Assert.That(_releases.Verify("1.0.1").Holds);
        });
    }

    [Test]
    public void A_correction_of_one_partner_does_not_take_what_time_or_another_partner_has_changed()
    {
        var later = SampleReleases.Draft(
            SampleTables.People(value: 125),
            SampleTables.OrganisationTotals(firstDisbursed: 4_000_500),
            SampleTables.Reconciliation(difference: 1),
            SampleTables.Correction("corrected")
        ) with
        {
            CutOff = new(2020, 6, 30),
        };
        var cells = ReleaseComparison.Of(ReleaseContents.Of(SampleReleases.Draft()), ReleaseContents.Of(later)).Cells;
        Assert.Multiple(() =>
        {
            Assert.That(ReasonsOf("people"), Is.EqualTo(["C"]), "named");
            Assert.That(ReasonsOf("reconciliation"), Is.EqualTo(["R2"]), "the fund's own, and time went on");
            Assert.That(ReasonsOf("organisation_totals"), Is.EqualTo(["R2"]), "of no period, so time went on");
        });

        IEnumerable<string> ReasonsOf(string table) =>
            cells.Where(cell => cell.Table.Id == table).Select(cell => cell.Reason).Distinct(StringComparer.Ordinal);
    }

    [TestCase("open")]
    [TestCase("declined")]
    public void A_correction_that_is_not_carried_out_makes_no_patch(string state) =>
        Assert.That(
            _releases.Publish(SampleTables.People(value: 125), SampleTables.Correction(state)).Release.Manifest.Version,
            Is.EqualTo("1.1.0")
        );

    [Test]
    public void A_correction_is_spent_by_the_release_that_carries_it_out()
    {
        _releases.Publish(SampleTables.People(value: 125), SampleTables.Correction("corrected"));
        var next = _releases.Publish(SampleTables.People(value: 130), SampleTables.Correction("corrected")).Release;
        Assert.That(next.Manifest.Version, Is.EqualTo("1.1.0"), "after 1.0.1");
    }

    [Test]
    public void A_correction_of_another_organisation_covers_nothing() =>
        Assert.That(
            _releases
                .Publish(
                    SampleTables.People(value: 125),
                    SampleTables.Correction("corrected", organisation: "XI-REHEARSAL-2")
                )
                .Release.Manifest.Version,
            Is.EqualTo("1.1.0")
        );

    [Test]
    public void A_figure_that_a_correction_withdraws_makes_a_major_version_and_is_listed()
    {
        var withdrawn = SampleTables.People(value: null, status: "x");
        var release = _releases.Publish(withdrawn, SampleTables.Correction("withdrawn")).Release;
        var row = release.Table("structural_changes").Rows.First(one => one.Text("table") == "people");
        Assert.Multiple(() =>
        {
            Assert.That(release.Manifest.Version, Is.EqualTo("2.0.0"));
            Assert.That((row.Text("kind"), row.Text("correction")), Is.EqualTo(("figure_withdrawn", "K-1")));
            Assert.That(_releases.Verify("2.0.0").Holds);
        });
    }

    [TestCase("changes")]
    [TestCase("structural_changes")]
    public void A_list_of_changes_that_hides_one_is_found_though_it_is_signed(string table)
    {
        _releases.Publish(SampleTables.People(value: null, status: "x"), SampleTables.Correction("withdrawn"));
        _releases.Replace("2.0.0", new(PublishedTables.Find(table)!, []));
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
    public void A_correction_of_aid_to_households_states_no_size_and_other_ones_do()
    {
        var changed = new[]
        {
            SampleTables.OrganisationTotals(firstDisbursed: 4_000_500),
            SampleTables.MoneyByOrganisation(firstDisbursed: 4_000_500),
        };
        Assert.Multiple(() =>
        {
            Assert.That(
                Sizes(Compare(SampleTables.Correction("corrected", subject: "household_aid"))),
                Is.EqualTo([string.Empty, string.Empty])
            );
            Assert.That(
                Sizes(Compare(SampleTables.Correction("corrected", subject: "money"))),
                Has.Some.EqualTo("4000000 4000500 500")
            );
        });

        IReadOnlyList<string> Sizes(ReleaseComparison comparison) =>
            [
                .. ChangeTables
                    .Of(comparison, SampleTables.Fund, fiction: true)[0]
                    .Rows.Where(row => row.Text("field") == "amount_minor")
                    .Select(row => $"{row.Text("old")} {row.Text("new")} {row.Integer("difference")}".Trim()),
            ];

        ReleaseComparison Compare(PublishedTable correction) =>
            ReleaseComparison.Of(
                ReleaseContents.Of(SampleReleases.Draft()),
                ReleaseContents.Of(SampleReleases.Draft([.. changed, correction]))
            );
    }

    [Test]
    public void A_withdrawn_figure_is_not_told_once_more_in_the_list_of_changes()
    {
        var release = _releases
            .Publish(SampleTables.People(value: null, status: "x"), SampleTables.Correction("withdrawn"))
            .Release;
        var cells = release.Table("changes").Rows.Where(row => row.Text("table") == "people").ToList();
        var texts = Directory.EnumerateFiles(_releases.PathOf("2.0.0", "data"), "*.csv").Select(File.ReadAllText);
        Assert.Multiple(() =>
        {
            Assert.That(cells.Single(row => row.Text("field") == "value").Text("old"), Is.Empty);
            Assert.That(cells.Single(row => row.Text("field") == "status").Text("old"), Is.EqualTo("ok"));
            Assert.That(texts, Has.None.Contains(",120,"), "the figure that was withdrawn");
            Assert.That(
                File.ReadAllText(_releases.PathOf("1.0.0", "data/people.csv")),
                Does.Contain(",120,"),
                "and that stood there before"
            );
        });
    }

    [Test]
    public void A_row_that_is_gone_and_not_named_is_found_though_it_is_signed()
    {
        _releases.Publish(SampleTables.NoPeople(), SampleTables.Correction("withdrawn"));
        Assert.That(_releases.Verify("2.0.0").Holds);
        _releases.Replace("2.0.0", new(PublishedTables.StructuralChanges, []));
        Assert.That(_releases.Verify("2.0.0").Failed(), Does.Contain("persistence"));
    }

    [Test]
    public void A_release_beside_it_that_was_changed_is_not_compared_with_and_the_chain_is_looked_at_alone()
    {
        _releases.Publish(SampleTables.People(value: 125));
        File.AppendAllText(_releases.PathOf("1.0.0", "data/people.csv"), "x");
        var report = _releases.Verify("1.1.0");
        Assert.That(report.Ids(ClaimOutcome.NotChecked), Is.SupersetOf(new[] { "changes", "persistence", "version" }));
        Assert.That(report.Claims.Single(claim => claim.Id == "changes").Detail!.En, Does.Contain("as it was signed"));
    }

    [Test]
    public void What_was_published_before_a_withdrawn_release_needs_no_new_one()
    {
        _releases.Publish(SampleTables.People(value: 125));
        new ReleaseWithdrawal(_releases.Data).Withdraw(
            SampleTables.Fund,
            "1.1.0",
            Withdrawal.For(new("It was wrong.", "Estaba mal."), forSafety: false, _releases.Clock)
        );
        var again = _releases.Publish();
        Assert.That((again.IsNew, again.Release.Manifest.Version), Is.EqualTo((false, "1.0.0")));
    }

    [Test]
    public void Releases_that_repeat_in_their_changes_what_is_deleted_are_named()
    {
        _releases.Publish(SampleTables.People(value: 125));
        _releases.Publish(SampleTables.People(value: 130));
        var withdrawals = new ReleaseWithdrawal(_releases.Data);
        Assert.That(withdrawals.RepeatedIn(SampleTables.Fund, "1.1.0"), Is.EqualTo(["1.2.0"]));
        Assert.That(withdrawals.RepeatedIn(SampleTables.Fund, "1.2.0"), Is.Empty);
    }
}
