using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Flows;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Flows;

[TestFixture]
internal sealed class RaisedTotalsTests
{
    private static readonly DateOnly Day = new(2019, 8, 10);

    private static readonly DraftLedger Ledger = new()
    {
        Entries =
        [
            new("gift", 1000, Day),
            new("gift_refund", 100, Day),
            new("chargeback", 50, Day),
            new("processor_fee", 30, Day),
            new("platform_fee", 20, Day),
            new("bank_charge", 5, Day),
            new("fund_cost", 400, Day),
            new("pledge", 700, Day),
        ],
    };

    [Test]
    public void Net_is_less_refunds_chargebacks_and_fees_and_nothing_else() =>
        Assert.That(Shown(LedgerKinds.All), Is.EqualTo(["gross ok 1000", "net ok 795"]));

    [TestCase("gift_refund")]
    [TestCase("chargeback")]
    [TestCase("processor_fee")]
    [TestCase("platform_fee")]
    [TestCase("bank_charge")]
    public void Net_is_an_estimate_while_a_part_of_it_is_told_by_no_source(string untold) =>
        Assert.That(
            Shown([.. LedgerKinds.All.Where(kind => kind != untold)]),
            Is.EqualTo(["gross ok 1000", "net e 795"])
        );

    [Test]
    public void Without_gifts_told_both_are_unknown_and_never_zero() =>
        Assert.That(Shown([.. LedgerKinds.All.Where(kind => kind != "gift")]), Is.EqualTo(["gross x ", "net x "]));

    private static IEnumerable<string> Shown(IReadOnlyList<string> told)
    {
        var scope = new MetricScope(TestFunds.Plain, new DateOnly(2019, 9, 30), LastBatch: 1);
        var kinds = told.ToHashSet(StringComparer.Ordinal);
        var family = new RaisedTotals();
        var sums = family.ByReference(new ReferenceLedger(Ledger.ToReference(), scope, kinds));
        var context = new TableContext(scope, Measures.ToldBy(kinds), new ReportingCoverage([]));
        var schema = PublishedTables.TotalRaised;
        return family
            .Tables(sums, context)
            .Single()
            .Rows.Select(row => string.Join(' ', Cells(row, schema, "measure", "status", "amount_minor")));
    }

    private static IEnumerable<object?> Cells(RawRow row, TableSchema schema, params string[] columns) =>
        columns.Select(column => row.Cells[schema.IndexOf(column)]);
}
