using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Quantities;
using Impact.Core.Releases;
using Impact.Core.Tests.Releases;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>A whole fund with one household or none, from its files to the published bytes; published again and again, each time as if for the first.</summary>
internal sealed class PublishedFund : IDisposable
{
    private const string Id = "watched";
    private const string Helper = "XI-EXAMPLE-1";

    private static readonly DateOnly CutOff = new(2019, 9, 30);

    private readonly TemporaryFolder _folder = new();
    private readonly DataFolder _data;
    private readonly FundDescription _fund;
    private readonly Lazy<BookRun> _run;
    private readonly Lazy<IReadOnlyList<RawTable>> _counts;

    /// <summary>Makes the fund and ingests its files.</summary>
    /// <param name="helped">Whether the one household was helped; else the file of services is not there.</param>
    public PublishedFund(bool helped)
    {
        var fund = Fund.Create(
            _folder.Path,
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
        (_data, _fund, _run, _counts) = (new(_folder.Path), fund.Description, new(Run), new(Count));
        Ingest(
            fund,
            Written(
                "gifts.csv",
                "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring\n"
                    + "one,foundation,organisation,Example Foundation,2019-08-01,2019-08-01,1000.00,USD,,,,\n"
            )
        );
        if (helped)
        {
            Ingest(
                fund,
                Written(
                    "services.csv",
                    "service_id,household,organisation_id,service,occurred_on,place,household_size\n"
                        + $"1,case 1,{Helper},food_assistance,2019-08-10,,\n2,case 1,{Helper},food_assistance,2019-09-10,,\n"
                )
            );
        }
    }

    /// <summary>Publishes everything, from the ledger on, without charts.</summary>
    public PublishedCounts PublishWhole()
    {
        var publication = new FundPublication(_data, TimeProvider.System);
        var draft = publication.Draft(_fund, CutOff) with { DrawCharts = _ => [], OpenGifts = () => null };
        return Counts(publication.Publish(draft).Release);
    }

    /// <summary>Publishes the counts of families alone, from the list on, in a folder and on a budget that were never used.</summary>
    public PublishedCounts Publish()
    {
        var folder = InMemory();
        try
        {
            return Publish(new DataFolder(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Each entry of the budget waits for the disk; what is attacked here does not depend on one.</summary>
    private static string InMemory()
    {
        const string memory = "/dev/shm";
        var parent = Directory.Exists(memory) ? memory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, "impact-attack-" + Path.GetRandomFileName())).FullName;
    }

    private PublishedCounts Publish(DataFolder data)
    {
        new FundRegister(data).Create(_fund);
        var policy = DisclosurePolicy.Default;
        using var counts = FundCounts.Open(data, _fund, policy)!;
        var rule = counts.Drawing(
            CutOff,
            (table, periods) => CountDesk.Reader(_counts.Value.Single(one => one.Schema == table))(table, periods)
        );
        var tables = FundPublication.Control(_fund, [], policy, [], rule);
        var draft = FundPublication.Draft(
            _fund,
            policy,
            new(_run.Value.Scope.LastBatch, CutOff),
            tables,
            _run.Value.Gates
        ) with
        {
            Privacy = counts.Published(),
            DrawCharts = _ => [],
            OpenGifts = () => null,
        };
        return Counts(new FundPublication(data, TimeProvider.System).Publish(draft).Release);
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    private static void Ingest(Fund fund, string file) =>
        Assert.That(fund.Ingest(file, "impact").RowsRejected, Is.Zero, Path.GetFileName(file));

    private static string[] Lines(Release release, TableSchema schema) =>
        File.ReadAllLines(Path.Combine(release.Folder, "data", schema.Id + ".csv"));

    private BookRun Run()
    {
        using var ledger = LedgerStore.Open(_data.Ledger(Id));
        return new FundBooks(ledger, DisclosurePolicy.Default).Run(_fund, CutOff);
    }

    /// <summary>The list of enrolments, counted once for all releases.</summary>
    private IReadOnlyList<RawTable> Count()
    {
        // Before the ledger is opened: the run opens it too.
        var scope = _run.Value.Scope;
        using var ledger = LedgerStore.Open(_data.Ledger(Id));
        using var run = new MetricRun(ledger, scope);
        var book = new EnrolmentBook(ledger, run);
        return
        [
            .. PublishedTables.OfCounts.Select(table =>
                book.Read(
                    table,
                    Period.Range(
                        table.Has("month") ? PeriodGrain.Month : PeriodGrain.Quarter,
                        _fund.Counting!.From,
                        CutOff
                    )
                )
            ),
        ];
    }

    private static PublishedCounts Counts(Release release) =>
        new(Lines(release, PublishedTables.EnrolmentsToDate), Lines(release, PublishedTables.EnrolmentsByOrganisation));

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
