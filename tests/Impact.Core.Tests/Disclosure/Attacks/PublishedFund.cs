using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>A whole fund in a folder of its own, from its files to the published bytes, without charts.</summary>
internal sealed class PublishedFund : IDisposable
{
    /// <summary>The end of the first quarter.</summary>
    public static readonly DateOnly FirstQuarter = new(2019, 9, 30);

    private const string Id = "watched";

    private readonly DataFolder _data;
    private readonly Fund _fund;
    private int _files;

    /// <summary>Makes the fund, and ingests one gift of a foundation, of the quarter before: a fund without a closed one has nothing to tell.</summary>
    public PublishedFund()
    {
        _data = new(InMemory());
        _fund = Fund.Create(
            _data.Path,
            Written(
                "fund.json",
                """
                {
                  "id": "watched",
                  "name": { "en": "Watched", "es": "Observado" },
                  "purpose": { "en": "To be attacked.", "es": "Para ser atacado." },
                  "currency": "USD",
                  "fiction": true,
                  "organisations": [{ "id": "XI-EXAMPLE-1", "name": "Example Legal Aid", "type": "national_ngo" }],
                  "designations": [],
                  "counting": { "from": "2019-07-01" }
                }
                """
            ),
            TimeProvider.System
        );
        Ingest(
            "gifts.csv",
            "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring\n"
                + "one,foundation,organisation,Example Foundation,2019-05-01,2019-05-01,1000.00,USD,,,,\n"
        );
        Plan = CountPlan.Of(_fund.Description, DisclosurePolicy.Default)!;
    }

    /// <summary>The noisy tables.</summary>
    public CountPlan Plan { get; }

    /// <summary>One fund with one household or none, from its files to the bytes of its first release.</summary>
    /// <param name="helped">Whether the one household was helped; else the file of services is not there.</param>
    /// <param name="whole">Whether every table is published; else those about families alone.</param>
    /// <param name="withoutNoise">The planted bug: the true counts are published, by the program, as if they had been drawn.</param>
    public static PublishedCounts FromFiles(bool helped, bool whole = false, bool withoutNoise = false)
    {
        using var fund = new PublishedFund();
        if (helped)
        {
            fund.Help("case 1", new(2019, 8, 10));
            fund.Help("case 1", new(2019, 9, 10));
        }

        return fund.Publish(FirstQuarter, whole, withoutNoise);
    }

    /// <summary>Ingests a file that tells of one service.</summary>
    public void Help(string household, DateOnly day) =>
        Ingest(
            "services.csv",
            "service_id,household,organisation_id,service,occurred_on,place,household_size\n"
                + FormattableString.Invariant($"{_files},{household},XI-EXAMPLE-1,food_assistance,{day:yyyy-MM-dd},,\n")
        );

    /// <summary>Publishes a release from the ledger on: all of the program's way but the pictures.</summary>
    public PublishedCounts Publish(DateOnly cutOff, bool whole = false, bool withoutNoise = false)
    {
        var policy = DisclosurePolicy.Default;
        using var ledger = LedgerStore.Open(_data.Ledger(Id));
        FundDoor.Require(ledger, _fund.Description);
        var run = new FundBooks(ledger, policy) { Published = FundPublication.Published(_data, Id) }.Run(
            _fund.Description,
            cutOff
        );
        using var list = new MetricRun(ledger, run.Scope);
        CountReader read = new EnrolmentBook(ledger, list).Read;
        if (withoutNoise)
        {
            StoreTrueCounts(cutOff, read);
        }

        using var counts = FundCounts.Open(_data, _fund.Description, policy)!;
        var tables = FundPublication.Control(
            _fund.Description,
            whole ? run.Tables : [],
            policy,
            run.Scope.Published,
            counts.Drawing(cutOff, read)
        );
        var basis = new PublishedCutOff(run.Scope.LastBatch, cutOff);
        var draft = FundPublication.Draft(_fund.Description, policy, basis, tables, run.Gates) with
        {
            Privacy = counts.Published(),
            DrawCharts = _ => [],
            OpenGifts = () => null,
        };
        var release = new FundPublication(_data, TimeProvider.System).Publish(draft).Release;
        return new(
            Lines(release, PublishedTables.EnrolmentsToDate),
            Lines(release, PublishedTables.EnrolmentsByOrganisation)
        );
    }

    /// <summary>Looks into the fund's private budget.</summary>
    public T OfBudget<T>(Func<BudgetLedger, T> look)
    {
        using var files = BudgetFiles.Take(_data.Budget(Id));
        using var budget = BudgetLedger.Open(files, Plan.Budget, []);
        return look(budget);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_data.Path, recursive: true);

    /// <summary>Each write waits for the disk; what is attacked here does not depend on one.</summary>
    private static string InMemory()
    {
        const string memory = "/dev/shm";
        var parent = Directory.Exists(memory) ? memory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, "impact-attack-" + Path.GetRandomFileName())).FullName;
    }

    /// <summary>The lines of a table; none where no period of it is closed yet.</summary>
    private static string[] Lines(Release release, TableSchema schema)
    {
        var path = Path.Combine(release.Folder, "data", schema.Id + ".csv");
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    /// <summary>The planted bug: what was counted lies in the budget as what was drawn, before the program asks for it.</summary>
    private void StoreTrueCounts(DateOnly cutOff, CountReader read) =>
        OfBudget(budget =>
        {
            foreach (var series in Plan.Series.Where(series => series.Terms.Unit == Plan.Budget.Units[0].Unit))
            {
                _ = budget.Declare(series.Terms);
                var toDate = 0L;
                foreach (var period in series.Due(Plan.Counting, cutOff))
                {
                    var reservation = budget.Reserve(series.Terms, period.Code).Reservation!;
                    var count = Count(read(series.Schema, [period]));
                    toDate += count;
                    if (series.IsToDate)
                    {
                        budget.Frozen.Freeze(reservation, new Dictionary<string, long> { [CountSeries.Whole] = count });
                    }

                    var shown = series.IsToDate ? toDate : count;
                    _ = budget.Commit(reservation, new([new(series.Parts[0], shown, series.IsToDate ? count : null)]));
                }
            }

            return 0;
        });

    private static long Count(RawTable table) => table.Rows.Sum(row => (long)row.Cells[table.Schema.IndexOf("value")]!);

    private void Ingest(string sheet, string text)
    {
        var file = Written(sheet, text);
        Assert.That(_fund.Ingest(file, "impact").RowsRejected, Is.Zero, sheet);
    }

    /// <summary>A file in a folder of its own: its name says which sheet it is.</summary>
    private string Written(string name, string text)
    {
        var folder = Path.Combine(_data.Path, FormattableString.Invariant($"files-{_files++}"));
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
