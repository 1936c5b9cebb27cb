using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>One closing of months: the last day that counts, and what was known.</summary>
internal sealed record Closing(DateOnly CutOff, int LastBatch);

/// <summary>A ledger with its list of enrolments. Filling it anew keeps the list, as records that come later do.</summary>
internal sealed class EnrolmentDesk : IDisposable
{
    private readonly TestLedger _ledger = new();

    public LedgerStore Store => (LedgerStore)_ledger.Store;

    /// <summary>The plain fund that counts from February 2019.</summary>
    public static FundDescription Fund(CountingUnit unit = CountingUnit.HouseholdAndOrganisation) =>
        TestFunds.Plain with
        {
            Counting = new(new DateOnly(2019, 2, 1), unit),
        };

    /// <summary>A service of a household in a batch.</summary>
    public static ReferenceService Service(int household, string day, int batch = 1) =>
        new()
        {
            Batch = batch,
            Household = new Guid(household, 0, 0, new byte[8]),
            Organisation = TestFunds.Partner,
            Service = "food_assistance",
            OccurredOn = Day(day),
            Place = "unknown",
        };

    /// <summary>A gift of an individual in a batch.</summary>
    public static DraftEntry Gift(int donor, string day, long minor = 2_000, int batch = 1) =>
        new("gift", minor, Day(day))
        {
            Batch = batch,
            SourceId = string.Create(CultureInfo.InvariantCulture, $"gift-{donor}-{day}"),
            Donor = new Guid(donor, 0, 0, new byte[8]),
            GiverKind = "individual",
        };

    /// <summary>Forgets everybody, and fills the ledger.</summary>
    public void Begin(DraftLedger draft)
    {
        foreach (var table in new[] { "household_enrolment", "donor_enrolment", "enrolment_close" })
        {
            Store.Execute("empty", $"TRUNCATE TABLE {table}");
        }

        _ledger.Fill(draft);
    }

    /// <summary>Records that come later.</summary>
    public void Refill(DraftLedger draft) => _ledger.Fill(draft);

    /// <summary>Closes the months before a cut-off.</summary>
    public void Close(FundDescription fund, Closing closing) => On(fund, closing, book => book.Close(fund.Counting!));

    /// <summary>What the list counts, as cells of each table: period and part, and how many.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Counts(FundDescription fund, Closing closing)
    {
        Dictionary<string, IReadOnlyList<string>> counts = new(StringComparer.Ordinal);
        On(
            fund,
            closing,
            book =>
            {
                foreach (var (schema, periods) in Closed(fund))
                {
                    counts.Add(schema.Id, periods.Count == 0 ? [] : Cells(book.Read(schema, periods)));
                }
            }
        );
        return counts;
    }

    /// <summary>Everybody on the list, a text each, in order.</summary>
    public IReadOnlyList<string> List() =>
        [
            .. Store.Query(
                "households",
                """
                SELECT CAST(household AS VARCHAR) AS token, counted_by, organisation_id, month_start
                FROM household_enrolment ORDER BY 1, 2, 3, 4
                """,
                row =>
                    Household(
                        row.Text("token")!,
                        row.Text("counted_by")!,
                        row.Text("organisation_id")!,
                        row.Day("month_start")!.Value
                    )
            ),
            .. Store.Query(
                "donors",
                "SELECT CAST(donor AS VARCHAR) AS token, band, region, month_start FROM donor_enrolment ORDER BY 1, 2, 3, 4",
                row => Donor(row.Text("token")!, row.Text("band")!, row.Text("region")!, row.Day("month_start")!.Value)
            ),
        ];

    /// <summary>A household as <see cref="List"/> tells it.</summary>
    public static string Household(string token, string countedBy, string organisation, DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"household {token} {countedBy} {organisation} {month:yyyy-MM}");

    /// <summary>A donor as <see cref="List"/> tells it.</summary>
    public static string Donor(string token, string band, string region, DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"donor {token} {band} {region} {month:yyyy-MM}");

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Dispose() => _ledger.Dispose();

    private static List<string> Cells(RawTable table) =>
        [.. table.Rows.Select(row => Cell(table, row)).Order(StringComparer.Ordinal)];

    private static string Cell(RawTable table, RawRow row)
    {
        string[] keys = ["organisation_id", "month", "quarter", "band", "region", "value", "status"];
        return string.Join(
            ' ',
            keys.Where(table.Schema.Has)
                .Select(key => Convert.ToString(row.Cells[table.Schema.IndexOf(key)], CultureInfo.InvariantCulture))
        );
    }

    /// <summary>Every table with the periods that the list has closed.</summary>
    private List<(TableSchema Schema, IReadOnlyList<Period> Periods)> Closed(FundDescription fund)
    {
        var last = Store
            .Query("closed", "SELECT max(month_start) AS month FROM enrolment_close", row => row.Day("month"))
            .Single();
        return
        [
            .. from schema in PublishedTables.OfCounts
            let grain = schema.Has("month") ? PeriodGrain.Month : PeriodGrain.Quarter
            let periods = last is { } month
                ? Period
                    .Range(grain, fund.Counting!.From, month)
                    .Where(period => period.End < month.AddMonths(1))
                    .ToList()
                : []
            select (schema, (IReadOnlyList<Period>)periods),
        ];
    }

    private void On(FundDescription fund, Closing closing, Action<EnrolmentBook> work)
    {
        using var run = new MetricRun(Store, new MetricScope(fund, closing.CutOff, closing.LastBatch));
        work(new EnrolmentBook(Store, run));
    }
}
