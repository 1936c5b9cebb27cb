using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Reporting;

/// <summary>How one named check of the data came out.</summary>
/// <param name="Check">Identifier of the check.</param>
/// <param name="Passed">Cases in which it holds.</param>
/// <param name="Cases">Cases to which it applies.</param>
/// <param name="Told">Whether the sources tell what it needs.</param>
internal sealed record QualitySum(string Check, long Passed, long Cases, bool Told);

/// <summary>The quality of a fund's data as named checks. The score is the number of checks that hold in every case, over those that apply.</summary>
internal sealed class DataQuality : MetricFamily<QualitySum>
{
    /// <inheritdoc />
    public override string Sql => "quality";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTables.Money, WorkTables.Flow];

    /// <inheritdoc />
    protected override QualitySum Read(LedgerRow row) =>
        new(row.Text("check_id")!, row.Integer("passed"), row.Integer("cases"), row.Integer("told") == 1);

    /// <inheritdoc />
    protected override IReadOnlyList<QualitySum> Compute(ReferenceLedger ledger) => new ReferenceQuality(ledger).Of();

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<QualitySum> sums, TableContext context) =>
        [new(PublishedTables.Quality, [.. sums.Append(Score(sums)).Select(sum => Row(sum, context))])];

    /// <summary>A check without a case, or that no source tells, neither helps nor hurts the score.</summary>
    private static QualitySum Score(IReadOnlyList<QualitySum> sums)
    {
        var applying = sums.Where(sum => sum is { Told: true, Cases: > 0 }).ToList();
        return new(QualityChecks.Score, applying.Count(sum => sum.Passed == sum.Cases), applying.Count, Told: true);
    }

    private static RawRow Row(QualitySum sum, TableContext context)
    {
        var status = (sum.Told, sum.Cases) switch
        {
            (false, _) => "x",
            (_, 0) => "z",
            _ => "ok",
        };
        return context.Writer.Counts(
            [sum.Check],
            new(sum.Passed, sum.Cases),
            new(status, context.Scope.StatementDay, RowWriter.OneSource)
        );
    }
}
