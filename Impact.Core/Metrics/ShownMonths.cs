namespace Impact.Core.Metrics;

/// <summary>
/// The month in which an expenditure is shown. It is its own, but for two cases: a correction that comes after its quarter was published
/// is netted into the next quarter, and a quarter that gate G defers is counted in the next one. So no published quarter ever changes,
/// and the difference of two releases is never one payment. A gift, refund, chargeback or fee that comes after its period was published is
/// shown, by tables by period, in the first month after what that release showed of its line; totals to date count it when it cleared.
/// </summary>
internal static class ShownMonths
{
    /// <summary>What each earlier release knew, and the first day after the quarters it had closed. A public source has none.</summary>
    private static WorkTable Published { get; } = new("published_quarter", FillPublished);

    /// <summary>The quarters that are deferred, and the first day of the quarter that shows them.</summary>
    private static WorkTable Deferred { get; } = new("deferred_quarter", FillDeferred);

    /// <summary>Batches, organisations and days of expenditure that is shown in another month than its own.</summary>
    public static WorkTable Later { get; } =
        new(
            "shown_later",
            run =>
            {
                run.Require(Published, Deferred);
                run.ExecuteFile("shown_later");
            }
        );

    /// <summary>What each earlier release knew, and the first day after what it showed of each inflow of people and each fee.</summary>
    private static WorkTable PublishedLines { get; } =
        new("published_line", run => FillLines(run, "published_line", LastShown));

    /// <summary>The same for lots: they are shown by quarter, so nothing comes or goes in a closed one, though its line may show less.</summary>
    public static WorkTable LotLines { get; } =
        new(
            "lot_line",
            run =>
                FillLines(
                    run,
                    "lot_line",
                    (measure, published, quarters) =>
                        LastShown(measure, published, quarters) is { } last && last > quarters ? last : quarters
                )
        );

    /// <summary>Kinds, batches and days of gifts, refunds, chargebacks and fees that tables by period show in another month than their own.</summary>
    public static WorkTable InflowLater { get; } =
        new(
            "inflow_later",
            run =>
            {
                run.Require(PublishedLines);
                run.ExecuteFile("inflow_later");
            }
        );

    /// <summary>The last day to which a release showed a line: inflows of people by month, fees by quarter.</summary>
    private static DateOnly? LastShown(string measure, PublishedCutOff published, DateOnly quarters) =>
        Measures.Fees.Contains(measure) ? quarters : published.ShownUntil(measure);

    private static void FillLines(
        MetricRun run,
        string table,
        Func<string, PublishedCutOff, DateOnly, DateOnly?> lastShown
    )
    {
        run.Execute(
            table,
            $"CREATE TEMPORARY TABLE {table} (position INTEGER, kind VARCHAR, last_batch INTEGER, next_start DATE)"
        );
        foreach (var (position, published) in (run.Scope.Fund.IsFromPublicSources ? [] : run.Scope.Published).Index())
        {
            var quarters = MetricScope.StatementDayOf(run.Scope.Fund, published.CutOff);
            foreach (var measure in (string[])[.. Measures.Inflows, .. Measures.Fees])
            {
                if (lastShown(measure, published, quarters) is { } last)
                {
                    run.Execute(
                        table,
                        $"INSERT INTO {table} VALUES ($position, $kind, $batch, $start)",
                        ("position", position + 1),
                        ("kind", Measures.Kind(measure)),
                        ("batch", published.LastBatch),
                        ("start", last.AddDays(1))
                    );
                }
            }
        }
    }

    private static void FillPublished(MetricRun run)
    {
        run.Execute(
            "published_quarter",
            "CREATE TEMPORARY TABLE published_quarter (last_batch INTEGER, next_start DATE)"
        );
        foreach (var published in run.Scope.Fund.IsFromPublicSources ? [] : run.Scope.Published)
        {
            run.Execute(
                "published_quarter",
                "INSERT INTO published_quarter VALUES ($batch, $start)",
                ("batch", published.LastBatch),
                ("start", MetricScope.StatementDayOf(run.Scope.Fund, published.CutOff).AddDays(1))
            );
        }
    }

    private static void FillDeferred(MetricRun run)
    {
        const int monthsOfQuarter = 3;
        run.Execute(
            "deferred_quarter",
            "CREATE TEMPORARY TABLE deferred_quarter (organisation_id VARCHAR, period_start DATE, shown_start DATE)"
        );
        foreach (var deferred in run.Scope.DeferredQuarters)
        {
            var shown = deferred;
            while (run.Scope.DeferredQuarters.Contains(shown))
            {
                shown = shown with { QuarterStart = shown.QuarterStart.AddMonths(monthsOfQuarter) };
            }

            run.Execute(
                "deferred_quarter",
                "INSERT INTO deferred_quarter VALUES ($organisation, $start, $shown)",
                ("organisation", deferred.Organisation),
                ("start", deferred.QuarterStart),
                ("shown", shown.QuarterStart)
            );
        }
    }
}
