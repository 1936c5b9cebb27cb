using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;
using static Impact.Core.Tests.Metrics.Enrolment.EnrolmentDesk;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>Single cases of the list of enrolments, as one would tell them.</summary>
[TestFixture]
internal sealed class EnrolmentBookTests
{
    private static readonly Closing March = new(new DateOnly(2019, 3, 31), LastBatch: 1);
    private static readonly Closing June = new(new DateOnly(2019, 6, 30), LastBatch: 2);

    private readonly FundDescription _fund = Fund();
    private EnrolmentDesk _desk = null!;

    [OneTimeSetUp]
    public void Open() => _desk = new EnrolmentDesk();

    [OneTimeTearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public void Who_is_told_late_enters_the_first_open_month_and_never_moves()
    {
        _desk.Begin(
            new DraftLedger
            {
                Services =
                [
                    Service(1, "2019-03-10"),
                    Service(2, "2019-02-10", batch: 2),
                    Service(1, "2019-01-20", batch: 2),
                ],
                Entries =
                [
                    Gift(3, "2019-03-01"),
                    Gift(4, "2019-02-01", batch: 2),
                    Gift(3, "2019-02-01", 90_000, batch: 2),
                ],
            }
        );
        _desk.Close(_fund, March);
        Assert.That(Months(), Is.EqualTo((string[])["1 2019-03", "3 2019-03"]));
        _desk.Close(_fund, June);
        Assert.That(Months(), Is.EqualTo((string[])["1 2019-03", "2 2019-04", "3 2019-03", "4 2019-04"]));
    }

    [Test]
    public void Whoever_came_before_counting_began_counts_in_its_first_month()
    {
        _desk.Begin(
            new DraftLedger
            {
                Services = [Service(1, "2018-11-30"), Service(2, "2019-02-28")],
                Entries = [Gift(3, "2018-01-01")],
            }
        );
        _desk.Close(_fund, March);
        Assert.That(Months(), Is.EqualTo((string[])["1 2019-02", "2 2019-02", "3 2019-02"]));
    }

    [Test]
    public void A_month_that_is_not_over_enrols_nobody()
    {
        _desk.Begin(new DraftLedger { Services = [Service(1, "2019-03-02")], Entries = [Gift(2, "2019-03-02")] });
        _desk.Close(_fund, March with { CutOff = new DateOnly(2019, 3, 30) });
        Assert.That(_desk.List(), Is.Empty);
        Assert.That(
            _desk.Counts(_fund, March)[PublishedTables.EnrolmentsToDate.Id],
            Is.EqualTo((string[])["2019-02 0 c"]),
            "the closed month counts nobody"
        );
    }

    [TestCase(CountingUnit.HouseholdAndOrganisation, 2)]
    [TestCase(CountingUnit.Household, 1)]
    public void A_household_of_two_organisations_counts_as_the_fund_says(CountingUnit unit, int rows)
    {
        var fund = Fund(unit);
        _desk.Begin(
            new DraftLedger
            {
                Services =
                [
                    Service(1, "2019-03-02") with
                    {
                        Organisation = TestFunds.OtherPartner,
                    },
                    Service(1, "2019-02-02"),
                ],
            }
        );
        _desk.Close(fund, March);
        Assert.That(_desk.List(), Has.Count.EqualTo(rows));
        Assert.That(_desk.List()[0], Does.Contain(TestFunds.Partner + " ").And.EndWith("2019-02"), "the first to help");
    }

    [Test]
    public void What_is_taken_back_after_its_month_closed_stays_counted()
    {
        var draft = new DraftLedger { Services = [Service(1, "2019-03-02")], Entries = [Gift(2, "2019-03-02")] };
        _desk.Begin(draft);
        _desk.Close(_fund, March);
        var (list, counts) = (_desk.List(), _desk.Counts(_fund, March));
        _desk.Refill(
            draft with
            {
                Services = [.. draft.Services, Service(1, "2019-03-02", batch: 2) with { IsReversal = true }],
                Entries = [.. draft.Entries, draft.Entries[0].TakenBack(2)],
            }
        );
        _desk.Close(_fund, June);
        Assert.That(_desk.List(), Is.EqualTo(list));
        foreach (var (table, cells) in counts)
        {
            Assert.That(_desk.Counts(_fund, June)[table], Is.SupersetOf(cells), table);
        }
    }

    [Test]
    public void What_was_taken_back_before_its_month_closed_never_counts()
    {
        var service = Service(1, "2019-03-02");
        var gift = Gift(2, "2019-03-02");
        _desk.Begin(
            new DraftLedger
            {
                Services = [service, service with { IsReversal = true }],
                Entries = [gift, gift.TakenBack(1)],
            }
        );
        _desk.Close(_fund, March);
        Assert.That(_desk.List(), Is.Empty);
    }

    [TestCase("INSERT INTO household_enrolment SELECT * FROM household_enrolment")]
    [TestCase(
        "INSERT INTO household_enrolment SELECT household, counted_by, 'XI-TEST-2', DATE '2019-02-01' FROM household_enrolment"
    )]
    [TestCase("INSERT INTO donor_enrolment SELECT donor, DATE '2019-02-01', 'under_25', 'US-MS' FROM donor_enrolment")]
    public void A_list_with_somebody_twice_counts_nothing(string planted)
    {
        _desk.Begin(new DraftLedger { Services = [Service(1, "2019-03-02")], Entries = [Gift(2, "2019-03-02")] });
        _desk.Close(_fund, March);
        Assert.That(() => _desk.Counts(_fund, March), Throws.Nothing);
        _desk.Store.Execute("planted", planted);
        Assert.That(() => _desk.Counts(_fund, March), Throws.TypeOf<ContributionBoundException>());
    }

    [Test]
    public void Before_anything_is_closed_the_records_tell_what_the_list_will_count()
    {
        _desk.Begin(
            new DraftLedger
            {
                Services = [Service(1, "2019-02-10"), Service(2, "2019-03-05")],
                Entries = [Gift(3, "2019-02-02"), Gift(3, "2019-03-02", 50_000), Gift(4, "2019-03-05", 500)],
            }
        );
        var scope = new MetricScope(_fund, March.CutOff, March.LastBatch);
        var told = PeopleTables.Of(_desk.Store, scope);
        using var run = new MetricRun(_desk.Store, scope);
        var book = new EnrolmentBook(_desk.Store, run);
        foreach (var schema in PublishedTables.OfCounts.Where(schema => schema != PublishedTables.EnrolmentsToDate))
        {
            var grain = schema.Has("month") ? PeriodGrain.Month : PeriodGrain.Quarter;
            var listed = book.Read(schema, Period.Range(grain, _fund.Counting!.From, March.CutOff));
            Assert.That(
                Cells(listed),
                Is.EquivalentTo(Cells(told.Single(table => table.Schema == schema))).And.Not.Empty,
                schema.Id
            );
        }
    }

    [Test]
    public void Reading_a_period_closes_what_it_needs_tells_nothing_of_another_and_refuses_one_that_is_not_over()
    {
        _desk.Begin(
            new DraftLedger
            {
                Services = [Service(1, "2019-02-10"), Service(2, "2019-03-05"), Service(3, "2019-03-06")],
            }
        );
        using var run = new MetricRun(_desk.Store, new MetricScope(_fund, March.CutOff, March.LastBatch));
        var book = new EnrolmentBook(_desk.Store, run);
        var read = book.Read(PublishedTables.EnrolmentsToDate, [Period.Month(2019, 3)]);
        var value = read.Schema.IndexOf("value");

        Assert.Multiple(() =>
        {
            Assert.That(read.Rows.Select(row => row.Cells[value]), Is.EqualTo((object[])[2L]));
            Assert.That(
                () => book.Read(PublishedTables.EnrolmentsToDate, [Period.Month(2019, 4)]),
                Throws.InvalidOperationException
            );
        });
    }

    private static IEnumerable<string> Cells(RawTable table) =>
        table.Rows.Select(row => string.Join(' ', row.Cells.Take(table.Schema.IndexOf("value") + 1)));

    /// <summary>Number and month of everybody on the list.</summary>
    private IEnumerable<string> Months() =>
        _desk
            .List()
            .Select(row => row.Split(' '))
            .Select(words =>
                $"{int.Parse(words[1][..8], System.Globalization.NumberStyles.HexNumber, null)} {words[^1]}"
            )
            .Order(StringComparer.Ordinal);
}
