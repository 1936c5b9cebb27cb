using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Lots;

[TestFixture]
internal sealed class LotAgreementTests
{
    private LotBench _bench = null!;

    [OneTimeSetUp]
    public void Open() => _bench = new LotBench();

    [OneTimeTearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void Sql_and_reference_agree_on_plausible_ledgers_of_several_epochs()
    {
        var (epochs, advances) = (0, 0);
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var generated = new PlausibleLedger(number);
            var draft = generated.Make();
            var scope = LotBench.Late with { Published = generated.Published };
            var bySql = _bench.BySql(draft, scope);
            var difference = SumsDifference.Of("parts", bySql, Plain(LotBench.ByReference(draft, scope)));
            Assert.That(difference, Is.Empty, $"case {number}");
            epochs = Math.Max(epochs, generated.Published.Count);
            advances += bySql.Count(part => part.Use is { IsAdvance: true });
        }

        Assert.That((epochs, advances), Is.GreaterThan((2, 2)), "the cases reach several epochs and advances");
    }

    [Test]
    public void Sql_and_reference_agree_on_ledgers_that_no_fund_would_keep()
    {
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var generated = new GeneratedLedger(number);
            var draft = generated.Make();
            var day = generated.CutOff();
            var scope = new MetricScope(TestFunds.Plain, day, generated.LastBatch())
            {
                Published = [new(1, day.AddDays(-200)), new(2, day.AddDays(-90))],
            };
            var difference = SumsDifference.Of(
                "parts",
                _bench.BySql(draft, scope),
                Plain(LotBench.ByReference(draft, scope))
            );
            Assert.That(difference, Is.Empty, $"case {number}");
        }
    }

    private static IReadOnlyList<LotPart> Plain(ReferenceLots lots) => [.. lots.Parts.Select(part => part.ToPart())];
}
