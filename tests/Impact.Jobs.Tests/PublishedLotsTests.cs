using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;

namespace Impact.Jobs.Tests;

/// <summary>Two releases with late rows between them: what the first one said of a gift stays so.</summary>
[TestFixture]
internal sealed class PublishedLotsTests
{
    private const string Gifts =
        "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring\n";

    private const string Entries =
        "entry_id,kind,occurred_on,cleared_on,amount,currency,organisation_id,designation,gift,reverses,reason\n";

    private string _folder = null!;
    private Fund _fund = null!;

    [OneTimeSetUp]
    public void PublishTwice()
    {
        _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(_folder);
        var description = Write(
            "fund.json",
            """
            {
              "id": "lots",
              "name": { "en": "Lots", "es": "Lotes" },
              "purpose": { "en": "To be tried.", "es": "Para probar." },
              "currency": "USD",
              "fiction": true,
              "organisations": [{ "id": "XI-EXAMPLE-1", "name": "Example Legal Aid", "type": "national_ngo" }],
              "designations": []
            }
            """
        );
        _fund = Fund.Create(_folder, description, TimeProvider.System);
        Ingest("gifts", Gifts + Gift("b", "100.00", "2020-01-05") + Gift("c", "300.00", "2020-01-06"));
        Ingest("fund_entries", Entries + Entry("decided", "allocation", "2020-02-01", "90.00") + Sent);
        Assert.That(_fund.Publish(new(2020, 3, 31)).Manifest.Version, Is.EqualTo("1.0.0"));
        Account("1.0.0", "b", ("fund", 1000), ("partner", 9000));

        // Known later: a gift that had cleared before all others, and the refund of one that has been sent on.
        Ingest(
            "gifts",
            Gifts
                + Gift("a", "50.00", "2020-01-01")
                + Gift("b", "100.00", "2020-01-05")
                + Gift("c", "300.00", "2020-01-06")
        );
        Ingest(
            "fund_entries",
            Entries
                + Entry("decided", "allocation", "2020-02-01", "90.00")
                + Sent
                + "refund,gift_refund,2020-04-20,2020-04-20,100.00,USD,,,b,,\n"
        );
        Assert.That(_fund.Publish(new(2020, 6, 30)).Manifest.Version, Is.EqualTo("1.1.0"));
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_gift_told_late_does_not_take_the_place_of_one_that_was_published()
    {
        Account("1.0.0", "b", ("fund", 1000), ("partner", 9000));
        Account("1.1.0", "b", ("partner", 9000), ("taken", 1000));
        Account("1.1.0", "c", ("advanced", 9000), ("fund", 21000));
        Account("1.1.0", "a", ("fund", 5000));
    }

    [Test]
    public void Without_the_kept_cut_off_the_late_gift_would_be_sent_in_its_place()
    {
        using var ledger = LedgerStore.Open(new DataFolder(_folder).Ledger("lots"));
        using var run = new MetricRun(ledger, new MetricScope(_fund.Description, new(2020, 6, 30), 1000));
        Assert.That(GiftPath.Of(run, "a").Select(step => step.Place), Has.Member("partner"));
    }

    [Test]
    public void A_gift_that_a_release_does_not_know_has_no_path_in_it()
    {
        var account = new GiftAccount(new DataFolder(_folder));
        Assert.That(() => account.AsOf("lots", "1.0.0", "a"), Code("gift-unknown"));
        Assert.That(() => account.AsOf("lots", "9.0.0", "a"), Code("nothing-to-publish"));
    }

    [Test]
    public void What_a_release_was_computed_on_lies_on_the_private_side_only()
    {
        var named = Directory
            .EnumerateFiles(Path.Combine(_folder, "public"), "*.json", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("LastBatch", StringComparison.OrdinalIgnoreCase));
        Assert.That(named, Is.Empty);
        Assert.That(FundPublication.Published(new DataFolder(_folder), "lots"), Has.Count.EqualTo(2));
        Assert.That(FundPublication.Published(new DataFolder(_folder), "lots", "1.1.0"), Has.Count.EqualTo(1));
    }

    [TestCase(null)]
    [TestCase("{ torn")]
    public void A_private_record_that_is_lost_or_torn_stops_what_depends_on_it(string? left)
    {
        var record = Path.Combine(_folder, "private", "released", "lots", "1.0.0.json");
        var kept = File.ReadAllText(record);
        try
        {
            File.Delete(record);
            if (left is not null)
            {
                File.WriteAllText(record, left);
            }

            Assert.That(
                () => new GiftAccount(new DataFolder(_folder)).AsOf("lots", "1.1.0", "b"),
                Code("release-basis")
            );
            Assert.That(() => _fund.Publish(new(2020, 9, 30)), Code("release-basis"));
        }
        finally
        {
            File.WriteAllText(record, kept);
        }
    }

    private static string Sent => Entry("sent", "disbursement", "2020-02-02", "90.00");

    private static string Gift(string id, string amount, string day) =>
        $"{id},{id}@example.org,individual,,{day},{day},{amount},USD,,,,\n";

    private static string Entry(string id, string kind, string day, string amount) =>
        $"{id},{kind},{day},{day},{amount},USD,XI-EXAMPLE-1,,,,\n";

    private static NUnit.Framework.Constraints.IResolveConstraint Code(string code) =>
        Throws.TypeOf<FaultException>().With.Property("Fault").Property("Code").EqualTo(code);

    private void Account(string release, string gift, params (string Place, long AmountMinor)[] expected) =>
        Assert.That(
            new GiftAccount(new DataFolder(_folder))
                .AsOf("lots", release, gift)
                .Steps.GroupBy(step => step.Place)
                .Select(place => (place.Key, place.Sum(step => step.AmountMinor))),
            Is.EqualTo(expected),
            $"{release} {gift}"
        );

    private void Ingest(string sheet, string text) => _fund.Ingest(Write(sheet + ".csv", text), "impact");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
