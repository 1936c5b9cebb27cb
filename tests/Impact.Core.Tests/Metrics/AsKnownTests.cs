using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>The ledger read as it was known: what came later changes no row of any table.</summary>
[TestFixture]
internal sealed class AsKnownTests
{
    private static readonly DateOnly Day = new(2020, 1, 1);
    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = new TestLedger();

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void A_correction_and_more_entries_later_change_no_row_of_what_was_known()
    {
        _ledger.Fill(new DraftLedger { Entries = First() });
        var before = Rows(Books().RunAsKnownOn(TestFunds.Plain, Day));
        _ledger.Fill(
            new DraftLedger { Entries = [.. First(), First()[0].TakenBack(batch: 2), Gift(99) with { Batch = 3 }] }
        );
        _ledger.Store.Execute(
            "later",
            "UPDATE batch SET received_at = TIMESTAMP '2020-01-02 00:00:00' WHERE batch_id > 1"
        );
        Assert.Multiple(() =>
        {
            Assert.That(Rows(Books().RunAsKnownOn(TestFunds.Plain, Day)), Is.EqualTo(before));
            Assert.That(
                Rows(Books().RunAsKnownOn(TestFunds.Plain, Day.AddDays(1))),
                Is.Not.EqualTo(before),
                "the comparison sees the later batches"
            );
        });
    }

    [Test]
    public void Before_the_first_batch_nothing_was_known()
    {
        _ledger.Fill(new DraftLedger { Entries = First() });
        var error = Assert.Throws<FaultException>(() => Books().RunAsKnownOn(TestFunds.Plain, Day.AddDays(-1)));
        Assert.That(error!.Fault.Code, Is.EqualTo(Faults.NothingToPublish.Code));
    }

    /// <summary>A release of batch 1 that came out after batch 2: on the day between, its quarter was not published, so nothing is netted into the next.</summary>
    [TestCase(1, false)]
    [TestCase(0, true)]
    public void A_release_counts_from_the_day_on_which_it_was_published(int daysLater, bool counts)
    {
        DraftEntry[] spent = [Spent(600, 9, 10), Spent(70, 12, 31), Spent(5, 8, 20) with { Batch = 2 }];
        _ledger.Fill(new DraftLedger { Entries = spent });
        var release = new PublishedCutOff(1, new(2019, 9, 30)) { PublishedOn = Day.AddDays(daysLater) };
        var books = new FundBooks(_ledger.Store, DisclosurePolicy.Default) { Published = [release] };
        var quarters = books
            .RunAsKnownOn(TestFunds.Plain, Day)
            .Tables.Single(table => table.Schema == PublishedTables.MoneyByOrganisation)
            .Rows.Where(row => row.Cells.Contains("spent"));
        Assert.That(
            quarters.Select(row => row.Cells.OfType<long>().First()).Order(),
            Is.EqualTo(counts ? new long[] { 75, 600 } : [70, 605])
        );
    }

    private static DraftEntry Spent(long minor, int month, int day) =>
        new("expenditure", minor, new(2019, month, day))
        {
            SourceId = $"spent-{minor}",
            Organisation = TestFunds.Partner,
            Category = "food",
        };

    private static List<DraftEntry> First() =>
        [.. Enumerable.Range(1, 12).Select(Gift), new("interest", 7, new(2019, 10, 5)) { SourceId = "interest" }];

    private static DraftEntry Gift(int number) =>
        new("gift", 100 + number, new(2019, 8, 10))
        {
            SourceId = number.ToString(CultureInfo.InvariantCulture),
            Donor = new Guid(number, 0, 0, new byte[8]),
            GiverKind = "individual",
        };

    private FundBooks Books() => new(_ledger.Store, DisclosurePolicy.Default);

    private static List<string> Rows(BookRun run) =>
        [
            .. run
                .Tables.SelectMany(table =>
                    table.Rows.Select(row =>
                        $"{table.Schema.Id}: {string.Join('|', row.Cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)))}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
}
