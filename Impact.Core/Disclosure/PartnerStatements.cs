using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>The rule for what partners state of people: from ten, rounded to five, a split whole or not at all, never beside household counts.</summary>
/// <remarks>Source: design §4, class partner statement. A public source is shown as it was published.</remarks>
internal sealed class PartnerStatements(FundDescription fund, DisclosurePolicy policy, WithdrawnStatements withdrawn)
{
    private const string Total = "total";

    private static readonly string[] StatementColumns = ["organisation_id", "indicator", "period", "measure"];

    /// <summary>The rows that may be shown, with their decisions; a statement about households is absent.</summary>
    /// <exception cref="UncontrolledTableException">An indicator is not in the fund file, so nobody said whom it counts.</exception>
    public ControlledTable Apply(RawTable table)
    {
        var schema = table.Schema;
        if (fund.IsFromPublicSources)
        {
            return ControlledTable.Decide(
                schema,
                [
                    .. table.Rows.Select(row =>
                        withdrawn.Has(schema, row) ? Withdrawn(schema, row) : (row.Cells, "statement-as-published")
                    ),
                ]
            );
        }

        var allowed = table.Rows.Where(row => CountsNoHousehold(schema, row));
        var groups = allowed.GroupBy(row => StatementKey(schema, row), StringComparer.Ordinal);
        return ControlledTable.Decide(schema, [.. groups.SelectMany(group => ShowStatement(schema, [.. group]))]);
    }

    private static string StatementKey(TableSchema schema, RawRow row) =>
        string.Join('|', StatementColumns.Select(name => (string?)row.Cells[schema.IndexOf(name)]));

    private static bool IsTotal(TableSchema schema, RawRow row) => row.Cells[schema.IndexOf("split")] is Total;

    private static long People(TableSchema schema, RawRow row) => (long)row.Cells[schema.IndexOf("value")]!;

    private bool CountsNoHousehold(TableSchema schema, RawRow row)
    {
        var indicator = (string)row.Cells[schema.IndexOf("indicator")]!;
        var described =
            fund.Indicators.SingleOrDefault(candidate => candidate.Id == indicator)
            ?? throw new UncontrolledTableException(schema.Id, "an indicator is not in the fund file");
        return described.Population == IndicatorPopulation.Statement;
    }

    private IEnumerable<(IReadOnlyList<object?> Cells, string Decision)> ShowStatement(
        TableSchema schema,
        List<RawRow> statement
    )
    {
        var total = statement.SingleOrDefault(row => IsTotal(schema, row));
        var split = statement.Where(row => !IsTotal(schema, row)).ToList();
        if (total is null)
        {
            // Without its total a split cannot be checked, and one cell could be told from the others.
            yield break;
        }

        if (withdrawn.Has(schema, total))
        {
            yield return Withdrawn(schema, total);
            yield break;
        }

        yield return People(schema, total) >= policy.SmallestStatement
            ? Rounded(schema, total)
            : Withheld(schema, total);
        foreach (var row in Shown(schema, split, People(schema, total)))
        {
            yield return Rounded(schema, row);
        }
    }

    // Girls and boys taken from children leave the few children of unknown sex: sex and age at once never stands beside either alone.
    // Sex beside age tells no small cell: who is of one sex and one age may be as many as the smaller of the two, and both are at least ten.
    private IEnumerable<RawRow> Shown(TableSchema schema, List<RawRow> split, long total)
    {
        var whole = split
            .GroupBy(row => IndicatorSets.Of((string)row.Cells[schema.IndexOf("split")]!), StringComparer.Ordinal)
            .Where(set =>
                set.Sum(row => People(schema, row)) == total
                && set.All(row => People(schema, row) >= policy.SmallestStatement)
            )
            .ToList();
        var both = whole.Where(set => set.Key == IndicatorSets.SexAndAge).ToList();
        return (both.Count > 0 ? both : whole).SelectMany(set => set);
    }

    private (IReadOnlyList<object?> Cells, string Decision) Rounded(TableSchema schema, RawRow row)
    {
        var step = policy.StatementRounding;
        var people = checked((People(schema, row) + (step / 2)) / step * step);
        return (With(schema, row, people, "ok"), "statement-rounded");
    }

    private static (IReadOnlyList<object?> Cells, string Decision) Withheld(TableSchema schema, RawRow row) =>
        (With(schema, row, people: null, "c"), "statement-withheld");

    private static (IReadOnlyList<object?> Cells, string Decision) Withdrawn(TableSchema schema, RawRow row) =>
        (With(schema, row, people: null, "x"), "statement-withdrawn");

    private static object?[] With(TableSchema schema, RawRow row, long? people, string status)
    {
        var cells = row.Cells.ToArray();
        cells[schema.IndexOf("value")] = people;
        cells[schema.IndexOf("status")] = status;
        return cells;
    }
}
