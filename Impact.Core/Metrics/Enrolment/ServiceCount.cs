using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>The counted choice of kinds of service, which gives out nothing where a household counts in too many, or twice in one.</summary>
/// <remarks>
/// The bound is what noise would be made for: so many rows a household, none of them alike. The statement that chooses keeps it; here it
/// is verified on what is there (privacy specification §2.5).
/// </remarks>
/// <param name="mostKinds">Kinds of service that a household may count in.</param>
internal sealed class ServiceCount(int mostKinds)
{
    private readonly List<(string Service, DateOnly Month, long Count)> _cells = [];
    private long _different;
    private long _most;

    /// <summary>Takes the next cell.</summary>
    /// <param name="row">A row of <c>household_services</c>.</param>
    /// <returns>True, so that it can stand where a row is mapped.</returns>
    public bool Take(LedgerRow row)
    {
        _cells.Add((row.Text("service")!, row.Day("month_start")!.Value, row.Integer("households")));
        (_different, _most) = (row.Integer("different"), row.Integer("most"));
        return true;
    }

    /// <summary>The counts: kind of service, month and how many households.</summary>
    /// <exception cref="ContributionBoundException">
    /// There are more choices than different ones, so that a household counts twice in a cell; or one has more kinds than it may.
    /// </exception>
    public IReadOnlyList<(string Service, DateOnly Month, long Count)> Cells() =>
        _most <= mostKinds && _cells.Sum(cell => cell.Count) == _different
            ? _cells
            : throw new ContributionBoundException();
}
