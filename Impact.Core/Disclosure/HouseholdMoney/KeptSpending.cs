using Impact.Core.Catalogue;

namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>What was published of a quarter stays the same to the cent: the difference of two releases could be one payment.</summary>
/// <param name="published">The lines of all earlier releases.</param>
internal sealed class KeptSpending(IReadOnlyList<PublishedSpending> published)
{
    private static readonly TableSchema Schema = PublishedTables.SpendingByCategory;
    private static readonly int Line = Schema.IndexOf("line");
    private static readonly int Minor = Schema.IndexOf("amount_minor");

    private readonly ILookup<(string, DateOnly), PublishedSpending> _published = published.ToLookup(line =>
        (line.Organisation, line.QuarterStart)
    );

    /// <summary>Requires the lines of a quarter to be those of every earlier release that had the quarter.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="quarterStart">First day of the quarter.</param>
    /// <param name="lines">The cells of its rows.</param>
    /// <exception cref="FaultException"><see cref="Faults.SpendingChanged"/>; it names no amount.</exception>
    public void Require(string organisation, DateOnly quarterStart, IEnumerable<IReadOnlyList<object?>> lines)
    {
        var now = lines
            .Select(cells => new PublishedSpending(
                organisation,
                quarterStart,
                (string)cells[Line]!,
                (long?)cells[Minor]
            ))
            .ToHashSet();
        var before = _published[(organisation, quarterStart)].ToHashSet();
        if (before.Count > 0 && !before.SetEquals(now))
        {
            throw new FaultException(
                new Fault(
                    Faults.SpendingChanged,
                    FormattableString.Invariant($"{organisation} {quarterStart:yyyy-MM-dd}")
                )
            );
        }
    }
}
