namespace Impact.Core.Metrics;

/// <summary>How many partners were expected to report, and how many did: the completeness beside partners' figures.</summary>
internal sealed class ReportingCoverage(IReadOnlyList<ReportingSum> reporting)
{
    /// <summary>Partners with money, and those that have ever reported.</summary>
    public Completeness ToDate =>
        new(
            reporting
                .Where(row => row.Reported)
                .Select(row => row.Organisation)
                .Distinct(StringComparer.Ordinal)
                .Count(),
            reporting.Select(row => row.Organisation).Distinct(StringComparer.Ordinal).Count()
        );

    /// <summary>Partners that had been awarded money by the end of a quarter, and those that reported that quarter.</summary>
    public Completeness In(DateOnly quarterStart)
    {
        var expected = reporting
            .Where(row => row.PeriodStart <= quarterStart)
            .Select(row => row.Organisation)
            .ToHashSet(StringComparer.Ordinal);
        var reported = reporting.Count(row => row.PeriodStart == quarterStart && row.Reported);
        return new(reported, expected.Count);
    }

    /// <summary>Quarters in which one partner was expected to report, from its first to the fund's last, and those it reported.</summary>
    public Completeness ToDateOf(string organisation)
    {
        var own = reporting.Where(row => row.Organisation == organisation).ToList();
        if (own.Count == 0)
        {
            return new(0, 0);
        }

        var first = own.Min(row => row.PeriodStart);
        var quarters = reporting.Select(row => row.PeriodStart).Distinct().Count(start => start >= first);
        return new(own.Count(row => row.Reported), quarters);
    }
}
