namespace Impact.Core.Metrics.Enrolment;

/// <summary>Counts the chosen kinds of service row by row, and sees for itself that no household counts in too many, or twice in one.</summary>
/// <remarks>
/// The bound is what noise would be made for: so many rows a household, none of them alike. The statement that chooses keeps it; here
/// it is verified on what is there, and a choice that breaks it counts nothing (privacy specification §2.5).
/// </remarks>
/// <param name="onceAFund">Whether a household is counted once for the whole fund; else once by each organisation.</param>
/// <param name="mostKinds">Kinds of service that a household may count in.</param>
internal sealed class ServiceCount(bool onceAFund, int mostKinds)
{
    private readonly Dictionary<(string Service, DateOnly Month), long> _counts = [];
    private readonly List<string> _kinds = [];
    private (Guid Household, string CountedBy)? _last;

    /// <summary>Rows taken so far.</summary>
    public long Taken { get; private set; }

    /// <summary>The counts: kind of service, month and how many households.</summary>
    public IEnumerable<(string Service, DateOnly Month, long Count)> Cells =>
        _counts.Select(cell => (cell.Key.Service, cell.Key.Month, cell.Value));

    /// <summary>Takes the next row: the rows come in the order of household and organisation.</summary>
    /// <param name="unit">The household, and who counts it.</param>
    /// <param name="service">The kind of service.</param>
    /// <param name="month">First day of the month.</param>
    /// <returns>True, so that it can stand where a row is mapped.</returns>
    /// <exception cref="ContributionBoundException">The household counts more often than it may, or the order is not kept.</exception>
    public bool Take((Guid Household, string CountedBy) unit, string service, DateOnly month)
    {
        var order = _last is { } last ? Order(last, unit) : -1;
        if (order < 0)
        {
            _kinds.Clear();
        }

        if (order > 0 || _kinds.Count == mostKinds || _kinds.Contains(service, StringComparer.Ordinal))
        {
            throw new ContributionBoundException();
        }

        _last = unit;
        _kinds.Add(service);
        Taken++;
        _counts[(service, month)] = _counts.GetValueOrDefault((service, month)) + 1;
        return true;
    }

    private int Order((Guid Household, string CountedBy) last, (Guid Household, string CountedBy) next)
    {
        var order = last.Household.CompareTo(next.Household);
        return order != 0 || onceAFund ? order : string.CompareOrdinal(last.CountedBy, next.CountedBy);
    }
}
