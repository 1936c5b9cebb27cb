using System.Globalization;
using System.Numerics;
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

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>A fund's plan and its budget in memory: what an attack asks the program's own draws of.</summary>
internal sealed class CountDesk : IDisposable
{
    private readonly IBudgetFiles _files;
    private readonly BudgetLedger _budget;

    public CountDesk(IEnumerable<string> organisations, DisclosurePolicy? policy = null)
    {
        Plan = PlanOf(organisations, policy);
        _files = new SimulatedDisk(new SeededNumbers(1, SeededPurpose.Days)).Open();
        _budget = BudgetLedger.Open(_files, Plan.Budget, []);
    }

    /// <summary>First day of the first counted period.</summary>
    public static DateOnly From { get; } = new(2019, 7, 1);

    /// <summary>The noisy tables.</summary>
    public CountPlan Plan { get; }

    /// <summary>Quarters from the first counted one.</summary>
    public static IReadOnlyList<Period> Quarters(int number) =>
        Period.Range(PeriodGrain.Quarter, From, From.AddMonths(3 * number).AddDays(-1));

    /// <summary>Months from the first counted one.</summary>
    public static IReadOnlyList<Period> Months(int number) =>
        Period.Range(PeriodGrain.Month, From, From.AddMonths(number).AddDays(-1));

    /// <summary>Names of so many organisations.</summary>
    public static IEnumerable<string> Named(string prefix, int number) =>
        Enumerable.Range(0, number).Select(one => prefix + one.ToString(CultureInfo.InvariantCulture));

    /// <summary>A plan over organisations.</summary>
    public static CountPlan PlanOf(IEnumerable<string> organisations, DisclosurePolicy? policy = null) =>
        CountPlan.Of(
            TestFunds.Plain with
            {
                Counting = new(From),
                Organisations = [.. organisations.Select(id => new FundOrganisation(id, id, "national_ngo"))],
            },
            policy ?? DisclosurePolicy.Default
        )!;

    /// <summary>The policy with all that families, or donors, may lose in one table.</summary>
    public static DisclosurePolicy AllInOneTable(string lifetime, TableSchema? table = null)
    {
        var schema = table ?? PublishedTables.EnrolmentsByOrganisation;
        var all = new CountBudget
        {
            Lifetime = lifetime,
            Shares = new Dictionary<string, string>(StringComparer.Ordinal) { [schema.Id] = "1/1" },
        };
        return schema.Protection == ProtectionClass.DonorNoise
            ? DisclosurePolicy.Default with
            {
                Donors = all,
            }
            : DisclosurePolicy.Default with
            {
                Recipients = all,
            };
    }

    /// <summary>True counts as they come from the list; cells that are not named are empty.</summary>
    public static RawTable Counts(
        TableSchema schema,
        params IEnumerable<(string Period, string Part, long Count)> counts
    ) => new(schema, [.. counts.Select(cell => new RawRow(Cells(schema, cell)))]);

    /// <summary>A series as long as an attack needs; its noise and cost are the plan's.</summary>
    public CountSeries Series(TableSchema schema, int periods)
    {
        var series = Plan.Find(schema)!;
        return series with { Terms = series.Terms with { Periods = periods } };
    }

    /// <summary>Draws and stores one period.</summary>
    public Dictionary<string, BigInteger>? Draw(CountSeries series, Period period, RawTable counts) =>
        Drawing(series, counts).Draw(period, []);

    /// <summary>The draws of a series.</summary>
    public CountDraw Drawing(CountSeries series, RawTable counts) => new(series, _budget, Reader(counts));

    /// <summary>Reads a list that is written already: of its table the periods that are asked for.</summary>
    public static CountReader Reader(RawTable counts)
    {
        var column = counts.Schema.IndexOf(counts.Schema.Has("month") ? "month" : "quarter");
        var byPeriod = counts.Rows.ToLookup(row => (string)row.Cells[column]!, StringComparer.Ordinal);
        return (table, periods) => new(table, [.. periods.SelectMany(period => byPeriod[period.Code])]);
    }

    /// <summary>The table as it is published.</summary>
    public ControlledTable Publish(RawTable counts, DateOnly cutOff) =>
        new NoisyCounts(Plan, _budget, cutOff) { Read = Reader(counts) }.Table(counts.Schema);

    /// <summary>Asks for a table with a name of its own at the same noise and cost; null when the budget answers.</summary>
    public Fault? Ask(SeriesTerms terms, string period) =>
        _budget.Declare(terms) ?? _budget.Reserve(terms, period).Fault;

    /// <inheritdoc />
    public void Dispose()
    {
        _budget.Dispose();
        _files.Dispose();
    }

    private static object?[] Cells(TableSchema schema, (string Period, string Part, long Count) cell)
    {
        var cells = new object?[schema.Columns.Count];
        cells[schema.IndexOf(schema.Has("month") ? "month" : "quarter")] = cell.Period;
        cells[schema.IndexOf("value")] = cell.Count;
        cells[schema.IndexOf("status")] = EnrolmentTables.AwaitsNoise;
        foreach (var column in (string[])["organisation_id", "band", "region"])
        {
            if (schema.Has(column))
            {
                cells[schema.IndexOf(column)] = cell.Part;
            }
        }

        return cells;
    }
}
