using Impact.Core.Catalogue;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>Where a period stands, and its stored bytes.</summary>
/// <param name="Status">Undrawn, reserved, stored or burnt.</param>
/// <param name="Result">The bytes of the <see cref="StoredResult"/>; null unless stored.</param>
internal sealed record PeriodFinding(PeriodStatus Status, byte[]? Result);

/// <summary>The answer to a request: a reservation, or why there is none.</summary>
/// <param name="Reservation">The right to draw once; null when refused.</param>
/// <param name="Fault">Why it is refused; it follows from the request and the ledger alone, never from the data.</param>
internal sealed record ReserveAnswer(Reservation? Reservation, Fault? Fault);

/// <summary>
/// A fund's privacy budget on the disk: reserve, read, draw, commit. What is reserved is spent, whatever happens; a period is drawn once, ever.
/// </summary>
/// <remarks>One writer: whoever holds the files. Calls from several threads wait for each other.</remarks>
internal sealed class BudgetLedger : IDisposable
{
    private readonly BudgetBook _book;
    private readonly StoredResults _results;

    private BudgetLedger(BudgetBook book)
    {
        _book = book;
        _results = new(book);
        Frozen = new(this, book);
    }

    /// <summary>The true counts that a square-root series still needs.</summary>
    public FrozenCounts Frozen { get; }

    /// <summary>Where the chain ends; a release carries it.</summary>
    public BudgetHead Head
    {
        get
        {
            lock (_book.Turn)
            {
                return _book.Head;
            }
        }
    }

    /// <summary>Σρ that a unit has spent over the fund's life.</summary>
    /// <param name="unit">A unit of the terms.</param>
    public Fraction Spent(string unit)
    {
        lock (_book.Turn)
        {
            _book.RequireKnown();
            return _book.Account.Units[unit].Spent;
        }
    }

    /// <summary>Opens a fund's budget, or begins it. A crash before is dealt with: results that are there are committed, other reserves are burnt.</summary>
    /// <param name="files">The fund's files, held until the ledger is closed; the caller closes them.</param>
    /// <param name="terms">Fund and units, which never change, and the policy.</param>
    /// <param name="published">The head of every release of the fund.</param>
    /// <exception cref="FaultException">The chain is broken, behind a published head, of other terms, or its key is missing.</exception>
    public static BudgetLedger Open(IBudgetFiles files, BudgetTerms terms, IReadOnlyList<BudgetHead> published)
    {
        var ledger = new BudgetLedger(new BudgetOpening(files, terms, published).Open());

        // A crash may have come between the last commit of a series and this.
        ledger.Frozen.DestroyEnded();
        return ledger;
    }

    /// <summary>Declares a series; one that was declared with the same terms stays as it is.</summary>
    /// <returns>Why it is refused; null when it is declared.</returns>
    public Fault? Declare(SeriesTerms terms)
    {
        lock (_book.Turn)
        {
            _book.RequireKnown();
            return _book.Account.SeriesOf(terms.Series) == terms
                ? null
                : BudgetFaults.Of(_book.Append(new SeriesOpened(terms)), terms.Series);
        }
    }

    /// <summary>Where a period stands; ask before reserving. A stored result is the same bytes every time.</summary>
    public PeriodFinding Find(string series, string period)
    {
        lock (_book.Turn)
        {
            _book.RequireKnown();
            return _book.Account.Find(series, period) is { } reserve
                ? new(reserve.Status, reserve.Status == PeriodStatus.Stored ? _results.Get(reserve) : null)
                : new(PeriodStatus.Undrawn, Result: null);
        }
    }

    /// <summary>Spends the budget of a period. When this returns a reservation, the spending is on the disk; only then read the data.</summary>
    /// <param name="terms">The series as declared.</param>
    /// <param name="period">The period's code.</param>
    public ReserveAnswer Reserve(SeriesTerms terms, string period)
    {
        lock (_book.Turn)
        {
            _book.RequireKnown();
            var next = _book.Account.Next(terms.Series, period);
            var reserve = next is null
                ? new BudgetReserved(terms, period, Fraction.Zero, ChargedAt: 0)
                : next with
                {
                    Terms = terms,
                };
            var refusal = _book.Append(reserve);
            return refusal == BudgetRefusal.None
                ? new(new(this, reserve, _book.Head.Entries), Fault: null)
                : new(Reservation: null, BudgetFaults.Of(refusal, $"{terms.Series}/{period}"));
        }
    }

    /// <summary>Stores what was drawn, then commits it.</summary>
    /// <returns>The stored bytes, which are all that may be used from here on.</returns>
    /// <exception cref="InvalidOperationException">The reservation was used, or counts that the series needs again are not frozen.</exception>
    public byte[] Commit(Reservation reservation, NoisyResult result)
    {
        lock (_book.Turn)
        {
            if (reservation.Reserve.Terms.Mechanism == BudgetMechanisms.SquareRoot && !reservation.HasFrozen)
            {
                throw new InvalidOperationException("The square-root mechanism needs its counts frozen first.");
            }

            reservation.Use(this);
            var stored = _results.Keep(ReserveOf(reservation), result);
            Frozen.DestroyEnded();
            return stored;
        }
    }

    /// <summary>Gives a reservation up. Nothing is refunded, and the period is lost.</summary>
    public void Abandon(Reservation reservation)
    {
        lock (_book.Turn)
        {
            reservation.Use(this);
            _ = _book.Append(new PeriodAbandoned(reservation.Entry));
            var name = FrozenCounts.NameOf(reservation.Reserve.Terms.Series, reservation.Reserve.Period);
            _book.Guard(() => _book.Files.Delete(name));
            Frozen.DestroyEnded();
        }
    }

    /// <summary>What is published of the ledger: all of it, for it holds no result and no count.</summary>
    public PublishedBudget Publish()
    {
        lock (_book.Turn)
        {
            _book.RequireKnown();
            return PublishedBudget.Of(_book.Bytes, _book.Key.Public);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _book.Dispose();

    private ReservedPeriod ReserveOf(Reservation reservation) =>
        _book.Account.Find(reservation.Reserve.Terms.Series, reservation.Reserve.Period)!;
}
