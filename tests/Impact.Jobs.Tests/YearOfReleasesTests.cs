using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Jobs.Tests;

/// <summary>
/// The rehearsal fund, month by month: twelve releases with late records, a booking set right, a figure that is withdrawn and then
/// corrected, counts with noise, and a withdrawal for safety.
/// </summary>
[TestFixture]
internal sealed partial class YearOfReleasesTests
{
    private const int Months = 12;
    private const int LateMonth = 6;
    private const int BookedAnewMonth = 7;
    private const int WithdrawnMonth = 9;
    private const int CorrectedMonth = 10;
    private const string Id = "rehearsal-relief";

    private const string Corrections =
        "correction,state,recorded_on,table,organisation_id,period,indicator,subject,amount,noticed_by,what_en,what_es,why_en,why_es";

    private static readonly string Spender = RehearsalCast.Partners[0].Id;

    private static readonly DateOnly LateDay = new(2020, 2, 12);

    private readonly Dictionary<int, string> _versions = [];
    private string _folder = null!;
    private Fund _fund = null!;
    private RehearsalReplay _replay = null!;
    private RehearsalReplay.Row _wrong = null!;
    private string _stating = string.Empty;
    private string _corrected = string.Empty;

    private ReleaseShelf Shelf => new(Path.Combine(_folder, "public"), Path.Combine(_folder, "trust"));

    private IEnumerable<string> All => Shelf.Index(Id)!.Versions.Select(entry => entry.Version);

