using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Core.Disclosure;

/// <summary>
/// The rule for gifts of people that a quarter splits into parts. The quarter's total can be known, so one withheld part could be had
/// by subtracting the others: the parts are shown together or not at all.
/// </summary>
/// <remarks>
/// They are shown where each part that anyone gave for has enough people behind it and hides its largest gift (the rule of
/// <see cref="MonthlyInflows"/>), and where the parts' sum tells no more than the months that are shown (<see cref="InflowBoundaries"/>).
/// What organisations and states gave is exact.
/// </remarks>
internal sealed class SplitInflows(FundDescription fund, DisclosurePolicy policy, InflowBoundaries boundaries)
{
    private const string Measure = "received";

    /// <summary>Every row with its decision.</summary>
    /// <exception cref="UncontrolledTableException">A part of people's gifts lacks the evidence of who gave.</exception>
    public ControlledTable Apply(RawTable table)
    {
        var schema = table.Schema;
        var quarters = table.Rows.GroupBy(row => (string)row.Cells[schema.IndexOf("quarter")]!, StringComparer.Ordinal);
        return ControlledTable.Decide(schema, [.. quarters.SelectMany(quarter => Quarter(schema, [.. quarter]))]);
    }

    private IEnumerable<(IReadOnlyList<object?> Cells, string Decision)> Quarter(
        TableSchema schema,
        List<RawRow> quarter
    )
    {
        var parts = quarter.Where(row => IsOfPeople(schema, row)).ToList();
        var mayBeShown = fund.IsFromPublicSources || MayBeShown(schema, parts);
        foreach (var row in quarter)
        {
            yield return (IsOfPeople(schema, row), fund.IsFromPublicSources, mayBeShown) switch
            {
                (false, _, _) => (row.Cells, "exact"),
                (_, true, _) => (row.Cells, "public-source"),
                (_, _, true) => (row.Cells, "enough-givers"),
                _ => DisclosureControl.Withheld(schema, row.Cells),
            };
        }
    }

    private bool MayBeShown(TableSchema schema, List<RawRow> parts)
    {
        var given = parts.Select(row => Evidence(schema, row)).Where(one => one is not { People: 0, AmountMinor: 0 });
        return parts.Count > 0
            && given.Any()
            && given.All(evidence => MonthlyInflows.MayBeShown(evidence, policy))
            && parts.All(row =>
                boundaries.AreWholeIn(
                    Measure,
                    (DateOnly)row.Cells[schema.IndexOf("period_start")]!,
                    (DateOnly)row.Cells[schema.IndexOf("period_end")]!
                )
            );
    }

    private static InflowEvidence Evidence(TableSchema schema, RawRow row) =>
        row.Evidence
        ?? throw new UncontrolledTableException(schema.Id, "a part lacks the evidence that enough people gave");

    /// <summary>Whatever is not told is nobody's.</summary>
    private static bool IsOfPeople(TableSchema schema, RawRow row) =>
        row.Cells[schema.IndexOf("giver_kind")] is not "organisation" && row.Cells[schema.IndexOf("status")] is not "x";
}
