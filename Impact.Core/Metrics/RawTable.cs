using Impact.Core.Catalogue;

namespace Impact.Core.Metrics;

/// <summary>How many people stand behind an inflow, and how much of it is the largest one's: what disclosure control must see.</summary>
/// <param name="People">Individual givers in the row's period.</param>
/// <param name="AmountMinor">What they gave together, minor units.</param>
/// <param name="LargestMinor">What the largest of them gave.</param>
/// <param name="SecondMinor">What the second largest gave; 0 when there is none.</param>
internal sealed record InflowEvidence(long People, long AmountMinor, long LargestMinor, long SecondMinor);

/// <summary>One row before disclosure control.</summary>
/// <param name="Cells">In the order of the schema's columns.</param>
/// <param name="Evidence">Only for inflows from individual givers.</param>
internal sealed record RawRow(IReadOnlyList<object?> Cells, InflowEvidence? Evidence = null);

/// <summary>A table of figures as computed, before disclosure control. Nothing but Disclosure may read it, and it is never published.</summary>
internal sealed class RawTable
{
    internal RawTable(TableSchema schema, IReadOnlyList<RawRow> rows)
    {
        Schema = schema;
        Rows = rows;
    }

    /// <summary>The shape it will be published in.</summary>
    public TableSchema Schema { get; }

    /// <summary>The rows, in no particular order.</summary>
    public IReadOnlyList<RawRow> Rows { get; }
}
