namespace Impact.Core.Metrics.Reporting;

/// <summary>Whether one report was on time. A report on its due day is on time; the day after is one day late.</summary>
internal sealed class ReportDue
{
    /// <summary>Certified on or before the due day.</summary>
    public const string OnTime = "on_time";

    /// <summary>Certified after the due day.</summary>
    public const string Late = "late";

    /// <summary>Not certified, and the due day was before the cut-off.</summary>
    public const string Overdue = "overdue";

    /// <summary>Not certified, and the due day is not over.</summary>
    public const string NotDue = "not_due";

    /// <summary>No day of certification of the partner is told at all, so nothing can be said.</summary>
    public const string NotTold = "not_told";

    private const int MonthsOfQuarter = 3;

    /// <summary>Judges a report.</summary>
    /// <param name="sum">The report.</param>
    /// <param name="scope">The fund, which says after how many days a report is due, and the cut-off.</param>
    public ReportDue(ReportTimeSum sum, MetricScope scope)
    {
        Sum = sum;
        DueOn = sum.PeriodStart.AddMonths(MonthsOfQuarter).AddDays(scope.Fund.ReportingDueDays - 1);
        Standing = sum switch
        {
            { CertifiedOn: { } day } => day <= DueOn ? OnTime : Late,
            { Certifies: false } => NotTold,
            _ => scope.CutOff > DueOn ? Overdue : NotDue,
        };
        DaysLate = sum.CertifiedOn is { } certified ? Math.Max(0, certified.DayNumber - DueOn.DayNumber) : null;
    }

    /// <summary>The report.</summary>
    public ReportTimeSum Sum { get; }

    /// <summary>The last day on which it is on time: so many days after the quarter's last.</summary>
    public DateOnly DueOn { get; }

    /// <summary>A code of standings.</summary>
    public string Standing { get; }

    /// <summary>Days after the due day, 0 when on time; null while there is no report.</summary>
    public long? DaysLate { get; }

    /// <summary>Whether the report was made or should have been.</summary>
    public bool IsOwed => Standing is OnTime or Late or Overdue;
}
