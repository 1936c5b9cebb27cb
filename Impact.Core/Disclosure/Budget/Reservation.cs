using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>The right to read the data of one period and draw once: its budget is spent, durably. Only the ledger makes one.</summary>
internal sealed class Reservation
{
    private readonly BudgetLedger _ledger;
    private int _uses;

    internal Reservation(BudgetLedger ledger, BudgetReserved reserve, long entry)
    {
        _ledger = ledger;
        Reserve = reserve;
        Entry = entry;
    }

    /// <summary>What was reserved.</summary>
    public BudgetReserved Reserve { get; }

    /// <summary>The number of the reserve's entry.</summary>
    public long Entry { get; }

    /// <summary>Whether the true counts were frozen.</summary>
    internal bool HasFrozen { get; set; }

    /// <summary>Takes the right for good.</summary>
    /// <exception cref="InvalidOperationException">It was taken before, or another ledger made it.</exception>
    internal void Use(BudgetLedger ledger)
    {
        RequireUnused(ledger);
        _uses++;
    }

    /// <summary>Refuses a right that was taken, or that another ledger made.</summary>
    internal void RequireUnused(BudgetLedger ledger)
    {
        if (_uses > 0 || !ReferenceEquals(ledger, _ledger))
        {
            throw new InvalidOperationException("A reservation is used once, with the ledger that made it.");
        }
    }
}
