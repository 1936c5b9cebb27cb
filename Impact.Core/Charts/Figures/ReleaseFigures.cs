using Impact.Core.Catalogue;

namespace Impact.Core.Charts.Figures;

/// <summary>The flows that pictures show; each is made of one or more published measures.</summary>
internal enum MoneyFlow
{
    /// <summary>Gifts received, before refunds.</summary>
    Received,

    /// <summary>Allocated to partners.</summary>
    Allocated,

    /// <summary>Sent to partners, less what they returned.</summary>
    Sent,

    /// <summary>Spent by partners, on programmes, administration and fundraising together.</summary>
    Spent,
}

/// <summary>The tables of one release, read for pictures.</summary>
internal sealed class ReleaseFigures(IReadOnlyDictionary<string, PublishedTable> tables, ChartContext context)
{
    private static readonly string[] SpentByKind = ["spent_programme", "spent_management", "spent_fundraising"];

    /// <summary>What the pictures say about themselves.</summary>
    public ChartContext Context { get; } = context;

    /// <summary>First day of the first month that has a figure; the earliest day there is where no month has one.</summary>
    public DateOnly Begin =>
        Rows("money_by_month")
            .Where(row => row.Integer("amount_minor") is not null and not 0)
            .Select(row => row.Date("period_start")!.Value)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Min();

    /// <summary>The fund's flow by month where its table has it, else by quarter.</summary>
    public MoneySeries ByTime(MoneyFlow flow)
    {
        var byMonth = Flow(flow, measure => Series("money_by_month", measure));
        // Returns are booked by quarter: a monthly line without them would stand too high.
        var lacksReturns =
            flow == MoneyFlow.Sent
            && Series("money_by_quarter", "returned").KnownTotal != 0
            && !Series("money_by_month", "returned").HasKnown;
        return byMonth.HasKnown && !lacksReturns ? byMonth : Flow(flow, measure => Series("money_by_quarter", measure));
    }

    /// <summary>One measure of the fund to date: by quarter and, where it is not there, by month.</summary>
    public Figure ToDate(string measure)
    {
        var byMonth = Series("money_by_month", measure);
        return byMonth.HasKnown ? byMonth.Total : Series("money_by_quarter", measure).Total;
    }

    /// <summary>One measure of the fund up to its last closed quarter.</summary>
    public Figure ByQuarterTotal(string measure) => Series("money_by_quarter", measure).Total;

    /// <summary>One flow of the fund up to its last closed quarter.</summary>
    public Figure ByQuarterTotal(MoneyFlow flow) => Flow(flow, measure => Series("money_by_quarter", measure)).Total;

    /// <summary>One line of the Funding Status statement.</summary>
    public Figure Statement(string line) =>
        Rows("funding_status")
            .Where(row => Is(row, "line", line))
            .Aggregate(Figure.Absent, (sum, row) => sum + Figure.Of(row, "amount_minor"));

    /// <summary>One flow of one organisation by quarter.</summary>
    public MoneySeries ByQuarter(string organisation, MoneyFlow flow) =>
        Flow(
            flow,
            measure => Series("money_by_organisation", measure, row => Is(row, "organisation_id", organisation))
        );

    /// <summary>One flow of one organisation to date.</summary>
    public Figure ToDate(string organisation, MoneyFlow flow) =>
        Totals.TryGetValue((organisation, flow), out var figure) ? figure : Figure.Absent;

    /// <summary>The organisations that have a total, by identifier.</summary>
    public IReadOnlyList<string> Organisations =>
        [.. Totals.Keys.Select(key => key.Organisation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>An organisation's name; its identifier where the register has no name.</summary>
    public string Name(string organisation)
    {
        Names ??= Rows("organisations")
            .ToDictionary(row => row.Text("organisation_id"), row => row.Text("name"), StringComparer.Ordinal);
        return Names.TryGetValue(organisation, out var name) && !string.IsNullOrWhiteSpace(name) ? name : organisation;
    }

    /// <summary>The rows of a table; none where the release has no such table.</summary>
    public IReadOnlyList<TableRow> Rows(string table) => tables.TryGetValue(table, out var found) ? found.Rows : [];

    private Dictionary<string, string>? Names { get; set; }

    private Dictionary<(string Organisation, MoneyFlow Flow), Figure> Totals => field ??= ReadTotals();

    private static bool Is(TableRow row, string column, string value) =>
        string.Equals(row.Text(column), value, StringComparison.Ordinal);

    private static MoneySeries Flow(MoneyFlow flow, Func<string, MoneySeries> read) =>
        flow switch
        {
            MoneyFlow.Received => read("received"),
            MoneyFlow.Allocated => read("allocated"),
            MoneyFlow.Sent => read("disbursed").LessKnown(read("returned")),
            _ => Spent(read),
        };

    /// <summary>The total where the table has one, else the sum of the kinds.</summary>
    private static MoneySeries Spent(Func<string, MoneySeries> read)
    {
        var total = read("spent");
        var kinds = SpentByKind.Select(read).Aggregate((sum, kind) => sum.Plus(kind));
        return total.HasKnown || (total.Periods.Count > 0 && !kinds.HasKnown) ? total : kinds;
    }

    private MoneySeries Series(string table, string measure, Func<TableRow, bool>? filter = null) =>
        new(
            Rows(table)
                .Where(row => Is(row, "measure", measure) && (filter?.Invoke(row) ?? true))
                .Select(row => new PeriodFigure(
                    row.Date("period_start")!.Value,
                    row.Date("period_end")!.Value,
                    Figure.Of(row, "amount_minor")
                ))
        );

    private Dictionary<(string Organisation, MoneyFlow Flow), Figure> ReadTotals()
    {
        var totals = new Dictionary<(string, MoneyFlow), Figure>();
        foreach (
            var organisation in Rows("organisation_totals")
                .GroupBy(row => row.Text("organisation_id"), StringComparer.Ordinal)
        )
        {
            foreach (var flow in Enum.GetValues<MoneyFlow>())
            {
                totals[(organisation.Key, flow)] = Flow(
                    flow,
                    measure => OnePeriod(organisation.Where(row => Is(row, "measure", measure)))
                ).Total;
            }
        }

        return totals;
    }

    /// <summary>A total to date as a series of one period, so that totals and flows are put together by the same rules.</summary>
    private MoneySeries OnePeriod(IEnumerable<TableRow> rows) =>
        new(rows.Select(row => new PeriodFigure(DateOnly.MinValue, Context.CutOff, Figure.Of(row, "amount_minor"))));
}
