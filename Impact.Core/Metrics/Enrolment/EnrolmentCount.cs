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
    private (Guid Counted, string ByWhom)? _last;

    /// <summary>Enrolments taken so far.</summary>
    public long Enrolled { get; private set; }

    /// <summary>Takes the next row: the rows come in the order of <c>counted</c>, then of <c>by_whom</c>.</summary>
    /// <param name="row">A row with <c>counted</c> (a token), <c>by_whom</c>, <c>month_start</c> and the parts.</param>
    /// <param name="parts">The columns that split the count; each is counted on its own.</param>
    /// <returns>True, so that it can stand where a row is mapped.</returns>
    /// <exception cref="ContributionBoundException">The row is not after the one before: somebody is there twice, or the order is not kept.</exception>
    public bool Take(LedgerRow row, params ReadOnlySpan<string> parts)
    {
        var next = (Counted: row.Token("counted"), ByWhom: row.Text("by_whom")!);
        if (_last is { } last && !IsAfter(next, last))
        {
            throw new ContributionBoundException();
        }

        _last = next;
        Enrolled++;
        var month = row.Day("month_start")!.Value;
        foreach (var column in parts)
        {
            var cell = (column, month, row.Text(column)!);
            _counts[cell] = _counts.GetValueOrDefault(cell) + 1;
        }

        return true;
    }

    private static bool IsAfter((Guid Counted, string ByWhom) next, (Guid Counted, string ByWhom) last)
    {
        var order = next.Counted.CompareTo(last.Counted);
        return order > 0 || (order == 0 && string.CompareOrdinal(next.ByWhom, last.ByWhom) > 0);
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
