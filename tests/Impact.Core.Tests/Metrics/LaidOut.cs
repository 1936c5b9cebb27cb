using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>Rows of a family as they would be published, from a ledger as a test writes it.</summary>
internal static class LaidOut
{
    public static IReadOnlyList<TableRow> Rows(
        MetricFamily family,
        TableSchema schema,
        DraftLedger draft,
        MetricScope scope
    )
    {
        var told = draft.Tells.ToHashSet(StringComparer.Ordinal);
        var ledger = new ReferenceLedger(draft.ToReference(), scope, told);
        var coverage = new ReportingCoverage(ReferenceReporting.Of(ledger.Booked));
        var context = new TableContext(scope, Core.Metrics.Measures.ToldBy(told), coverage);
        var tables = family.Tables(family.ByReference(ledger), context).Where(table => table.Schema == schema);
        return new PublishedTable(schema, tables.SelectMany(table => table.Rows).Select(row => row.Cells)).Rows;
    }
}
