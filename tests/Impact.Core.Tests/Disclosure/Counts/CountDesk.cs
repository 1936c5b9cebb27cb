using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;
using Impact.Core.Rehearsal;
using Impact.Core.Tests.Disclosure.Budget;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>A fund's counts with a budget on a disk in memory, and the list of enrolments as a test writes it.</summary>
internal sealed class CountDesk
{
    private readonly SimulatedDisk _disk = new(new SeededNumbers(7, SeededPurpose.Days));

    public static DateOnly From { get; } = new(2019, 1, 1);

    public static FundDescription Fund { get; } = TestFunds.Plain with { Counting = new(From) };

    public CountPlan Plan { get; init; } = CountPlan.Of(Fund, DisclosurePolicy.Default)!;

    /// <summary>Every entry of the budget ledger.</summary>
    public IReadOnlyList<BudgetEvent> Events
    {
        get
        {
            using var budget = Open();
            var published = budget.Publish();
            return [.. BudgetChain.Verify(published.Lines, published.PublicKey).Entries.Select(entry => entry.Event)];
        }
    }

    /// <summary>How often a series paid or named who paid.</summary>
    public int Reserves(TableSchema schema) =>
        Events.OfType<BudgetReserved>().Count(one => one.Terms.Series == schema.Id);

    /// <summary>The budget for one writer.</summary>
    public BudgetLedger Open() => BudgetLedger.Open(_disk.Open(), Plan.Budget, []);

    /// <summary>The rule at a cut-off, drawing what is due.</summary>
    public ControlledTable Draw(RawTable counts, DateOnly cutOff) => Draw(counts.Schema, Reader(counts), cutOff);

    /// <summary>The rule at a cut-off, drawing what is due by a reader of the test's own.</summary>
    public ControlledTable Draw(TableSchema schema, CountReader read, DateOnly cutOff)
    {
        using var budget = BudgetLedger.Open(Watched(_disk.Open()), Plan.Budget, []);
        return new NoisyCounts(Plan, budget, cutOff) { Read = read }.Table(schema);
    }

    /// <summary>What is put between the budget and its disk; nothing by default.</summary>
    public Func<IBudgetFiles, IBudgetFiles> Watched { get; init; } = files => files;

    /// <summary>What is on the disk.</summary>
    public SimulatedDisk Disk => _disk;

    /// <summary>The rule at a cut-off, as far as it was drawn.</summary>
    public ControlledTable Show(TableSchema schema, DateOnly cutOff)
    {
        using var budget = Open();
        return new NoisyCounts(Plan, budget, cutOff).Table(schema);
    }

    /// <summary>Reads a list that is written already: of a table what is asked for.</summary>
    public static CountReader Reader(RawTable counts) => Impact.Core.Tests.Disclosure.Attacks.CountDesk.Reader(counts);

    /// <summary>Pays for a period and loses its draw, as a crash would.</summary>
    public void Burn(TableSchema schema, string period)
    {
        using var budget = Open();
        var terms = Plan.Find(schema)!.Terms;
        Assert.That(budget.Declare(terms), Is.Null);
        budget.Abandon(budget.Reserve(terms, period).Reservation!);
    }

    /// <summary>Pays a whole lifetime for a series that is not in the plan.</summary>
    public void Exhaust(string unit)
    {
        using var budget = Open();
        var lifetime = Plan.Budget.Units.Single(one => one.Unit == unit).Lifetime;
        var terms = SampleBudget.Of("planted", lifetime) with { Unit = unit };
        Assert.That(budget.Declare(terms), Is.Null);
        Assert.That(budget.Reserve(terms, "2018-Q4").Fault, Is.Null);
    }

    /// <summary>New enrolments of the fund by month, from the first.</summary>
    public static RawTable ToDate(params IEnumerable<long> months) =>
        new(
            PublishedTables.EnrolmentsToDate,
            [
                .. months.Select(
                    (count, place) =>
                    {
                        var month = Period.Of(PeriodGrain.Month, From.AddMonths(place));
                        return Row([month.Code], month, count);
                    }
                ),
            ]
        );

    /// <summary>New enrolments of one organisation by quarter, from the first.</summary>
    public static RawTable Of(string organisation, params IEnumerable<long> quarters) =>
        new(
            PublishedTables.EnrolmentsByOrganisation,
            [
                .. quarters.Select(
                    (count, place) =>
                    {
                        const int months = 3;
                        var quarter = Period.Of(PeriodGrain.Quarter, From.AddMonths(months * place));
                        return Row([organisation, quarter.Code], quarter, count);
                    }
                ),
            ]
        );

    /// <summary>One cell of a table by month or quarter and a part.</summary>
    public static RawTable One(
        TableSchema schema,
        Period period,
        string part,
        long count,
        string status = EnrolmentTables.AwaitsNoise
    ) =>
        new(
            schema,
            [
                schema.Has("organisation_id")
                    ? Row([part, period.Code], period, count, status)
                    : Row([period.Code, part], period, count, status),
            ]
        );

    /// <summary>What is shown, a cell a text: keys, value and status.</summary>
    public static IReadOnlyList<string> Cells(ControlledTable table) =>
        [
            .. table.Table.Rows.Select(row =>
                string.Join(
                    ' ',
                    table.Table.Schema.Columns.Select(column => row.Cells[table.Table.Schema.IndexOf(column.Name)])
                )
            ),
        ];

    private static RawRow Row(object?[] keys, Period period, long count, string status = EnrolmentTables.AwaitsNoise) =>
        new RowWriter(new MetricScope(Fund, period.End, LastBatch: 1)).Plain(
            [.. keys, period.Start, period.End, count, null, null, null],
            new(status, period.End, RowWriter.OneSource)
        );
}
