using Impact.Core.Catalogue;
using Impact.Core.Metrics.People;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>Lays counts of closed periods out as raw rows of the tables that will show them with noise.</summary>
internal static class EnrolmentTables
{
    /// <summary>The status of a true count of the list: suppressed, until noise is added.</summary>
    public const string AwaitsNoise = "c";

    /// <summary>The whole fund's new enrolments of each closed month; a month without any is a row of 0.</summary>
    /// <remarks>Each row is the month alone. The series to date is added up after noise, never before.</remarks>
    public static RawTable ToDate(EnrolmentCount households, IReadOnlySet<DateOnly> closed, TableContext context)
    {
        var counts = households
            .Of("part")
            .GroupBy(cell => cell.Month)
            .ToDictionary(month => month.Key, month => month.Sum(cell => cell.Count));
        return new(
            PublishedTables.EnrolmentsToDate,
            [
                .. closed
                    .Select(day => Period.Of(PeriodGrain.Month, day))
                    .Select(month => Row(context, [month.Code], month, counts.GetValueOrDefault(month.Start))),
            ]
        );
    }

    /// <summary>Counts by month; a cell without anybody has no row.</summary>
    public static RawTable ByMonth(
        TableSchema schema,
        EnrolmentCount counts,
        string column,
        (DateOnly Last, TableContext Context) to
    ) => By(schema, PeriodGrain.Month, counts.Of(column), to);

    /// <summary>Counts by closed quarter; a cell without anybody has no row.</summary>
    public static RawTable ByQuarter(
        TableSchema schema,
        EnrolmentCount counts,
        string column,
        (DateOnly Last, TableContext Context) to
    ) => By(schema, PeriodGrain.Quarter, counts.Of(column), to);

    private static RawTable By(
        TableSchema schema,
        PeriodGrain grain,
        IEnumerable<(DateOnly Month, string Part, long Count)> counts,
        (DateOnly Last, TableContext Context) to
    ) =>
        new(
            schema,
            [
                .. counts
                    .GroupBy(cell => (Period: Period.Of(grain, cell.Month), cell.Part))
                    .Where(cell => Period.Of(PeriodGrain.Month, cell.Key.Period.End).Start <= to.Last)
                    .Select(cell =>
                        Row(
                            to.Context,
                            Keys(schema, cell.Key.Period, cell.Key.Part),
                            cell.Key.Period,
                            cell.Sum(one => one.Count)
                        )
                    ),
            ]
        );

    private static object?[] Keys(TableSchema schema, Period period, string part) =>
        schema.Has("organisation_id") ? [part, period.Code] : [period.Code, part];

    private static RawRow Row(TableContext context, object?[] keys, Period period, long count) =>
        context.Writer.Plain(
            [.. keys, period.Start, period.End, count, .. RawCount.NoNoise],
            new(AwaitsNoise, period.End, RowWriter.OneSource)
        );
}
