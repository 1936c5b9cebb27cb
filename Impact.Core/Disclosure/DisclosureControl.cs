using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Disclosure.HouseholdMoney;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>The only way from a raw table to one that may be published. What no rule lets out stays in.</summary>
/// <param name="fund">The fund, which says whether its sources are public.</param>
/// <param name="policy">The thresholds.</param>
/// <param name="boundaries">The periods in which monthly inflows are shown.</param>
internal sealed class DisclosureControl(FundDescription fund, DisclosurePolicy policy, InflowBoundaries boundaries)
{
    /// <summary>The partner statements that are withdrawn.</summary>
    public WithdrawnStatements Withdrawn { get; init; } = WithdrawnStatements.None;

    /// <summary>The lines of spending that earlier releases published.</summary>
    public IReadOnlyList<PublishedSpending> Spending { get; init; } = [];

    /// <summary>What earlier releases published of inflows of people.</summary>
    public KeptInflows Inflows { get; init; } = new([]);

    /// <summary>What published counts of families tell gate G.</summary>
    public IReadOnlyList<CountBound> Bounds { get; init; } = [];

    /// <summary>Applies the rule of the table's protection class to every row. Counts of single people have no raw table: see <see cref="NoisyCounts"/>.</summary>
    /// <exception cref="UncontrolledTableException">The class has no rule here, or a row lacks the evidence its rule needs.</exception>
    public ControlledTable Apply(RawTable table) =>
        table.Schema.Protection switch
        {
            ProtectionClass.Exact when LotQuarters.Rules(table.Schema) => new LotQuarters(
                fund,
                policy,
                boundaries
            ).Apply(table),
            ProtectionClass.Exact when table.Schema.Id == PublishedTables.Earmarking.Id => new SplitInflows(
                fund,
                policy,
                boundaries
            ).Apply(table),
            ProtectionClass.Exact when table.Schema.Id == PublishedTables.SpendingByCategory.Id =>
                new HouseholdSpending(fund, policy, Spending) { Bounds = Bounds }.Apply(table),
            ProtectionClass.Exact => ControlledTable.Decide(
                table.Schema,
                [.. table.Rows.Select(row => ExactRow(table.Schema, row))]
            ),
            ProtectionClass.PartnerStatement => new PartnerStatements(fund, policy, Withdrawn).Apply(table),
            _ => throw new UncontrolledTableException(table.Schema.Id, "its protection class has no rule"),
        };

    /// <summary>The same control once counts of families are decided on: gate G knows what they tell.</summary>
    public DisclosureControl With(NoisyCounts? counts, IReadOnlyList<ControlledTable> noisy) =>
        new(fund, policy, boundaries)
        {
            Withdrawn = Withdrawn,
            Spending = Spending,
            Inflows = Inflows,
            Bounds =
            [
                .. noisy
                    .Where(table => table.Table.Schema == PublishedTables.EnrolmentsByOrganisation)
                    .SelectMany(table => counts!.Bounds(table)),
            ],
        };

    private (IReadOnlyList<object?> Cells, string Decision) ExactRow(TableSchema schema, RawRow row)
    {
        if (!IsInflowOfIndividuals(schema, row))
        {
            return (row.Cells, "exact");
        }

        if (fund.IsFromPublicSources)
        {
            return (row.Cells, "public-source");
        }

        return schema.Id switch
        {
            "money_by_month" => MonthRow(schema, row),
            "register" => RegisterRow(schema, row),
            _ => LongerRow(schema, row),
        };
    }

    private (IReadOnlyList<object?> Cells, string Decision) MonthRow(TableSchema schema, RawRow row) =>
        Inflows.Has(schema, row.Cells) || (row.Evidence is { } evidence && MonthlyInflows.MayBeShown(evidence, policy))
            ? (row.Cells, "enough-givers")
            : throw new UncontrolledTableException(schema.Id, "an inflow lacks the evidence that enough people gave");

    /// <summary>A sum of differences in what people gave is shown where enough of them stand behind it, else only that there is one.</summary>
    private (IReadOnlyList<object?> Cells, string Decision) RegisterRow(TableSchema schema, RawRow row)
    {
        var evidence =
            row.Evidence
            ?? throw new UncontrolledTableException(schema.Id, "a sum lacks the evidence of the people behind it");
        if (MonthlyInflows.MayBeShown(evidence, policy))
        {
            return (row.Cells, "enough-givers");
        }

        var cells = row.Cells.ToArray();
        foreach (var withheld in (string[])["owner", "explanation", "note_en", "note_es", "lag_days"])
        {
            cells[schema.IndexOf(withheld)] = null;
        }

        cells[schema.IndexOf("difference")] = "various";
        return Withheld(schema, cells);
    }

    /// <summary>A quarter or year is shown where it adds nothing to its months. What people pledge has no evidence, and stays in.</summary>
    private (IReadOnlyList<object?> Cells, string Decision) LongerRow(TableSchema schema, RawRow row)
    {
        var first = (DateOnly)row.Cells[schema.IndexOf("period_start")]!;
        var last = (DateOnly)row.Cells[schema.IndexOf("period_end")]!;
        if (boundaries.AreWholeIn((string)row.Cells[schema.IndexOf("measure")]!, first, last))
        {
            return (row.Cells, "enough-givers");
        }

        return Withheld(schema, row.Cells);
    }

    /// <summary>The row without its amount.</summary>
    internal static (IReadOnlyList<object?> Cells, string Decision) Withheld(
        TableSchema schema,
        IReadOnlyList<object?> told
    )
    {
        var cells = told.ToArray();
        cells[schema.IndexOf("amount_minor")] = null;
        cells[schema.IndexOf("amount")] = null;
        cells[schema.IndexOf("status")] = "c";
        return (cells, "inflow-withheld");
    }

    private static bool IsInflowOfIndividuals(TableSchema schema, RawRow row) =>
        schema.Id == PublishedTables.Contributions.Id ? row.Cells[schema.IndexOf("giver_kind")] is "individuals"
        : schema.Id == PublishedTables.Register.Id
            // What the pool advanced for organisations' gifts alone has nobody behind it.
            ? row.Cells[schema.IndexOf("flow")] is "gifts" or "payouts" or "unknown" or "advances"
                && row.Evidence is not { People: 0 }
        : (schema.Id == PublishedTables.MoneyByMonth.Id || schema.Id == PublishedTables.MoneyByQuarter.Id)
            && row.Cells[schema.IndexOf("measure")] is string measure
            && row.Cells[schema.IndexOf("status")] is not "x"
            && Measures.Inflows.Contains(measure, StringComparer.Ordinal);
}

/// <summary>A table reached the door of publication without what protects it: a defect, and nothing is published.</summary>
internal sealed class UncontrolledTableException : Exception
{
    /// <summary>Names the table and what is missing.</summary>
    public UncontrolledTableException(string table, string reason)
        : base($"Table {table} cannot be published: {reason}.") => Table = table;

    /// <summary>The table's identifier.</summary>
    public string Table { get; }
}
