using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts;

/// <summary>Builds the published tables of an invented release, row by row; sums follow from the organisations' quarters.</summary>
public sealed class ReleaseBuilder(bool fiction, DateOnly? finalUntil = null, string currency = "USD")
{
    private readonly Dictionary<string, List<object?[]>> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _organisations = new(StringComparer.Ordinal);
    private readonly List<(
        string Organisation,
        Period Period,
        string Measure,
        long? Amount,
        string Status
    )> _quarters = [];
    private readonly List<(string Measure, long Amount)> _months = [];

    public ReleaseBuilder Organisation(string id, string name) =>
        _organisations.Add(id)
            ? Add("organisations", ["fund", id, name, "national_ngo"], "ok", provisional: false)
            : this;

    /// <summary>A month's flow; a null status adds no row.</summary>
    public ReleaseBuilder Month(Period month, string measure, long? amount, string? status = "ok")
    {
        if (status is null)
        {
            return this;
        }

        _months.Add((measure, amount ?? 0));
        return Money(
            "money_by_month",
            ["fund", month.Code, month.Start, month.End, measure],
            amount,
            status,
            month.End
        );
    }

    public ReleaseBuilder OrganisationQuarter(
        string id,
        Period quarter,
        string measure,
        long? amount,
        string status = "ok"
    )
    {
        _quarters.Add((id, quarter, measure, amount, status));
        return Money(
            "money_by_organisation",
            ["fund", id, quarter.Code, quarter.Start, quarter.End, measure],
            amount,
            status,
            quarter.End
        );
    }

    public ReleaseBuilder People(
        string id,
        string indicator,
        Period period,
        string measure,
        long? value,
        string status = "ok"
    ) =>
        Add(
            "people",
            ["fund", id, indicator, period.Code, period.Start, period.End, measure, "total", value],
            status,
            IsProvisional(period.End)
        );

    /// <summary>Totals by organisation and by quarter, from the organisations' quarters.</summary>
    public ReleaseBuilder WithSums()
    {
        foreach (var total in _quarters.GroupBy(row => (row.Organisation, row.Measure)))
        {
            Money(
                "organisation_totals",
                ["fund", total.Key.Organisation, total.Key.Measure],
                Sum(total),
                Status(total),
                DateOnly.MaxValue
            );
        }

        foreach (var total in _quarters.GroupBy(row => (row.Period, row.Measure)))
        {
            var period = total.Key.Period;
            Money(
                "money_by_quarter",
                ["fund", period.Code, period.Start, period.End, total.Key.Measure],
                Sum(total),
                Status(total),
                period.End
            );
        }

        return this;
    }

    /// <summary>The Funding Status statement that follows from the months and quarters.</summary>
    public ReleaseBuilder Statement(long interest, long fees, long costs, long refunds)
    {
        var received = _months.Where(row => Is(row.Measure, "received")).Sum(row => row.Amount);
        var sent = Total("disbursed");
        var returned = Total("returned");
        var spent = _quarters
            .Where(row => row.Measure.StartsWith("spent", StringComparison.Ordinal))
            .Sum(row => row.Amount ?? 0);
        var uses = sent - returned + fees + costs + refunds;
        var balance = received + interest - uses;
        (string Panel, string Line, long Amount)[] lines =
        [
            ("fund", "contributions", received),
            ("fund", "interest", interest),
            ("fund", "total_sources", received + interest),
            ("fund", "transfers", sent),
            ("fund", "returns", returned),
            ("fund", "gift_refunds", refunds),
            ("fund", "chargebacks", 0),
            ("fund", "processor_fees", fees),
            ("fund", "direct_costs", costs),
            ("fund", "total_uses", uses),
            ("fund", "fund_balance", balance),
            ("partners", "partner_resources", sent - returned),
            ("partners", "partner_expenditure", spent),
            ("partners", "partner_balance", sent - returned - spent),
            ("total", "total_balance", balance + sent - returned - spent),
        ];
        for (var position = 0; position < lines.Length; position++)
        {
            var (panel, line, amount) = lines[position];
            Money("funding_status", ["fund", (long)position, panel, line, "plus"], amount, "ok", DateOnly.MaxValue);
        }

        return this;
    }

    public IReadOnlyDictionary<string, PublishedTable> Build() =>
        _rows.ToDictionary(
            table => table.Key,
            table => new PublishedTable(PublishedTables.Find(table.Key)!, table.Value),
            StringComparer.Ordinal
        );

    private static long? Sum(IEnumerable<(string, Period, string, long? Amount, string Status)> rows) =>
        Is(Status(rows), "ok") ? rows.Sum(row => row.Amount) : null;

    private static string Status(IEnumerable<(string, Period, string, long?, string Status)> rows) =>
        rows.FirstOrDefault(row => !Is(row.Status, "ok")).Status ?? "ok";

    private static bool Is(string code, string other) => string.Equals(code, other, StringComparison.Ordinal);

    private long Total(string measure) => _quarters.Where(row => Is(row.Measure, measure)).Sum(row => row.Amount ?? 0);

    private bool IsProvisional(DateOnly end) => end > (finalUntil ?? new DateOnly(2020, 6, 30));

    private ReleaseBuilder Money(string table, object?[] key, long? amount, string status, DateOnly end)
    {
        var major = amount is { } minor ? new Money(minor, Currency.Parse(currency)).Major : (decimal?)null;
        return Add(table, [.. key, currency, amount, major], status, IsProvisional(end));
    }

    private ReleaseBuilder Add(string table, object?[] cells, string status, bool provisional)
    {
        if (!_rows.TryGetValue(table, out var rows))
        {
            _rows[table] = rows = [];
        }

        rows.Add([.. cells, status, provisional ? "provisional" : "final", 1L, 1L, fiction]);
        return this;
    }
}
