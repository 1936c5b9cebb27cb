using System.Globalization;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Jobs.Tests;

/// <summary>Twelve monthly releases with a late gift, a correction, a withdrawn figure and a withdrawal for safety.</summary>
[TestFixture]
internal sealed class YearOfReleasesTests
{
    private const int Year = 2020;
    private const int Months = 12;
    private const int DonorsOfMonth = 12;
    private const int LateMonth = 6;
    private const int CorrectedMonth = 9;
    private const int WithdrawnMonth = 11;

    private const string Corrections =
        "correction,state,recorded_on,table,organisation_id,period,indicator,subject,amount,noticed_by,what_en,what_es,why_en,why_es\n";

    private readonly Dictionary<int, string> _versions = [];
    private string _folder = null!;
    private Fund _fund = null!;
    private string _patch = string.Empty;

    private ReleaseShelf Shelf => new(Path.Combine(_folder, "public"), Path.Combine(_folder, "trust"));

    [OneTimeSetUp]
    public void PublishAYear()
    {
        _folder = Directory.CreateTempSubdirectory("impact-year-").FullName;
        _fund = Fund.Create(_folder, Write("fund.json", Description), TimeProvider.System);
        // The quarter before: without a closed one a fund has nothing to tell.
        Ingest("gifts", Gifts(0));
        for (var month = 1; month <= Months; month++)
        {
            Ingest("gifts", Gifts(month));
            if (month == 4)
            {
                Ingest(
                    "indicators",
                    "organisation_id,indicator,period,measure,split,value,certified_on\n"
                        + "XI-EXAMPLE-1,workshops,2020-Q1,reached,total,120,2020-04-10\n"
                );
            }

            if (month == WithdrawnMonth)
            {
                Ingest("corrections", Corrections + Step("W-1", "withdrawn", "XI-EXAMPLE-1", "workshops", "people"));
            }

            _versions[month] = Publish(month);
            if (month == CorrectedMonth)
            {
                // A gift of February that was booked wrongly, set right between two monthly releases.
                Ingest("gifts", Header + Gift("corrected", 2));
                Ingest("corrections", Corrections + Step("K-1", "corrected", string.Empty, string.Empty, "money"));
                _patch = Publish(month);
            }
        }

        new ReleaseWithdrawal(_folder).Withdraw(
            "year",
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
            Assert.That(_versions[CorrectedMonth], Is.EqualTo("1.8.0"));
            Assert.That(_patch, Is.EqualTo("1.8.1"));
            Assert.That(_versions[CorrectedMonth + 1], Is.EqualTo("1.9.0"));
            Assert.That(_versions[WithdrawnMonth], Is.EqualTo("2.0.0"));
            Assert.That(_versions[Months], Is.EqualTo("2.1.0"));
        });
    }

    [Test]
    public void A_late_gift_changes_no_published_month_and_its_correction_is_one()
    {
        Assert.Multiple(() =>
        {
            foreach (
                var version in All.Where(version => version != _versions[1] && Shelf.Open("year", version) is not null)
            )
            {
                Assert.That(
                    Changes(version).Select(row => row.Text("table")),
                    Has.None.EqualTo("money_by_month").And.None.EqualTo("earmarking"),
                    version
                );
            }

            var june = Shelf
                .Open("year", _versions[LateMonth])!
                .Table("money_by_month")
                .Rows.Single(row => row.Text("month") == "2020-06" && row.Text("measure") == "received");
            Assert.That(
                june.Integer("amount_minor"),
                Is.EqualTo((DonorsOfMonth + 1) * 10_00),
                "the late gift is shown with those of its month of telling"
            );
            Assert.That(Changes(_patch).Select(row => row.Text("correction")), Is.Not.Empty.And.All.EqualTo("K-1"));
        });
    }

    [Test]
    public void The_withdrawn_figure_is_named_and_shown_no_more()
    {
        var release = Shelf.Open("year", _versions[WithdrawnMonth])!;
        var gone = release.Table("structural_changes").Rows.Where(row => row.Text("kind") == "figure_withdrawn");
        Assert.Multiple(() =>
        {
            Assert.That(gone.Select(row => row.Text("table")), Has.Member("people"));
            Assert.That(gone.Select(row => row.Text("correction")), Is.All.EqualTo("W-1"));
            Assert.That(release.Table("people").Rows.Single().Integer("value"), Is.Null);
            Assert.That(
                Shelf.Open("year", _versions[WithdrawnMonth - 1])!.Table("people").Rows.Single().Integer("value"),
                Is.EqualTo(120)
            );
        });
    }

    [Test]
    public void Every_release_verifies_and_the_one_deleted_for_safety_says_what_is_gone()
    {
        foreach (var version in All)
        {
            var report = ReleaseVerifier.Verify(
                Path.Combine(_folder, "public", "year", version),
                Path.Combine(_folder, "trust")
            );
            Assert.That(
                report.Claims.Where(claim => claim.Outcome == ClaimOutcome.Failed).Select(claim => claim.Id),
                Is.Empty,
                version
            );
        }

        Assert.That(Shelf.Open("year", _versions[3]), Is.Null);
    }

    [Test]
    public void Every_release_is_computed_again_to_the_same_digests()
    {
        var rebuild = new FundRebuild(new DataFolder(_folder));
        foreach (var version in All)
        {
            var tables = rebuild.Compare("year", version);
            Assert.That(tables, Is.Not.Empty);
            Assert.That(tables.Where(table => !table.IsSame).Select(table => table.Table), Is.Empty, version);
        }
    }

    [Test]
    public void A_rebuild_on_other_records_is_seen()
    {
        var record = Path.Combine(_folder, "private", "released", "year", _versions[Months] + ".json");
        var kept = File.ReadAllText(record);
        try
        {
            File.WriteAllText(record, kept.Replace("2020-12-31", "2020-11-30", StringComparison.Ordinal));
            var tables = new FundRebuild(new DataFolder(_folder)).Compare("year", _versions[Months]);
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

    private const string Description = """
        {
          "id": "year",
          "name": { "en": "Year", "es": "Año" },
          "purpose": { "en": "To be tried.", "es": "Para probar." },
          "currency": "USD",
          "fiction": true,
          "organisations": [{ "id": "XI-EXAMPLE-1", "name": "Example Legal Aid", "type": "national_ngo" }],
          "designations": [],
          "indicators": [
            {
              "id": "workshops",
              "title": { "en": "People at workshops", "es": "Personas en talleres" },
              "population": "statement",
              "aggregation": { "time": "bounds", "organisation": "bounds", "place": "sum", "service": "max" }
            }
          ]
        }
        """;

    private const string Header =
        "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring\n";

    private IEnumerable<string> All => _versions.Values.Append(_patch);

    private IReadOnlyList<TableRow> Changes(string version) => Shelf.Open("year", version)!.Table("changes").Rows;

    /// <summary>A month's gifts; in the month of late files one of February, too.</summary>
    private static string Gifts(int month) =>
        Header
        + string.Concat(Enumerable.Range(0, DonorsOfMonth).Select(number => Gift($"{month}-{number}", month)))
        + (month == LateMonth ? Gift("late", 2) : string.Empty);

    private static string Gift(string id, int month)
    {
        var day = new DateOnly(Year, 1, 10).AddMonths(month - 1).ToString("O", CultureInfo.InvariantCulture);
        return $"t{id},{id}@example.org,individual,,{day},{day},10.00,USD,,,,\n";
    }

    private static string Step(string id, string state, string organisation, string indicator, string subject) =>
        $"{id},{state},2020-10-05,,{organisation},,{indicator},{subject},,fund,It was wrong.,Estaba mal.,A mistake.,Un error.\n";

    private string Publish(int month) =>
        _fund.Publish(new DateOnly(Year, month, 1).AddMonths(1).AddDays(-1)).Manifest.Version;

    private void Ingest(string sheet, string text) => _fund.Ingest(Write(sheet + ".csv", text), "impact");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
