using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>The private store of noisy results, a file a period.</summary>
internal sealed class StoredResults(BudgetBook book)
{
    /// <summary>Puts a result on the disk, then says so in the chain. In the other order a crash would promise what is not there.</summary>
    /// <returns>The stored bytes.</returns>
    public byte[] Keep(ReservedPeriod reserve, NoisyResult result)
    {
        var bytes = new StoredResult(reserve.Series, reserve.Period, book.DigestOf(reserve.Entry), result).Write();
        book.Guard(() => book.Files.Replace(NameOf(reserve), bytes));
        _ = book.Append(new ResultCommitted(reserve.Entry, Digest(bytes)));
        return bytes;
    }

    /// <summary>The stored bytes of a reserve; null when there are none.</summary>
    /// <exception cref="FaultException">There are some, and they are not this reserve's.</exception>
    public byte[]? Find(ReservedPeriod reserve)
    {
        var bytes = book.Files.Read(NameOf(reserve));
        if (bytes is null)
        {
            return null;
        }

        var isWhole =
            StoredResult.Read(bytes)?.IsOf(reserve, book.DigestOf(reserve.Entry)) == true
            && (reserve.Status != PeriodStatus.Stored || Digest(bytes) == reserve.ResultSha256);
        return isWhole ? bytes : throw Broken(NameOf(reserve));
    }

    /// <summary>The stored bytes of a reserve that was committed.</summary>
    /// <exception cref="FaultException">They are gone, or are not this reserve's.</exception>
    public byte[] Get(ReservedPeriod reserve) => Find(reserve) ?? throw Broken(NameOf(reserve));

    /// <summary>Checks that every result has its reserve, and every commit its result.</summary>
    /// <exception cref="FaultException">A result without a reserve: the ledger was put back. A commit without its result: the results were.</exception>
    public void RequireWhole()
    {
        var reserves = book.Account.Reserves.ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var name in book.Files.List(BudgetFileNames.Results))
        {
            var reserve =
                reserves.GetValueOrDefault(name)
                ?? throw new FaultException(new(Faults.BudgetBehind, $"{book.Files.Place}/{name}"));
            _ = reserve.Status == PeriodStatus.Burnt ? throw Broken(name) : Find(reserve);
        }

        foreach (var stored in reserves.Values.Where(reserve => reserve.Status == PeriodStatus.Stored))
        {
            _ = Get(stored);
        }
    }

    /// <summary>The digest by which the chain names a result.</summary>
    public static string Digest(byte[] result) => Convert.ToHexStringLower(SHA256.HashData(result));

    private static string NameOf(ReservedPeriod reserve) =>
        BudgetFileNames.Of(BudgetFileNames.Results, reserve.Series, reserve.Period);

    private FaultException Broken(string name) => new(new(Faults.BudgetBroken, $"{book.Files.Place}/{name}"));
}
