using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>What came or went between two releases.</summary>
/// <param name="Kind">A code of <see cref="CodeLists.StructuralKind"/>.</param>
/// <param name="Table">The table's identifier.</param>
/// <param name="Row">The key of the row, or the metric whose definition changed; empty for a whole table.</param>
/// <param name="Rows">How many rows, 0 or more.</param>
/// <param name="Reason">A code of <see cref="CodeLists.ChangeReason"/>.</param>
/// <param name="Correction">The correction that covers it, or null.</param>
internal sealed record StructuralChange(
    string Kind,
    string Table,
    string Row,
    long Rows,
    string Reason,
    string? Correction = null
)
{
    /// <summary>Whether something that was published is gone for good, and not only replaced by that of a later day.</summary>
    public bool IsLoss => Kind is "table_removed" or "row_removed" or "figure_withdrawn";
}