    [OneTimeSetUp]
    public void PublishAYear()
    {
        _folder = Directory.CreateTempSubdirectory("impact-year-").FullName;
        var files = RehearsalFund.Write(
            new RehearsalOptions(Gifts: 400, Households: 60),
            Path.Combine(_folder, "in"),
            CancellationToken.None
        );
        _replay = new(files, Path.Combine(_folder, "cut"), LateUntil);
        _wrong = _replay.Rows.First(row =>
            row["kind"] == "expenditure" && row["organisation_id"] == Spender && IsIn(row, "cleared_on", "2020-02")
        );
        _stating = _replay.Rows.First(row =>
            row["indicator"] == RehearsalDescription.Workshops && row["measure"] == "reached"
        )["organisation_id"];
        _fund = Fund.Create(_folder, files.FundFile, TimeProvider.System);
        var before = DateOnly.MinValue;
        for (var month = 1; month <= Months; month++)
        {
            var cutOff = CutOff(month);
            _replay.Write(before, cutOff).ToList().ForEach(Ingest);
            Between(month, cutOff);
            _versions[month] = Publish(cutOff);
            if (month == CorrectedMonth)
            {
                Ingest(Corrected($"W-1,corrected,2020-07-02,,{_stating},,{RehearsalDescription.Workshops},people"));
                _corrected = Publish(cutOff);
            }

            before = cutOff;
        }

        new ReleaseWithdrawal(_folder).Withdraw(
            Id,
            _versions[3],
            Withdrawal.For(
                new("A table could point to families.", "Una tabla podía señalar a familias."),
                true,
                TimeProvider.System
            )
        );
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Numbers_go_on_by_what_has_changed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_versions[1], Is.EqualTo("1.0.0"));
            Assert.That(_versions[WithdrawnMonth - 1], Is.EqualTo("1.7.0"), "late records are no loss");
            Assert.That(_versions[WithdrawnMonth], Is.EqualTo("2.0.0"));
            Assert.That(_versions[CorrectedMonth], Is.EqualTo("2.1.0"));
            Assert.That(_corrected, Is.EqualTo("2.2.0"), "what follows from the figure is there again");
            Assert.That(_versions[Months], Is.EqualTo("2.4.0"));
            Assert.That(All.Count(), Is.EqualTo(Months + 1));
        });
    }

    [Test]
    public void Every_list_of_changes_names_what_a_plain_comparison_finds_and_nothing_else()
    {
        var open = All.Where(version => version != _versions[3]).Select(version => Shelf.Open(Id, version)!).ToList();
        foreach (var (before, after) in open.Zip(open.Skip(1)))
        {
            if (after.Manifest.Changes.ComparedWith != before.Manifest.Version)
            {
                continue;
            }

            var listed = after
                .Table("changes")
                .Rows.Select(row => $"{row.Text("table")} {row.Text("field")}")
                .Concat(
                    after
                        .Table("structural_changes")
                        .Rows.Where(row => row.Text("kind") is "row_removed" or "row_replaced")
                        .Select(row => $"{row.Text("table")} gone")
                );
            Assert.That(listed, Is.EquivalentTo(PlainComparison.Changes(before, after)), after.Manifest.Version);
        }
    }

    [Test]
    public void Nothing_that_was_published_is_gone_but_the_withdrawn_figure()
    {
        foreach (var release in All.Select(version => Shelf.Open(Id, version)).OfType<Release>())
        {
            var lost = release
                .Table("structural_changes")
                .Rows.Where(row => row.Text("kind") is "row_removed" or "figure_withdrawn" or "table_removed")
                .ToList();
            Assert.That(
                lost.Select(row => row.Text("correction")),
                release.Manifest.Version == _versions[WithdrawnMonth] ? Is.Not.Empty.And.All.EqualTo("W-1") : Is.Empty,
                release.Manifest.Version
            );
        }
    }

    [Test]
    public void A_count_with_noise_is_the_same_in_every_release_that_has_it()
    {
        var releases = All.Select(version => Shelf.Open(Id, version)).OfType<Release>().ToList();
        foreach (var schema in PublishedTables.OfCounts)
        {
            Assert.That(
                PlainComparison.Thawed(releases.Select(release => release.Table(schema.Id).Rows)),
                Is.Empty,
                schema.Id
            );
        }

        var months = releases.Select(release => release.Table("enrolments_to_date").Rows.Count).ToList();
        Assert.That(months[^1], Is.GreaterThan(months[0] + 5), "a count is added as months close");

        // A cell that is drawn a second time is seen.
        var rows = releases[^1].Table("enrolments_to_date").Rows;
        var again = rows.Select(row => row.Cells.Select(cell => cell is long value ? value + 1 : cell).ToArray());
        Assert.That(PlainComparison.Thawed([rows, new PublishedTable(rows[0].Schema, again).Rows]), Is.Not.Empty);
    }

    [Test]
    public void Late_statements_are_better_data_and_late_spending_moves_no_published_quarter()
    {
        var late = Shelf.Open(Id, _versions[LateMonth])!;
        Assert.That(_replay.Rows.Where(row => row.IsLate).Select(row => row.Sheet).Distinct().Count(), Is.EqualTo(3));
        Assert.Multiple(() =>
        {
            Assert.That(
                late.Table("changes")
                    .Rows.Where(row => row.Text("table") == "reporting" && row.Text("field") == "reported_on")
                    .Select(row => row.Text("reason")),
                Is.Not.Empty.And.All.EqualTo("R1")
            );
            foreach (var quarter in (string[])["2019-Q4", "2020-Q1"])
            {
                var shown = _versions
                    .Values.Where(version => version != _versions[3])
                    .Select(version => Spent(version, Spender, quarter))
                    .Where(amount => amount is not null);
                Assert.That(shown.Distinct().Count(), Is.EqualTo(1), quarter);
            }
        });
    }

    [Test]
    public void A_booking_set_right_is_netted_into_the_next_quarter_to_the_cent()
    {
        var books = _replay
            .Rows.Where(row =>
                row["kind"] == "expenditure"
                && row["organisation_id"] == Spender
                && row.KnownOn <= new DateOnly(2020, 6, 30)
            )
            .Sum(row => decimal.Parse(row["amount"], CultureInfo.InvariantCulture));
        var total = Shelf
            .Open(Id, _versions[CorrectedMonth])!
            .Table("organisation_totals")
            .Rows.Single(row => row.Text("organisation_id") == Spender && row.Text("measure") == "spent");
        Assert.That(total.Decimal("amount"), Is.EqualTo(books - 1m));
        Assert.That(
            Spent(_versions[BookedAnewMonth], Spender, "2020-Q1"),
            Is.EqualTo(Spent(_versions[Months], Spender, "2020-Q1"))
        );
    }

    [Test]
    public void The_withdrawn_figure_is_shown_no_more_until_it_is_corrected()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Workshops(_versions[WithdrawnMonth - 1]), Is.Not.Empty.And.All.Not.Null);
            Assert.That(Workshops(_versions[WithdrawnMonth]), Is.Not.Empty.And.All.Null);
            Assert.That(Workshops(_corrected), Is.Not.Empty.And.All.Not.Null);
            Assert.That(
                Shelf.Open(Id, _corrected)!.Table("changes").Rows.Select(row => row.Text("correction")),
                Is.Not.Empty.And.All.EqualTo("W-1")
            );
        });
    }

    [Test]
    public void Every_release_verifies_and_the_one_deleted_for_safety_says_what_is_gone()
    {
        foreach (var version in All)
        {
            var report = ReleaseVerifier.Verify(
                Path.Combine(_folder, "public", Id, version),
                Path.Combine(_folder, "trust")
            );
            Assert.That(
                report.Claims.Where(claim => claim.Outcome == ClaimOutcome.Failed).Select(claim => claim.Id),
                Is.Empty,
                version
            );
        }

        Assert.That(Shelf.Open(Id, _versions[3]), Is.Null);
    }

    [Test]
    public void Every_release_is_computed_again_to_the_same_digests()
    {
        var rebuild = new FundRebuild(new DataFolder(_folder));
        foreach (var version in All)
        {
            var tables = rebuild.Compare(Id, version);
            Assert.That(tables, Has.Count.GreaterThan(20));
            Assert.That(tables.Where(table => !table.IsSame).Select(table => table.Table), Is.Empty, version);
        }
    }

    [Test]
    public void A_rebuild_on_other_records_is_seen()
    {
        var record = Path.Combine(_folder, "private", "released", Id, _versions[Months] + ".json");
        var kept = File.ReadAllText(record);
        try
        {
            File.WriteAllText(record, kept.Replace("2020-08-31", "2020-07-31", StringComparison.Ordinal));
            var tables = new FundRebuild(new DataFolder(_folder)).Compare(Id, _versions[Months]);
            Assert.That(
                tables.Where(table => !table.IsSame).Select(table => table.Table),
                Has.Member("money_by_month")
            );
        }
        finally
        {
            File.WriteAllText(record, kept);
        }
    }
}
