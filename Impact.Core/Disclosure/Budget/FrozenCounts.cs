using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>
/// The true counts that the square-root mechanism needs again while its series runs. Secret: nothing of them is published, and the counts of a
/// burnt period are destroyed.
/// </summary>
internal sealed class FrozenCounts(BudgetLedger ledger, BudgetBook book)
{
    /// <summary>Keeps the counts of the period that is about to be drawn, on the disk before this returns.</summary>
    /// <param name="reservation">An unused reservation of a square-root series.</param>
    /// <param name="counts">The count of each cell, 0 or more.</param>
    /// <exception cref="InvalidOperationException">The series does not need counts again, or they were frozen.</exception>
    public void Freeze(Reservation reservation, IReadOnlyDictionary<string, long> counts)
    {
        lock (book.Turn)
        {
            reservation.RequireUnused(ledger);
            if (reservation.HasFrozen || reservation.Reserve.Terms.Mechanism != BudgetMechanisms.SquareRoot)
            {
                throw new InvalidOperationException("Counts are frozen once, and only for the square-root mechanism.");
            }

            var ordered = new SortedDictionary<string, long>(counts.ToDictionary(), StringComparer.Ordinal);
            var name = NameOf(reservation.Reserve.Terms.Series, reservation.Reserve.Period);
            book.Guard(() => book.Files.Replace(name, JsonSerializer.SerializeToUtf8Bytes(ordered)));
            reservation.HasFrozen = true;
        }
    }

    /// <summary>The counts of every period of a series whose result is stored, in the order in which they were drawn.</summary>
    /// <exception cref="FaultException">A file is missing or damaged: the series cannot go on.</exception>
    public IReadOnlyList<IReadOnlyDictionary<string, long>> Read(string series)
    {
        lock (book.Turn)
        {
            book.RequireKnown();
            return [.. book.Account.Reserves.Where(reserve => IsStored(reserve, series)).Select(ReadPeriod)];
        }
    }

    /// <summary>Removes the counts of every series that has had all its periods: nothing will need them again.</summary>
    public void DestroyEnded()
    {
        foreach (var ended in book.Account.EndedSeries.Where(terms => terms.Mechanism == BudgetMechanisms.SquareRoot))
        {
            Destroy(ended.Series);
        }
    }

    /// <summary>Removes every count of a series that has ended. It cannot be continued.</summary>
    public void Destroy(string series)
    {
        lock (book.Turn)
        {
            foreach (var reserve in book.Account.Reserves.Where(reserve => reserve.Series == series))
            {
                var name = NameOf(series, reserve.Period);
                if (book.Files.Read(name) is not null)
                {
                    book.Guard(() => book.Files.Delete(name));
                }
            }
        }
    }

    /// <summary>Where the counts of a period lie.</summary>
    internal static string NameOf(string series, string period) =>
        BudgetFileNames.Of(BudgetFileNames.Frozen, series, period);

    private static bool IsStored(ReservedPeriod reserve, string series) =>
        reserve.Series == series && reserve.Status == PeriodStatus.Stored;

    private SortedDictionary<string, long> ReadPeriod(ReservedPeriod reserve)
    {
        var name = NameOf(reserve.Series, reserve.Period);
        try
        {
            return
                book.Files.Read(name) is { } bytes
                && JsonSerializer.Deserialize<Dictionary<string, long>>(bytes) is { } counts
                ? new(counts, StringComparer.Ordinal)
                : throw new FaultException(new(Faults.BudgetBroken, $"{book.Files.Place}/{name}"));
        }
        catch (JsonException)
        {
            throw new FaultException(new(Faults.BudgetBroken, $"{book.Files.Place}/{name}"));
        }
    }
}
