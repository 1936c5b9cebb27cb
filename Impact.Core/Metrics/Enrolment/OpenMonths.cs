using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>Months that are over and not closed yet, one after the other without a gap: they are closed together.</summary>
/// <param name="Months">First days, the oldest first; at least one.</param>
internal sealed record OpenMonths(IReadOnlyList<DateOnly> Months)
{
    /// <summary>What the statements that close them bind.</summary>
    public (string Name, object? Value)[] Bounds => [("first_open", Months[0]), ("last_open", Months[^1])];

    /// <summary>The open months before a cut-off, the oldest first; a closed month between two begins another row of them.</summary>
    /// <param name="from">The first day that counts.</param>
    /// <param name="cutOff">The last day that counts.</param>
    /// <param name="closed">First days of the months that are closed.</param>
    public static IReadOnlyList<OpenMonths> Of(DateOnly from, DateOnly cutOff, IReadOnlySet<DateOnly> closed)
    {
        var runs = new List<List<DateOnly>>();
        foreach (var month in Period.Range(PeriodGrain.Month, from, cutOff).Where(month => month.IsClosedAt(cutOff)))
        {
            if (closed.Contains(month.Start))
            {
                continue;
            }

            if (runs.Count == 0 || runs[^1][^1].AddMonths(1) != month.Start)
            {
                runs.Add([]);
            }

            runs[^1].Add(month.Start);
        }

        return [.. runs.Select(run => new OpenMonths(run))];
    }

    /// <summary>Writes down that they are closed.</summary>
    /// <param name="run">The run over the fund's ledger.</param>
    /// <param name="table">A table of closed months.</param>
    public void Close(MetricRun run, string table)
    {
        (string Name, object? Value)[] months =
        [
            .. Months.Select((month, place) => (FormattableString.Invariant($"month_{place}"), (object?)month)),
        ];
        run.Execute(
            "close months",
            $"INSERT INTO {table} VALUES {string.Join(", ", months.Select(month => $"(${month.Name})"))}",
            months
        );
    }
}
