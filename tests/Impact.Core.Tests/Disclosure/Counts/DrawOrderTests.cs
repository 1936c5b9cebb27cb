using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Metrics;
using Impact.Core.Noise.Accounting;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>Reserve, read, draw, store, commit: true counts are read only when a period is paid for on the disk.</summary>
[TestFixture]
internal sealed class DrawOrderTests
{
    private static readonly DateOnly EndOfYear = new(2019, 12, 31);

    private readonly List<string> _events = [];

    private static IEnumerable<string> Counted => PublishedTables.OfCounts.Select(table => table.Id);

    [SetUp]
    public void Forget() => _events.Clear();

    [TestCaseSource(nameof(Counted))]
    public void Each_period_is_reserved_then_read_then_stored_then_committed(string id)
    {
        var schema = PublishedTables.Find(id)!;
        var desk = Desk();
        _ = desk.Draw(schema, Noted(Empty(schema)), EndOfYear);
        var series = desk.Plan.Find(schema)!;
        string[] each = series.IsToDate
            ? ["reserve", "read", "freeze", "store", "commit"]
            : ["reserve", "read", "store", "commit"];

        Assert.That(
            _events,
            Is.EqualTo(
                series
                    .Due(desk.Plan.Counting, EndOfYear)
                    .SelectMany(period => each.Select(word => word == "commit" ? word : $"{word} {id}/{period.Code}"))
            )
        );
        Assert.That(ReadTooEarly(_events), Is.Empty);
    }

    [Test]
    public void A_later_run_compares_only_months_that_are_paid_for_before_it_reserves()
    {
        var desk = Desk();
        var schema = PublishedTables.EnrolmentsToDate;
        _ = desk.Draw(schema, Noted(Empty(schema)), new(2019, 2, 28));
        _ = desk.Draw(schema, Noted(Empty(schema)), new(2019, 3, 31));

        Assert.That(
            _events.SkipWhile(one => one != $"store {schema.Id}/2019-02").Skip(2),
            Is.EqualTo(
                ((string[])["read", "read", "reserve", "read", "freeze", "store"])
                    .Zip(
                        (string[])["2019-01", "2019-02", "2019-03", "2019-03", "2019-03", "2019-03"],
                        (word, month) => $"{word} {schema.Id}/{month}"
                    )
                    .Append("commit")
            )
        );
        Assert.That(ReadTooEarly(_events), Is.Empty);
    }

    [Test]
    public void Whoever_reads_the_list_before_it_is_paid_for_is_seen()
    {
        var desk = Desk();
        var schema = PublishedTables.EnrolmentsByOrganisation;
        var due = desk.Plan.Find(schema)!.Due(desk.Plan.Counting, EndOfYear);

        // As it once was: all counts first, then the draws.
        var read = Noted(Empty(schema))(schema, due);
        _ = desk.Draw(schema, CountDesk.Reader(read), EndOfYear);

        Assert.That(ReadTooEarly(_events), Is.EqualTo(due.Select(period => $"{schema.Id}/{period.Code}")));
    }

    [TestCaseSource(nameof(Counted))]
    public void A_failure_of_the_reading_burns_the_period_and_leaves_nothing(string id)
    {
        var schema = PublishedTables.Find(id)!;
        var desk = Desk();
        Assert.That(
            () => desk.Draw(schema, (_, _) => throw new TimeoutException(), EndOfYear),
            Throws.TypeOf<TimeoutException>()
        );
        var first = desk.Plan.Find(schema)!.Due(desk.Plan.Counting, EndOfYear)[0];
        using var budget = desk.Open();

        Assert.Multiple(() =>
        {
            Assert.That(_events, Is.EqualTo((string[])[$"reserve {id}/{first.Code}"]));
            Assert.That(budget.Find(id, first.Code).Status, Is.EqualTo(PeriodStatus.Burnt));
            Assert.That(
                budget.Spent(desk.Plan.Find(schema)!.Terms.Unit),
                Is.EqualTo(desk.Plan.Find(schema)!.Terms.Cost)
            );
            Assert.That(desk.Disk.Files.Keys, Has.None.Contains("/"), "no result and no count");
        });
    }

    /// <summary>What was read before its reserve was on the disk.</summary>
    private static List<string> ReadTooEarly(IReadOnlyList<string> events) =>
        [
            .. events
                .Select((one, place) => (Words: one.Split(' '), Place: place))
                .Where(one => one.Words[0] == "read" && !events.Take(one.Place).Contains($"reserve {one.Words[1]}"))
                .Select(one => one.Words[1]),
        ];

    private static RawTable Empty(TableSchema schema) =>
        schema == PublishedTables.EnrolmentsToDate ? CountDesk.ToDate(new long[12])
        : schema == PublishedTables.EnrolmentsByOrganisation ? CountDesk.Of(TestFunds.Partner, 1, 2, 3, 4)
        : new(schema, []);

    private CountDesk Desk() => new() { Watched = files => new WatchedFiles(files, _events) };

    private CountReader Noted(RawTable counts) =>
        (table, periods) =>
        {
            _events.AddRange(periods.Select(period => $"read {table.Id}/{period.Code}"));
            return CountDesk.Reader(counts)(table, periods);
        };
}
