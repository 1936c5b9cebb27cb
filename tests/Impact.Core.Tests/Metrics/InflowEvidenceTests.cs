using Impact.Core.Metrics;
using Impact.Core.Quantities;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class InflowEvidenceTests(EngineKind engine)
{
    private static readonly DateOnly Day = new(2019, 8, 10);
    private static readonly Guid Ana = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-0000-0000-00000000000b");

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void A_person_who_gives_twice_is_one_person_with_both_gifts() =>
        Assert.That(
            Read("received", Gift("1", 500, Ana), Gift("2", 300, Ana), Gift("3", 700, Ben)),
            Is.EqualTo(new InflowEvidence(2, 1500, 800, 700))
        );

    [Test]
    public void An_organisation_is_no_person()
    {
        var state = Gift("2", 9000, null) with { GiverKind = "organisation", Giver = "A state" };
        Assert.That(Read("received", Gift("1", 500, Ana), state), Is.EqualTo(new InflowEvidence(1, 500, 500, 0)));
    }

    [Test]
    public void A_gift_of_another_month_or_of_a_later_batch_does_not_count() =>
        Assert.That(
            Read(
                "received",
                Gift("1", 500, Ana),
                Gift("2", 1, Ben) with
                {
                    ClearedOn = new(2019, 9, 1),
                },
                Gift("3", 1, Ben) with
                {
                    Batch = 9,
                }
            ),
            Is.EqualTo(new InflowEvidence(1, 500, 500, 0))
        );

    [Test]
    public void A_refund_is_its_gifts_givers() =>
        Assert.That(
            Read("refunded", Gift("1", 500, Ana), Gift("2", 700, Ben), Refund("1", 100), Refund("2", 200)),
            Is.EqualTo(new InflowEvidence(2, 300, 200, 100))
        );

    [Test]
    public void A_refund_of_a_corrected_gift_counts_once()
    {
        var gift = Gift("1", 500, Ana);
        var corrected = gift with { Batch = 2, BaseMinor = 400 };
        Assert.That(
            Read("refunded", gift, gift.TakenBack(2), corrected, Refund("1", 100)),
            Is.EqualTo(new InflowEvidence(1, 100, 100, 0))
        );
    }

    [Test]
    public void Nobody_whose_gift_was_taken_back_stands_behind_the_month()
    {
        var mistaken = Gift("2", 700, Ben);
        Assert.That(
            Read("received", Gift("1", 500, Ana), mistaken, mistaken.TakenBack(1)),
            Is.EqualTo(new InflowEvidence(1, 500, 500, 0))
        );
    }

    [Test]
    public void All_without_a_known_giver_count_as_one_person() =>
        Assert.That(
            Read("received", Gift("1", 500, null), Gift("2", 300, null), Gift("3", 100, Ana)),
            Is.EqualTo(new InflowEvidence(2, 900, 800, 100))
        );

    [Test]
    public void A_month_without_gifts_has_evidence_of_nobody() =>
        Assert.That(Read("received"), Is.EqualTo(new InflowEvidence(0, 0, 0, 0)));

    [Test]
    public void What_came_after_its_month_was_shown_stands_behind_the_next_month()
    {
        var late = Gift("2", 700, Ben) with { Batch = 2, ClearedOn = new(2019, 7, 3) };
        PublishedCutOff[] july = [new PublishedCutOff(1, new(2019, 7, 31)).Showing(_ => -1)];
        PublishedCutOff[] august = [new PublishedCutOff(1, new(2019, 8, 31)).Showing(_ => -1)];
        Assert.Multiple(() =>
        {
            Assert.That(
                Read(july, "received", Gift("1", 500, Ana), late),
                Is.EqualTo(new InflowEvidence(2, 1200, 700, 500))
            );
            Assert.That(
                Read(august, "received", Gift("1", 500, Ana), late, late with { ClearedOn = Day, SourceId = "3" }),
                Is.EqualTo(new InflowEvidence(1, 500, 500, 0))
            );
        });
    }

    private static DraftEntry Gift(string id, long amount, Guid? donor) =>
        new("gift", amount, Day)
        {
            SourceId = id,
            Donor = donor,
            GiverKind = "individual",
        };

    private static DraftEntry Refund(string gift, long amount) =>
        new("gift_refund", amount, Day) { SourceId = "refund-" + gift, RefersTo = gift };

    private InflowEvidence Read(string measure, params DraftEntry[] entries) => Read([], measure, entries);

    private InflowEvidence Read(IReadOnlyList<PublishedCutOff> published, string measure, params DraftEntry[] entries)
    {
        _ledger.Fill(new DraftLedger { Entries = entries });
        var scope = new MetricScope(TestFunds.Plain, new(2019, 12, 31), 5);
        var month = Period.Month(2019, 8);
        using var run = new MetricRun(_ledger.Store, scope with { Published = published });
        return new InflowEvidenceReader(run).Read(measure, month, month);
    }
}
