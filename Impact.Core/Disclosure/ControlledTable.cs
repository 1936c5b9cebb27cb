using Impact.Core.Catalogue;

namespace Impact.Core.Disclosure;

/// <summary>A table that has passed disclosure control: each row carries the decision that lets it out.</summary>
/// <remarks>Made only by <see cref="DisclosureControl"/>; Releases takes nothing else.</remarks>
internal sealed class ControlledTable
{
    private ControlledTable(PublishedTable table, IReadOnlyList<string> decisions)
    {
        Table = table;
        Decisions = decisions;
    }

    /// <summary>What may be published.</summary>
    public PublishedTable Table { get; }

    /// <summary>One decision a row, in the order of the rows, for example <c>exact</c>.</summary>
    public IReadOnlyList<string> Decisions { get; }

    /// <summary>Joins a table and its decisions.</summary>
    /// <param name="schema">The shape of the rows.</param>
    /// <param name="rows">Each row with the decision that lets it out.</param>
    /// <exception cref="InvalidOperationException">A row has no decision: protection fails closed.</exception>
    internal static ControlledTable Decide(
        TableSchema schema,
        IReadOnlyList<(IReadOnlyList<object?> Cells, string Decision)> rows
    )
    {
        if (rows.Any(row => string.IsNullOrEmpty(row.Decision)))
        {
            throw new InvalidOperationException($"A row of {schema.Id} has no disclosure decision.");
        }

        var table = new PublishedTable(schema, rows.Select(row => row.Cells));
        var decisions = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var (cells, decision) in rows)
        {
            decisions.Add(cells, decision);
        }

        return new(table, [.. table.Rows.Select(row => decisions[row.Cells])]);
    }
}
