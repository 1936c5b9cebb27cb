using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>The counted list of enrolments, which gives out nothing where somebody is on it twice.</summary>
/// <remarks>
/// The bound is what the noise is made for: one row a household or donor, ever. The statement that fills the list keeps it; here it is
/// verified on what is there: all cells together must hold as many as there are different units, which is so only where each is there
/// once (privacy specification §2.5).
/// </remarks>
internal sealed class EnrolmentCount
{
    private readonly Dictionary<(DateOnly Month, string Part), long> _counts = [];
    private long _people;
    private long _units;

    /// <summary>Takes the next cell.</summary>
    /// <param name="row">A row with <c>month_start</c>, <c>people</c>, <c>units</c> and the part.</param>
    /// <param name="column">The column that splits the count.</param>
    /// <returns>True, so that it can stand where a row is mapped.</returns>
    public bool Take(LedgerRow row, string column)
    {
        var (people, cell) = (row.Integer("people"), (row.Day("month_start")!.Value, row.Text(column)!));
        _counts[cell] = checked(_counts.GetValueOrDefault(cell) + people);
        _people = checked(_people + people);
        _units = row.Integer("units");
        return true;
    }

    /// <summary>The counts: month, part and how many.</summary>
    /// <exception cref="ContributionBoundException">There are more enrolments than different units: somebody is there twice.</exception>
    public IEnumerable<(DateOnly Month, string Part, long Count)> Cells() =>
        _people == _units
            ? _counts.Select(pair => (pair.Key.Month, pair.Key.Part, pair.Value))
            : throw new ContributionBoundException();
}

/// <summary>One household or donor would count more often than the noise is made for: a defect, and nothing is published.</summary>
internal sealed class ContributionBoundException()
    : Exception("Somebody would count more often than the bound allows: no count is published.");
