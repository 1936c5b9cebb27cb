using Impact.Core.Catalogue;
using Impact.Core.Metrics.People;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>Lays counts of closed periods out as raw rows of the tables that will show them with noise.</summary>
internal static class EnrolmentTables
{
    /// <summary>The status of a true count of the list: suppressed, until noise is added.</summary>
    public const string AwaitsNoise = "c";

    /// <summary>Counts by period and part; a cell without anybody has no row, but for the whole fund, where such a month is a row of 0.</summary>
    /// <remarks>Each row of the fund to date is the month alone. The series is added up after noise, never before.</remarks>
    /// <param name="schema">A table of counts.</param>
    /// <param name="counts">Month, part and how many.</param>
    /// <param name="periods">The periods that are asked for; others have no row.</param>
    /// <param name="writer">Writes the rows.</param>
    public static RawTable Of(
        TableSchema schema,
        IReadOnlyList<(DateOnly Month, string Part, long Count)> counts,
        IReadOnlyList<Period> periods,
        RowWriter writer
    ) => new(schema, [.. periods.SelectMany(period => Rows(schema, In(period, counts), period, writer))]);

    private static IEnumerable<RawRow> Rows(
        TableSchema schema,
        List<(DateOnly Month, string Part, long Count)> counts,
        Period period,
        RowWriter writer
    ) =>
        schema == PublishedTables.EnrolmentsToDate
            ? [Row(writer, [period.Code], period, counts.Sum(one => one.Count))]
            : counts
                .GroupBy(one => one.Part, StringComparer.Ordinal)
                .Select(part => Row(writer, Keys(schema, period, part.Key), period, part.Sum(one => one.Count)));

    private static List<(DateOnly Month, string Part, long Count)> In(
        Period period,
        IReadOnlyList<(DateOnly Month, string Part, long Count)> counts
    ) => [.. counts.Where(one => one.Month >= period.Start && one.Month <= period.End)];

    private static object?[] Keys(TableSchema schema, Period period, string part) =>
        schema.Has("organisation_id") ? [part, period.Code] : [period.Code, part];

    private static RawRow Row(RowWriter writer, object?[] keys, Period period, long count) =>
        writer.Plain(
            [.. keys, period.Start, period.End, count, .. RawCount.NoNoise],
            new(AwaitsNoise, period.End, RowWriter.OneSource)
        );
}
