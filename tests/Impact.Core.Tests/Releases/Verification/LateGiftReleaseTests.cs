using System.Globalization;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>Two releases of a fund from its files, with a gift and a refund of a published month told between them.</summary>
[TestFixture]
internal sealed class LateGiftReleaseTests
{
    private const string Header =
        "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring\n";

    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public void PublishTwice()
    {
        var fund = Fund.Create(
            _folder.Path,
            Write(
                "fund.json",
                """
                {
                  "id": "late",
                  "name": { "en": "Late", "es": "Tarde" },
                  "purpose": { "en": "To be tried.", "es": "Para probar." },
                  "currency": "USD",
                  "fiction": true,
                  "organisations": [{ "id": "XI-EXAMPLE-1", "name": "Example Legal Aid", "type": "national_ngo" }],
                  "designations": [],
                  "figuresUpTo": "2020-06-30"
                }
                """
            ),
            TimeProvider.System
        );
        fund.Ingest(Write("gifts.csv", Header + Gifts(1) + Gifts(2) + Gifts(3)), "impact");
        fund.Publish(new(2020, 3, 31));
        fund.Ingest(Write("gifts.csv", Header + Gifts(4) + Gifts(5) + Gifts(6) + Gift("late", 2, "77.77")), "impact");
        Assert.That(fund.Publish().Manifest.CutOff, Is.EqualTo(new DateOnly(2020, 6, 30)), "as the fund file declares");
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("1.0.0")]
    [TestCase("1.1.0")]
    public void Both_checkers_hold_for_both(string version) =>
        Assert.That(
            SecondChecker.RequireAgreement(
                Path.Combine(_folder.Path, "public", "late", version),
                Path.Combine(_folder.Path, "trust"),
                version
            ),
            Is.Empty
        );

    [Test]
    public void No_published_period_has_changed_and_the_late_gift_is_in_the_first_month_after()
    {
        var shelf = new ReleaseShelf(Path.Combine(_folder.Path, "public"), Path.Combine(_folder.Path, "trust"));
        var release = shelf.Open("late", "1.1.0")!;
        var april = release
            .Table("money_by_month")
            .Rows.Single(row => row.Text("month") == "2020-04" && row.Text("measure") == "received");
        Assert.Multiple(() =>
        {
            Assert.That(
                release.Table("changes").Rows.Select(row => row.Text("table")),
                Has.None.Matches<string>(table =>
                    table is "money_by_month" or "money_by_quarter" or "earmarking" or "undistributed_age"
                )
            );
            Assert.That(april.Integer("amount_minor"), Is.EqualTo(120_00 + 77_77));
            Assert.That(
                release
                    .Table("funding_status")
                    .Rows.Single(row => row.Text("line") == "contributions")
                    .Integer("amount_minor"),
                Is.EqualTo((6 * 120_00) + 77_77)
            );
        });
    }

    [Test]
    public void Both_are_computed_again_to_the_same_digests()
    {
        foreach (var version in (string[])["1.0.0", "1.1.0"])
        {
            var tables = new FundRebuild(new DataFolder(_folder.Path)).Compare("late", version);
            Assert.That(tables.Where(table => !table.IsSame).Select(table => table.Table), Is.Empty, version);
        }
    }

    private static string Gifts(int month) =>
        string.Concat(Enumerable.Range(0, 12).Select(giver => Gift($"{month}-{giver}", month, "10.00")));

    private static string Gift(string id, int month, string amount)
    {
        var day = new DateOnly(2020, month, 10).ToString("O", CultureInfo.InvariantCulture);
        return $"t{id},{id}@example.org,individual,,{day},{day},{amount},USD,,,,\n";
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
