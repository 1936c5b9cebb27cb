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
    private readonly List<(string CountedBy, string Service)> _own = [];
    private Guid? _household;

    /// <summary>The counts: kind of service, month and how many households.</summary>
    public IEnumerable<(string Service, DateOnly Month, long Count)> Cells =>
        _counts.Select(cell => (cell.Key.Service, cell.Key.Month, cell.Value));

    /// <summary>Takes the next row: the rows come in the order of households.</summary>
    /// <param name="household">The household's token.</param>
    /// <param name="kind">Who counts it, and in which kind of service.</param>
    /// <param name="month">First day of the month.</param>
    /// <returns>True, so that it can stand where a row is mapped.</returns>
    /// <exception cref="ContributionBoundException">The household counts more often than it may, or the order is not kept.</exception>
    public bool Take(Guid household, (string CountedBy, string Service) kind, DateOnly month)
    {
        var order = _household?.CompareTo(household) ?? -1;
        if (order < 0)
        {
            _own.Clear();
        }

        var counted = onceAFund ? _own : _own.Where(one => one.CountedBy == kind.CountedBy);
        if (order > 0 || counted.Count() == mostKinds || counted.Any(one => one.Service == kind.Service))
        {
            throw new ContributionBoundException();
        }

        _household = household;
        _own.Add(kind);
        var cell = (kind.Service, month);
        _counts[cell] = _counts.GetValueOrDefault(cell) + 1;
        return true;
    }
}
