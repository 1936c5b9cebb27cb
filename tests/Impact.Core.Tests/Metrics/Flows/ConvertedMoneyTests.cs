using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Flows;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Flows;

[TestFixture]
internal sealed class ConvertedMoneyTests
{
    private static readonly PublishedRate Half = new(2, 0);

    [Test]
    public void Between_organisations_both_sums_and_their_difference_stand_by_currency()
    {
        // Three times half a cent: each alone goes to the even 0, at once they are one and a half and go to 2.
        var row = Rows(Sum("received", "EUR", original: 3, converted: 0))
            .Single(row => row.Text("measure") == "received");
        Assert.Multiple(() =>
        {
            Assert.That(row.Text("original_currency"), Is.EqualTo("EUR"));
            Assert.That(row.Integer("original_minor"), Is.EqualTo(3));
            Assert.That(row.Integer("converted_minor"), Is.Zero);
            Assert.That(row.Integer("at_once_minor"), Is.EqualTo(2));
            Assert.That(row.Integer("difference_minor"), Is.EqualTo(-2));
        });
    }

    [Test]
    public void Everything_else_is_one_row_of_all_currencies_that_shows_the_difference_alone()
    {
        var row = Rows(Sum("other", "EUR", original: 3, converted: 0), Sum("other", "KWD", original: 10, converted: 1))
            .Single();
        Assert.Multiple(() =>
        {
            Assert.That((row.Text("measure"), row.Text("original_currency")), Is.EqualTo(("other", "all")));
            Assert.That(row["original_minor"], Is.Null);
            Assert.That(row["original"], Is.Null);
            Assert.That(row["converted_minor"], Is.Null);
            Assert.That(row["at_once_minor"], Is.Null);
            // One and a half, and half of ten fils, which is half a cent: two at once.
            Assert.That(row.Integer("difference_minor"), Is.EqualTo(-1));
        });
    }

    [Test]
    public void The_row_of_everything_else_is_there_also_when_nothing_was_converted() =>
        Assert.That(Rows().Single().Integer("difference_minor"), Is.Zero);

    [Test]
    public void No_currency_of_a_person_s_gift_is_named()
    {
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var generated = new GeneratedLedger(number);
            var draft = generated.Make();
            var people = draft with
            {
                Entries = [.. draft.Entries.Where(entry => entry.Kind == "gift" && entry.GiverKind != "organisation")],
            };
            var scope = new MetricScope(TestFunds.Plain, new DateOnly(2022, 12, 31), LastBatch: 1000);
            var sums = new ConvertedMoney().ByReference(new(people.ToReference(), scope, new HashSet<string>()));
            Assert.That(Rows([.. sums.Cast<ConvertedSum>()]).Single().Text("original_currency"), Is.EqualTo("all"));
        }
    }

    private static ConvertedSum Sum(string measure, string currency, long original, long converted) =>
        new(measure, currency, Half, PublishedRate.One, original, converted);

    private static IReadOnlyList<TableRow> Rows(params ConvertedSum[] sums)
    {
        var scope = new MetricScope(TestFunds.Plain, new DateOnly(2019, 12, 31), LastBatch: 1);
        var context = new TableContext(scope, new HashSet<string>(), new ReportingCoverage([]));
        var table = new ConvertedMoney().Tables([.. sums], context).Single();
        return new PublishedTable(PublishedTables.Conversion, table.Rows.Select(row => row.Cells)).Rows;
    }
}
