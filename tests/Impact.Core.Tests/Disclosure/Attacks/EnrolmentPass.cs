using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.People;
using Impact.Core.Quantities;
using Impact.Core.Tests.Releases;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Records of very many households or donors, enrolled and counted by the program's own SQL in one pass over all of them.</summary>
internal sealed class EnrolmentPass : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FundDescription _fund;
    private readonly DateOnly _cutOff;
    private readonly PlantedLine? _planted;

    /// <summary>Opens an empty ledger.</summary>
    /// <param name="months">Months that are closed.</param>
    /// <param name="unit">How often a household is counted.</param>
    /// <param name="planted">A bug in the SQL; then the program's second look at the rows is left out of the counts.</param>
    public EnrolmentPass(int months, CountingUnit unit, PlantedLine? planted = null)
    {
        Store = LedgerStore.Open(_folder.Path);
        _fund = TestFunds.Plain with { Counting = new(CountDesk.From, unit) };
        _cutOff = CountDesk.From.AddMonths(months).AddDays(-1);
        _planted = planted;
    }

    /// <summary>The ledger, to be filled with records of batch 1.</summary>
    public LedgerStore Store { get; }

    /// <summary>Whether the program, which looks at every row of the list, counts nothing.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Enrols everybody month by month, and counts.</summary>
    public RawTable Count(TableSchema schema) => On((run, book) => Counted(schema, run, book));

    /// <summary>The same for very many funds at once, each organisation a fund of its own: the months to date of each.</summary>
    public IReadOnlyDictionary<string, RawTable> CountToDate() =>
        On(
            (run, book) =>
            {
                Enrol(run, book);
                return _planted is null ? VerifiedToDate(run) : UnverifiedToDate();
            }
        );

    /// <inheritdoc />
    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    private (string Name, object? Value) OnceAFund => ("once_a_fund", _fund.Counting!.Unit == CountingUnit.Household);

    private IEnumerable<DateOnly> Months =>
        Period.Range(PeriodGrain.Month, CountDesk.From, _cutOff).Select(month => month.Start);

    private List<Period> Closed(PeriodGrain grain) => [.. Period.Range(grain, CountDesk.From, _cutOff)];

    private T On<T>(Func<MetricRun, EnrolmentBook, T> work)
    {
        using var run = new MetricRun(Store, new MetricScope(_fund, _cutOff, LastBatch: 1));
        return work(run, new EnrolmentBook(Store, run));
    }

    private RawTable Counted(TableSchema schema, MetricRun run, EnrolmentBook book)
    {
        Enrol(run, book);
        try
        {
            var table = book.Read(schema, Closed(PeriodGrain.Quarter));
            if (_planted is null)
            {
                return table;
            }
        }
        catch (ContributionBoundException) when (_planted is not null)
        {
            IsRefused = true;
        }

        return Unverified(schema);
    }

    private void Enrol(MetricRun run, EnrolmentBook book)
    {
        if (_planted is null)
        {
            book.Close(_fund.Counting!);
            return;
        }

        // What the book does month after month, with the line planted.
        run.Require(WorkTablesOfPeople.FirstHelp, WorkTablesOfPeople.DonorFirst);
        if (_planted.File == "first_help")
        {
            Store.Execute("drop", "DROP TABLE first_help");
            Run("first_help", ("last_batch", 1), ("cut_off", _cutOff), OnceAFund);
        }

        foreach (var month in Months)
        {
            Run("household_enrol", ("first_open", month), ("last_open", month));
            Run("donor_enrol", ("first_open", month), ("last_open", month));
            Store.Execute("close", "INSERT INTO enrolment_close VALUES ($month)", ("month", month));
        }
    }

    private void Run(string file, params (string Name, object? Value)[] values) =>
        Store.Execute(file, PlantedLine.SqlOf(file, _planted), values);

    private Dictionary<string, RawTable> VerifiedToDate(MetricRun run)
    {
        var all = new EnrolmentCount();
        _ = run.Rows("household_enrolled", row => all.Take(row, "part"), ("last", Months.Max()), OnceAFund);
        return all.Cells()
            .GroupBy(cell => cell.Part, StringComparer.Ordinal)
            .ToDictionary(
                fund => fund.Key,
                fund =>
                    EnrolmentTables.Of(
                        PublishedTables.EnrolmentsToDate,
                        [.. fund],
                        Closed(PeriodGrain.Month),
                        new RowWriter(run.Scope)
                    ),
                StringComparer.Ordinal
            );
    }

    private Dictionary<string, RawTable> UnverifiedToDate()
    {
        var enrolled = Store
            .Query(
                "count",
                "SELECT organisation_id, month_start, count(*) AS people FROM household_enrolment GROUP BY ALL",
                row =>
                    (
                        Fund: row.Text("organisation_id")!,
                        Month: row.Day("month_start")!.Value,
                        People: row.Integer("people")
                    )
            )
            .ToLookup(cell => cell.Fund, StringComparer.Ordinal);
        return enrolled.ToDictionary(
            fund => fund.Key,
            fund =>
                CountDesk.Counts(
                    PublishedTables.EnrolmentsToDate,
                    Months.Select(month =>
                        (
                            Period.Of(PeriodGrain.Month, month).Code,
                            string.Empty,
                            fund.Where(cell => cell.Month == month).Sum(cell => cell.People)
                        )
                    )
                ),
            StringComparer.Ordinal
        );
    }

    /// <summary>The list counted as it stands, without the look at every row.</summary>
    private RawTable Unverified(TableSchema schema)
    {
        var part = schema.Has("region") ? "region" : "organisation_id";
        var list = schema.Has("region") ? "donor_enrolment" : "household_enrolment";
        return CountDesk.Counts(
            schema,
            Store.Query(
                "count",
                $"""
                SELECT {part} AS part, CAST(date_trunc('quarter', month_start) AS DATE) AS period_start, count(*) AS people
                FROM {list} GROUP BY ALL
                """,
                row =>
                    (
                        Period.Of(PeriodGrain.Quarter, row.Day("period_start")!.Value).Code,
                        row.Text("part")!,
                        row.Integer("people")
                    )
            )
        );
    }
}
