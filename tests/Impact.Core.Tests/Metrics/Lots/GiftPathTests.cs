using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Lots;

[TestFixture]
internal sealed class GiftPathTests
{
    private LotBench _bench = null!;

    [OneTimeSetUp]
    public void Open() => _bench = new LotBench();

    [OneTimeTearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void A_gift_is_followed_to_where_each_cent_is()
    {
        DraftEntry[] entries =
        [
            new("gift", 1000, new(2019, 8, 7)) { SourceId = "gift" },
            new("processor_fee", 30, new(2019, 8, 7)) { SourceId = "fee", RefersTo = "gift" },
            new("disbursement", 600, new(2019, 9, 1)) { SourceId = "sent", Organisation = TestFunds.Partner },
            new("expenditure", 250, new(2019, 11, 2))
            {
                SourceId = "food",
                Organisation = TestFunds.Partner,
                Category = "food",
            },
            new("disbursement", 100, new(2020, 1, 9)) { SourceId = "open", Organisation = TestFunds.OtherPartner },
        ];
        var scope = new MetricScope(TestFunds.Plain, new DateOnly(2020, 1, 31), LastBatch: 1);
        GiftStep[] expected =
        [
            new("fund", null, null, null, null, 270),
            new("partner", TestFunds.Partner, null, null, new(2019, 9, 1), 350),
            new("partners", null, null, null, null, 100),
            new("spent", TestFunds.Partner, "spent_programme", new(2019, 10, 1), null, 250),
            new("taken", null, "processor_fee", null, new(2019, 8, 7), 30),
        ];
        Assert.That(Path(new DraftLedger { Entries = entries }, scope, "gift"), Is.EqualTo(expected));
    }

    [Test]
    public void An_unknown_gift_has_no_step() =>
        Assert.That(Path(new DraftLedger(), LotBench.Late, "nothing"), Is.Empty);

    [Test]
    public void Every_gift_adds_up_to_the_cent_and_sql_and_reference_agree()
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < GeneratedCases.Count / 4; number++)
        {
            var generated = new PlausibleLedger(number);
            var draft = generated.Make();
            // In the middle of a quarter of its life, so that some payments stand in an open quarter.
            var day = draft.Entries.Max(entry => entry.ClearedOn!.Value);
            var scope = LotBench.Late with { CutOff = day, Published = generated.Published };
            var ledger = new Impact.Core.Metrics.Reference.ReferenceLedger(
                draft.ToReference(),
                scope,
                LedgerKinds.All.ToHashSet(StringComparer.Ordinal)
            );
            var lots = ReferenceLots.Of(ledger);
            _bench.OnRun(
                draft,
                scope,
                run =>
                {
                    foreach (
                        var gift in lots
                            .Parts.Where(part => part.Lot.Name.Kind == "gift")
                            .GroupBy(part => part.Lot.Name.SourceId)
                    )
                    {
                        var path = GiftPath.Of(run, gift.Key);
                        Assert.That(
                            path.Sum(step => step.AmountMinor),
                            Is.EqualTo(gift.Sum(part => part.AmountMinor)),
                            gift.Key
                        );
                        Assert.That(
                            path,
                            Is.EqualTo(ReferencePartners.PathOf(ledger, lots, gift.Key)),
                            $"case {number}, {gift.Key}"
                        );
                        places.UnionWith(path.Select(step => step.Place));
                    }

                    return 0;
                }
            );
        }

        Assert.That(
            places,
            Is.EquivalentTo((string[])["fund", "taken", "advanced", "partners", "partner", "returned", "spent"])
        );
    }

    [Test]
    public void A_long_path_is_told_in_few_lines_and_loses_nothing()
    {
        GiftStep[] steps =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(day => new GiftStep(
                    "spent",
                    $"XI-{day % 5}",
                    "spent",
                    new(2019 + (day / 5 % 10), 1, 1),
                    null,
                    10 + day
                )),
        ];
        var few = GiftPath.AtMost(GiftPath.MostSteps, steps);
        Assert.That(few, Has.Count.EqualTo(5));
        Assert.That(few.Sum(step => step.AmountMinor), Is.EqualTo(steps.Sum(step => step.AmountMinor)));
    }

    private IReadOnlyList<GiftStep> Path(DraftLedger draft, MetricScope scope, string gift) =>
        _bench.OnRun(draft, scope, run => GiftPath.Of(run, gift));
}
