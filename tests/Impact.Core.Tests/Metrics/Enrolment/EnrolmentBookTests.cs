using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>The list of everybody who is counted: once, ever, and no closed month changes.</summary>
[TestFixture]
internal sealed class EnrolmentBookTests
{
    private static readonly FundCounting Counting = new(new(2019, 8, 1));

    private TestLedger _ledger = null!;

    private LedgerStore Store => (LedgerStore)_ledger.Store;

    [SetUp]
    public void OpenLedger() => _ledger = new TestLedger();

    [TearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void A_household_counts_once_for_each_organisation_in_the_month_of_its_first_service()
    {
        Fill(
            Service(1, "2019-08-10"),
            Service(1, "2019-10-02"),
            Service(2, "2019-10-05"),
            Service(2, "2019-11-20", other: true)
        );
        Assert.That(Months(Close("2019-12-31")), Is.EqualTo([1L, 0, 1, 1, 0]));
    }

    [Test]
    public void Where_the_fund_gives_one_number_to_every_family_it_counts_once_for_all()
    {
        Fill(Service(1, "2019-08-10"), Service(1, "2019-08-12", other: true), Service(1, "2019-09-12", other: true));
        Assert.That(Months(Close("2019-09-30", CountingUnit.Household)), Is.EqualTo([1L, 0]));
    }

    [Test]
    public void Who_is_told_late_enters_the_first_month_that_is_still_open()
    {
        Fill(Service(1, "2019-08-10"));
        Assert.That(Months(Close("2019-09-30")), Is.EqualTo([1L, 0]));
        Fill(Service(1, "2019-08-10"), Service(2, "2019-08-15"), Service(3, "2019-10-15"));
        Assert.That(Months(Close("2019-10-31")), Is.EqualTo([1L, 0, 2]));
    }

    [Test]
    public void Nothing_that_comes_afterwards_changes_a_closed_month()
    {
        Fill(Service(1, "2019-08-10"), Service(2, "2019-09-10"));
        var before = Months(Close("2019-09-30"));
        Fill(Service(1, "2019-08-10"), Service(1, "2019-08-10") with { IsReversal = true });
        Assert.That(Months(Close("2019-09-30")), Is.EqualTo(before));
        Fill();
        Assert.That(Months(Close("2019-10-31")), Is.EqualTo((long[])[.. before, 0]));
    }

    [Test]
    public void Before_anything_is_closed_the_list_counts_what_the_records_tell()
    {
        DraftEntry[] gifts =
        [
            Gift("2019-08-02", 20_00, donor: 1),
            Gift("2019-09-02", 500_00, donor: 1),
            Gift("2019-09-05", 5_00, donor: 2),
        ];
        _ledger.Fill(new() { Entries = gifts, Services = [Service(1, "2019-08-10"), Service(2, "2019-10-05")] });
        var scope = Scope("2019-12-31", CountingUnit.HouseholdAndOrganisation);
        var listed = new FundBooks(Store, Core.Disclosure.DisclosurePolicy.Default) { Enrols = Store }.Run(
            scope.Fund,
            scope.CutOff
        );
        var told = new FundBooks(Store, Core.Disclosure.DisclosurePolicy.Default).Run(scope.Fund, scope.CutOff);
        foreach (var schema in PublishedTables.OfCounts.Where(schema => schema != PublishedTables.EnrolmentsToDate))
        {
            Assert.That(Cells(listed, schema), Is.EquivalentTo(Cells(told, schema)).And.Not.Empty, schema.Id);
        }
    }

    [Test]
    public void Somebody_who_is_on_the_list_twice_is_seen_and_nothing_is_counted()
    {
        Fill(Service(1, "2019-08-10"));
        _ = Close("2019-08-31");
        _ = Store.Execute(
            "plant",
            "INSERT INTO household_enrolment SELECT household, counted_by, organisation_id, DATE '2019-07-01' FROM household_enrolment"
        );
        Assert.That(() => Close("2019-08-31"), Throws.TypeOf<ContributionBoundException>());
    }

    private void Fill(params ReferenceService[] services) =>
        _ledger.Fill(new() { Entries = [Gift("2019-08-01", 10_00, donor: 9)], Services = services });

    private IReadOnlyList<RawTable> Close(string cutOff, CountingUnit unit = CountingUnit.HouseholdAndOrganisation)
    {
        var scope = Scope(cutOff, unit);
        using var run = new MetricRun(Store, scope);
        var book = new EnrolmentBook(Store, run);
        book.Close(scope.Fund.Counting!);
        return book.Tables(new(scope, new HashSet<string>(), new ReportingCoverage([])));
    }

    private MetricScope Scope(string cutOff, CountingUnit unit) =>
        new(TestFunds.Plain with { Counting = Counting with { Unit = unit } }, Day(cutOff), new BatchBook(Store).Last);

    private static IReadOnlyList<long> Months(IReadOnlyList<RawTable> tables) =>
        [
            .. tables
                .Single(table => table.Schema == PublishedTables.EnrolmentsToDate)
                .Rows.OrderBy(row => (string)row.Cells[1]!, StringComparer.Ordinal)
                .Select(row => (long)row.Cells[PublishedTables.EnrolmentsToDate.IndexOf("value")]!),
        ];

    private static IEnumerable<string> Cells(BookRun run, TableSchema schema) =>
        run
            .Tables.Single(table => table.Schema == schema)
            .Rows.Select(row => string.Join(' ', row.Cells.Take(schema.IndexOf("value") + 1)));

    private static DraftEntry Gift(string day, long minor, int donor) =>
        new("gift", minor, Day(day))
        {
            SourceId = $"gift {day} {minor}",
            Donor = Token(donor),
            GiverKind = "individual",
        };

    private static ReferenceService Service(int household, string day, bool other = false) =>
        new()
        {
            Batch = 1,
            Household = Token(household),
            Organisation = other ? TestFunds.OtherPartner : TestFunds.Partner,
            Service = "food_assistance",
            OccurredOn = Day(day),
            Place = "unknown",
        };

    private static Guid Token(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
