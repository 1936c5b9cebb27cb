namespace Impact.Core.Catalogue.Derivations;

/// <summary>The published tables that others are derived from, read once.</summary>
internal sealed class DerivationSource
{
    private readonly Dictionary<string, IndicatorRule> _rules;

    /// <summary>Reads the tables; one that is missing has no rows.</summary>
    public DerivationSource(IEnumerable<PublishedTable> tables)
    {
        var byId = tables.ToDictionary(table => table.Schema.Id, StringComparer.Ordinal);
        IReadOnlyList<TableRow> Rows(TableSchema schema) => byId.GetValueOrDefault(schema.Id)?.Rows ?? [];
        _rules = Rows(PublishedTables.Indicators)
            .ToDictionary(row => row.Text("indicator"), IndicatorRule.Of, StringComparer.Ordinal);
        var people = Rows(PublishedTables.People);
        Fund = people.Select(row => row.Text("fund")).FirstOrDefault(string.Empty);
        Fiction = people.Any(row => row.Boolean("fiction"));
        Statements =
        [
            .. people
                .Where(row => _rules.ContainsKey(row.Text("indicator")))
                .GroupBy(row =>
                    (row.Text("organisation_id"), row.Text("indicator"), row.Text("measure"), row.Text("period"))
                )
                .Select(Statement)
                .OfType<StatedPeople>(),
        ];
        var totals = Rows(PublishedTables.OrganisationTotals);
        Currency = totals.Select(row => row.Text("currency")).FirstOrDefault();
        Spent = totals
            .Where(row => row.Text("measure") == "spent")
            .ToDictionary(row => row.Text("organisation_id"), StringComparer.Ordinal);
    }

    /// <summary>The fund; empty where nothing is stated.</summary>
    public string Fund { get; }

    /// <summary>Whether the figures are invented.</summary>
    public bool Fiction { get; }

    /// <summary>The currency of every cost; null where no organisation's money is shown.</summary>
    public string? Currency { get; }

    /// <summary>Every statement that is shown or withheld.</summary>
    public IReadOnlyList<StatedPeople> Statements { get; }

    /// <summary>Each organisation's whole expenditure to date.</summary>
    public IReadOnlyDictionary<string, TableRow> Spent { get; }

    /// <summary>The rule of an indicator.</summary>
    public IndicatorRule RuleOf(string indicator) => _rules[indicator];

    /// <summary>A row with the columns that every table ends with.</summary>
    public object?[] Row(IEnumerable<object?> cells, RowContext context) =>
        [
            Fund,
            .. cells,
            context.Status,
            context.IsFinal ? "final" : "provisional",
            context.Reported,
            context.Expected,
            Fiction,
        ];

    /// <summary>The total, or where none is stated the parts by sex and age at once, of which no person is in two. Other sets divide the same people.</summary>
    private StatedPeople? Statement(IGrouping<(string, string, string, string), TableRow> rows)
    {
        var (organisation, indicator, measure, period) = rows.Key;
        var told = rows.Where(row => row.Text("status") == "c" || row.Integer("value") is not null).ToList();
        var totals = told.Where(row => row.Text("split") == "total").ToList();
        var counted =
            totals.Count > 0
                ? totals
                : told.Where(row => IndicatorSets.Of(row.Text("split")) == IndicatorSets.SexAndAge).ToList();
        if (counted.Count == 0)
        {
            return null;
        }

        var people = counted.Select(row => PeopleInterval.Of(row.Integer("value"), _rules[indicator])).ToList();
        return new(
            organisation,
            indicator,
            measure,
            period,
            counted[0].Date("period_start")!.Value,
            counted[0].Date("period_end")!.Value,
            PeopleInterval.Sum(people),
            counted.All(row => row.Text("finality") == "final")
        );
    }
}

/// <summary>What stands at the end of a derived row.</summary>
/// <param name="Status">A code of the status list.</param>
/// <param name="IsFinal">Whether everything it is computed from is final.</param>
/// <param name="Reported">How much of what it needs is there.</param>
/// <param name="Expected">How much it needs.</param>
internal sealed record RowContext(string Status, bool IsFinal, long Reported, long Expected);
