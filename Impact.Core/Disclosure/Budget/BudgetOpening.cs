using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>Opens a fund's budget: checks everything first, changes nothing until all holds, then ends what a crash left.</summary>
/// <param name="files">The fund's files, held by this program alone.</param>
/// <param name="terms">What the fund's policy says today.</param>
/// <param name="published">The heads that the fund's releases carry.</param>
internal sealed class BudgetOpening(IBudgetFiles files, BudgetTerms terms, IReadOnlyList<BudgetHead> published)
{
    /// <summary>The book, ready to be written.</summary>
    /// <exception cref="FaultException">The chain is broken or behind, its key is missing, or its terms are others.</exception>
    public BudgetBook Open()
    {
        var file = files.Read(BudgetFileNames.Chain) ?? [];
        var key = BudgetKey.Read(files, BudgetFileNames.Key);
        var whole = TornEnd.WholeLength(file);
        if (key is null && files.Read(BudgetFileNames.Key) is null)
        {
            key = BudgetKey.Read(files, BudgetFileNames.NewKey);
            if (key is null || whole == 0)
            {
                key?.Dispose();
                return Begin(file);
            }
        }

        if (key is null)
        {
            throw Fault(Faults.KeyUnreadable, BudgetFileNames.Key);
        }

        try
        {
            return GoOn(key, file, whole);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Begins a chain, where nothing says that there was one.</summary>
    private BudgetBook Begin(byte[] file)
    {
        if (TornEnd.WholeLength(file) > 0)
        {
            throw Fault(Faults.KeyUnreadable, BudgetFileNames.Key);
        }

        RequirePublished(BudgetChain.Verify([], []));
        if (files.List(BudgetFileNames.Results).Count > 0)
        {
            throw Fault(Faults.BudgetBehind, BudgetFileNames.Chain);
        }

        if (BudgetFaults.Of(terms.Refusal(), terms.Fund) is { } refused)
        {
            throw new FaultException(refused);
        }

        // Of the very first entry only a part may be there; nothing can have followed it.
        files.Delete(BudgetFileNames.Chain);
        var key = BudgetKey.Create(files);
        var book = new BudgetBook(files, key, BudgetChain.Verify([], key.Public), []);
        _ = book.Append(new BudgetOpened(terms, key.PublicSha256));
        key.Settle(files);
        return book;
    }

    private BudgetBook GoOn(BudgetKey key, byte[] file, int whole)
    {
        var lines = file.AsSpan(0, whole);
        var verdict = BudgetChain.Verify(lines, key.Public);
        if (verdict.Break is { } broken)
        {
            throw Fault(Faults.BudgetBroken, $"{BudgetFileNames.Chain}:{broken.Line}");
        }

        RequirePublished(verdict);
        if (whole == 0)
        {
            throw Fault(Faults.BudgetBehind, BudgetFileNames.Chain);
        }

        if (!verdict.Account.Opening!.Terms.AreSame(terms))
        {
            throw Fault(Faults.BudgetTerms, BudgetFileNames.Chain);
        }

        var book = new BudgetBook(files, key, verdict, lines);
        new StoredResults(book).RequireWhole();
        Finish(book, file.AsSpan(whole));
        return book;
    }

    /// <summary>Ends what a crash left: a key's name, a torn end, reserves without a commit, counts of burnt periods.</summary>
    private void Finish(BudgetBook book, ReadOnlySpan<byte> torn)
    {
        if (files.Read(BudgetFileNames.NewKey) is not null)
        {
            book.Key.Settle(files);
        }

        if (!torn.IsEmpty)
        {
            book.AppendOverTornEnd(TornEnd.Instead(torn, book.Account));
        }

        var results = new StoredResults(book);
        foreach (var reserve in book.Account.Reserves.Where(IsOpen).ToList())
        {
            _ = book.Append(
                results.Find(reserve) is { } bytes
                    ? new ResultCommitted(reserve.Entry, StoredResults.Digest(bytes))
                    : new PeriodAbandoned(reserve.Entry)
            );
        }

        foreach (var burnt in book.Account.Reserves.Where(reserve => reserve.Status == PeriodStatus.Burnt))
        {
            files.Delete(FrozenCounts.NameOf(burnt.Series, burnt.Period));
        }
    }

    private static bool IsOpen(ReservedPeriod reserve) => reserve.Status == PeriodStatus.Reserved;

    private void RequirePublished(BudgetVerdict verdict)
    {
        if (!published.All(verdict.Contains))
        {
            throw Fault(Faults.BudgetBehind, BudgetFileNames.Chain);
        }
    }

    private FaultException Fault(FaultKind kind, string name) => new(new(kind, $"{files.Place}/{name}"));
}
