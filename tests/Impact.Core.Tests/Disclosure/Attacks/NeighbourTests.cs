using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Rehearsal;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack I, size: with or without one household the same rows come out in the same order, and the same errors.</summary>
[TestFixture]
internal sealed class NeighbourTests
{
    private const ulong Seed = 20190807;

    private static readonly DateOnly CutOff = new(2019, 9, 30);

    /// <summary>Counts at the edges of what code likes to treat apart; a thousand million is more than a ledger holds.</summary>
    private static readonly long[] Counts = [0, 1, 2, 4, 9, 10, 11, 99, 1_000, 65_535, 2_147_483_646, 1_000_000_000];

    [Test]
    public void Ten_thousand_pairs_of_neighbours_cannot_be_told_apart_by_their_cells_or_an_error() =>
        Assert.That(Distinguished(AttackSize.Of(10_000), Drawn), Is.Empty);

    [Test]
    public void Neighbours_cannot_be_told_apart_by_the_rows_that_are_published() =>
        Assert.That(Distinguished(AttackSize.Of(1_000), Published), Is.Empty);

    [Test]
    public void A_table_that_leaves_empty_cells_out_is_found() =>
        Assert.That(
            Distinguished(
                1_000,
                (table, _) => string.Join(';', table.Rows.Select(row => string.Join(' ', row.Cells.Take(4))))
            ),
            Is.Not.Empty
        );

    [Test]
    public void A_share_of_the_count_that_cannot_be_divided_is_found() =>
        Assert.That(
            Distinguished(
                1_000,
                (table, _) =>
                {
                    var place = table.Schema.IndexOf("value");
                    return $"{table.Rows.Sum(row => 100 / (long)row.Cells[place]!) >= 0}";
                }
            ),
            Is.Not.Empty
        );

    /// <summary>The pairs whose outsides differ, by their numbers.</summary>
    private static List<int> Distinguished(int pairs, Func<RawTable, CountDesk, string> publish)
    {
        var chance = new SeededNumbers(Seed, SeededPurpose.Days);
        List<int> told = [];
        for (var pair = 0; pair < pairs; pair++)
        {
            var schema = PublishedTables.OfCounts[chance.Below(PublishedTables.OfCounts.Count)];
            var (without, with) = Neighbours(schema, chance);
            if (Outside(without, publish) != Outside(with, publish))
            {
                told.Add(pair);
            }
        }

        return told;
    }

    /// <summary>Some cells with somebody, and the same with one household more in one cell.</summary>
    private static (RawTable Without, RawTable With) Neighbours(TableSchema schema, SeededNumbers chance)
    {
        using var desk = Desk();
        var series = desk.Plan.Find(schema)!;
        var cells = series
            .Due(desk.Plan.Counting, CutOff)
            .SelectMany(period => series.Parts.Take(3).Select(part => (Period: period.Code, Part: part)))
            .ToDictionary(cell => cell, _ => Counts[chance.Below(Counts.Length)]);
        var moved = cells.Keys.ElementAt(chance.Below(cells.Count));
        var more = new Dictionary<(string Period, string Part), long>(cells) { [moved] = cells[moved] + 1 };

        // The fund to date has a row for each closed month; elsewhere a cell without anybody has none.
        return (Table(cells), Table(more));

        RawTable Table(Dictionary<(string Period, string Part), long> counts) =>
            CountDesk.Counts(
                schema,
                counts
                    .Where(cell => cell.Value > 0 || series.IsToDate)
                    .Select(cell => (cell.Key.Period, cell.Key.Part, cell.Value))
            );
    }

    /// <summary>What anybody sees besides the figures: the rows and their order, which cells are filled, or the error.</summary>
    private static string Outside(RawTable table, Func<RawTable, CountDesk, string> publish)
    {
        using var desk = Desk();
        try
        {
            return publish(table, desk);
        }
        catch (Exception error) when (error is not AssertionException)
        {
            return error.GetType().Name;
        }
    }

    /// <summary>All periods that are due, drawn and stored: the cells in the order of the store.</summary>
    private static string Drawn(RawTable table, CountDesk desk)
    {
        var series = desk.Plan.Find(table.Schema)!;
        var draws = desk.Drawing(series, table);
        var due = series.Due(desk.Plan.Counting, CutOff);
        return string.Join(
            ';',
            due.Select((period, place) => string.Join(' ', draws.Draw(period, [.. due.Take(place)])!.Keys))
        );
    }

    private static string Published(RawTable table, CountDesk desk) =>
        string.Join(';', desk.Publish(table, CutOff).Table.Rows.Select(Outline));

    private static string Outline(TableRow row) =>
        string.Join(
            ' ',
            row.Schema.Columns.Select(
                (column, place) =>
                    column.Name is "value" or "low" or "high" or "precision"
                        ? (row.Cells[place] is null ? "-" : "+")
                        : row.Cells[place]
            )
        );

    private static CountDesk Desk() => new([TestFunds.Partner, TestFunds.OtherPartner]);
}
