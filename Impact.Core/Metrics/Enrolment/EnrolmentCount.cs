using Impact.Core.Ledger;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>Counts the list of enrolments row by row, and sees for itself that nobody is on it twice.</summary>
/// <remarks>
/// The bound is what the noise is made for: one row a household or donor, ever. The statement that fills the list keeps it; here it is
/// verified on what is there, and a list that breaks it counts nothing (privacy specification §2.5).
/// </remarks>
internal sealed class EnrolmentCount
{
    private readonly Dictionary<(string Column, DateOnly Month, string Part), long> _counts = [];
    private string _last = string.Empty;

    /// <summary>Enrolments taken so far.</summary>
    public long Enrolled { get; private set; }

    /// <summary>Takes the next row: the rows come in the order of <c>counted</c>.</summary>
    /// <param name="row">A row with <c>counted</c>, <c>month_start</c> and the parts.</param>
    /// <param name="parts">The columns that split the count; each is counted on its own.</param>
    /// <returns>True, so that it can stand where a row is mapped.</returns>
    /// <exception cref="ContributionBoundException">The row is not after the one before: somebody is there twice, or the order is not kept.</exception>
    public bool Take(LedgerRow row, params ReadOnlySpan<string> parts)
    {
        var counted = row.Text("counted")!;
        if (string.CompareOrdinal(counted, _last) <= 0)
        {
            throw new ContributionBoundException();
        }

        _last = counted;
        Enrolled++;
        var month = row.Day("month_start")!.Value;
        foreach (var column in parts)
        {
            var cell = (column, month, row.Text(column)!);
            _counts[cell] = _counts.GetValueOrDefault(cell) + 1;
        }

        return true;
    }

    /// <summary>The counts of one column: month, part and how many.</summary>
    public IEnumerable<(DateOnly Month, string Part, long Count)> Of(string column) =>
        _counts
            .Where(pair => string.Equals(pair.Key.Column, column, StringComparison.Ordinal))
            .Select(pair => (pair.Key.Month, pair.Key.Part, pair.Value));
}

/// <summary>One household or donor would count more often than the noise is made for: a defect, and nothing is published.</summary>
internal sealed class ContributionBoundException()
    : Exception("Somebody would count more often than the bound allows: no count is published.");
