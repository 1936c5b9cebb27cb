using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Examples;

/// <summary>What stands on a card is computed: the example's books, through gates, metrics and disclosure, give the example's figures.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class WorkedExampleTests(EngineKind kind)
{
    private TestLedger _ledger = null!;

    private static IReadOnlyList<MetricCard> All { get; } = [.. MetricCards.All, .. MetricCards.KeptIn];

    private static IEnumerable<string> Cards => All.Select(card => card.Id);

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(kind);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger?.Dispose();

    [TestCaseSource(nameof(Cards))]
    public void A_card_shows_what_its_example_says(string card)
    {
        var example = Example(card);
        Assert.That(Missing(example), Is.Empty, $"the table has\n{string.Join('\n', Lines(example))}");
    }

    [TestCaseSource(nameof(Cards))]
    public void A_figure_that_is_wrong_by_its_last_digit_is_seen(string card)
    {
        var example = Example(card);
        var row = example.Shown.Rows[^1].ToArray();
        var figure = Array.FindLastIndex(row, cell => cell.Length > 0 && char.IsAsciiDigit(cell[^1]));
        row[figure] = row[figure][..^1] + (row[figure][^1] == '1' ? '2' : '1');
        var planted = example with { Shown = example.Shown with { Rows = [.. example.Shown.Rows.SkipLast(1), row] } };
        Assert.That(Missing(planted), Has.Exactly(1).Items);
    }

    [Test]
    public void Every_card_has_one_example_and_every_example_its_card() =>
        Assert.That(WorkedExamples.All.Select(example => example.Card), Is.EquivalentTo(Cards));

    [Test]
    public void An_example_shows_the_table_of_its_card() =>
        Assert.That(
            WorkedExamples.All.Where(example => All.Single(card => card.Id == example.Card).Table != example.Table),
            Is.Empty
        );

    [TestCase("## card\n\n| a |\n| --- |\n| 1 |\n")]
    [TestCase("## card\n\nTo 2019-12-31.\n\nShows in `rates`:\n\n| a |\n| --- |\n| 1 |\n")]
    [TestCase("## card\n\nTo 2019-12-31.\n\n| a | b |\n| --- | --- |\n| 1 |\n")]
    public void A_text_that_is_no_example_is_refused(string text) =>
        Assert.That(() => WorkedExamples.Parse(text), Throws.TypeOf<FormatException>());

    private static WorkedExample Example(string card) => WorkedExamples.Of(All.Single(one => one.Id == card));

    /// <summary>The rows that the published table does not have exactly once.</summary>
    private IReadOnlyList<string> Missing(WorkedExample example)
    {
        var published = Published(example);
        return
        [
            .. example
                .Shown.Rows.Where(row =>
                    published.Rows.Count(one =>
                        example.Shown.Columns.Zip(row).All(cell => Shows(one, cell.First, cell.Second))
                    ) != 1
                )
                .Select(row => string.Join(" | ", row)),
        ];
    }

    private IEnumerable<string> Lines(WorkedExample example) =>
        Published(example).Rows.Select(row => string.Join(" | ", row.Cells));

    private PublishedTable Published(WorkedExample example)
    {
        _ledger.Fill(ExampleBooks.Ledger(example));
        var run = new FundBooks(_ledger.Store, DisclosurePolicy.Default).Run(ExampleBooks.Fund, example.CutOff);
        if (
            PeopleTables.Of(_ledger.Store, run.Scope).FirstOrDefault(table => table.Schema.Id == example.Table)
                is { } raw
            && (PublishedTables.OfCounts.Contains(raw.Schema) || TablesAwaitingNoise.All.Contains(raw.Schema))
        )
        {
            // What an example can show of a count is what it was before noise; of what stays in, what it is.
            return new(raw.Schema, raw.Rows.Select(row => row.Cells));
        }

        return FundPublication
            .Control(ExampleBooks.Fund, run.Tables, DisclosurePolicy.Default, [])
            .Select(table => table.Table)
            .Single(table => table.Schema.Id == example.Table);
    }

    private static bool Shows(TableRow row, string column, string expected)
    {
        var isShortened = row.Schema.Columns.All(one => one.Name != column);
        var cell = row[isShortened ? $"{column}_minor" : column];
        return cell switch
        {
            null => expected.Length == 0,
            _ when expected.Length == 0 => false,
            long minor when isShortened => minor == ExampleBooks.Minor(expected),
            long number => number == long.Parse(expected, CultureInfo.InvariantCulture),
            decimal number => number == decimal.Parse(expected, CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == expected,
            bool truth => truth == bool.Parse(expected),
            _ => cell.ToString() == expected,
        };
    }
}
