using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>Lets out spending by category as gate G allows: lines are merged, and their sums stay exact.</summary>
/// <param name="fund">The fund.</param>
/// <param name="policy">The thresholds.</param>
/// <param name="published">The lines of all earlier releases.</param>
internal sealed class HouseholdSpending(
    FundDescription fund,
    DisclosurePolicy policy,
    IReadOnlyList<PublishedSpending> published
)
{
    private static readonly TableSchema Schema = PublishedTables.SpendingByCategory;
    private static readonly int Organisation = Schema.IndexOf("organisation_id");
    private static readonly int Line = Schema.IndexOf("line");
    private static readonly int Minor = Schema.IndexOf("amount_minor");

    private SpendingPlan Plan => new(fund, policy, published) { Bounds = Bounds };

    private readonly KeptSpending _kept = new(published);

    /// <summary>Published counts of families, which bind how many can have been aided.</summary>
    public IReadOnlyList<CountBound> Bounds { get; init; } = [];

    /// <summary>The quarters of a table that must show nothing of their spending, as organisation and first day.</summary>
    /// <param name="table">Spending with nothing deferred.</param>
    /// <exception cref="FaultException"><see cref="Faults.HouseholdAidImpossible"/>.</exception>
    public IReadOnlyList<(string Organisation, DateOnly QuarterStart)> NotShown(RawTable table) =>
        Possible(() =>
            fund.IsFromPublicSources
                ? []
                : Plan.NotShown(Quarters(table).Select(quarter => Spending([.. quarter])))
                    .Select(quarter => (quarter.Organisation, quarter.First))
                    .ToList()
        );

    /// <summary>Every line with its decision.</summary>
    /// <exception cref="FaultException">A quarter contradicts the stipends, or what was published of it.</exception>
    /// <exception cref="UncontrolledTableException">A quarter would have to be withheld and is not.</exception>
    public ControlledTable Apply(RawTable table) =>
        fund.IsFromPublicSources
            ? ControlledTable.Decide(Schema, [.. table.Rows.Select(row => (row.Cells, "public-source"))])
            : Possible(() => ControlledTable.Decide(Schema, [.. Decided(table)]));

    private IEnumerable<(IReadOnlyList<object?> Cells, string Decision)> Decided(RawTable table)
    {
        // A withheld quarter's money is looked at with the next one's: stipends of both may have been paid.
        var withheld = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var quarter in Quarters(table))
        {
            var rows = quarter.ToList();
            var organisation = (string)rows[0].Cells[Organisation]!;
            var lines = IsWithheld(rows)
                ? [(rows[0].Cells, "household-aid-withheld")]
                : Merged(rows, withheld.GetValueOrDefault(organisation, Spending(rows).First));
            _kept.Require(organisation, quarter.Key.First, lines.Select(line => line.Cells));
            if (IsWithheld(rows))
            {
                withheld.TryAdd(organisation, quarter.Key.First);
            }
            else
            {
                withheld.Remove(organisation);
            }

            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private List<(IReadOnlyList<object?> Cells, string Decision)> Merged(List<RawRow> rows, DateOnly first)
    {
        var spending = Spending(rows);
        var level = Plan.LevelOf(spending with { First = first }, spending.First);
        if (level == SpendingLevel.NextQuarter)
        {
            throw new UncontrolledTableException(
                Schema.Id,
                "a quarter with a cash programme is shown that gate G withholds"
            );
        }

        var decision = level switch
        {
            SpendingLevel.DirectAid => "household-aid-merged",
            SpendingLevel.Programme => "programme-merged",
            _ => spending.IsOfHouseholds(fund) ? "household-aid-shown" : "exact",
        };
        return [.. spending.Lines(level).Select(line => (WithLine(rows[0].Cells, line.Key, line.Value), decision))];
    }

    private object?[] WithLine(IReadOnlyList<object?> told, string line, long minor)
    {
        var cells = told.ToArray();
        cells[Line] = line;
        cells[Minor] = minor;
        cells[Schema.IndexOf("amount")] = new Quantities.Money(minor, Quantities.Currency.Parse(fund.Currency)).Major;
        return cells;
    }

    private static IEnumerable<IGrouping<(string Organisation, DateOnly First), RawRow>> Quarters(RawTable table) =>
        table
            .Rows.GroupBy(row =>
                ((string)row.Cells[Organisation]!, (DateOnly)row.Cells[Schema.IndexOf("period_start")]!)
            )
            .OrderBy(quarter => quarter.Key.Item2);

    private static bool IsWithheld(List<RawRow> rows) => rows.Exists(row => row.Cells[Minor] is null);

    /// <summary>A line of a whole programme in a raw table is a quarter in which nothing was spent.</summary>
    private static QuarterSpending Spending(List<RawRow> rows) =>
        new(
            (string)rows[0].Cells[Organisation]!,
            (DateOnly)rows[0].Cells[Schema.IndexOf("period_start")]!,
            (DateOnly)rows[0].Cells[Schema.IndexOf("period_end")]!,
            rows.Where(row => (string)row.Cells[Line]! != SpendingLines.Programme)
                .ToDictionary(row => (string)row.Cells[Line]!, row => (long)row.Cells[Minor]!, StringComparer.Ordinal)
        );

    private static T Possible<T>(Func<T> decide)
    {
        try
        {
            return decide();
        }
        catch (ImpossibleHouseholdAidException impossible)
        {
            throw new FaultException(new Fault(Faults.HouseholdAidImpossible, impossible.Place));
        }
    }
}
