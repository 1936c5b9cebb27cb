namespace Impact.Core.Intake;

/// <summary>Whether a statement proves itself: its booked entries must lead from its opening to its closing balance.</summary>
internal sealed class BankStatementBalances
{
    private decimal? _opening;
    private decimal? _closing;
    private decimal _entries;
    private bool _isReadable = true;

    /// <summary>Whether they do; also where a balance or an amount is not told, since then nothing can be said.</summary>
    public bool Agree => !_isReadable || _opening is null || _closing is null || _opening + _entries == _closing;

    /// <summary>Takes a balance in; only the booked ones at the beginning and the end count.</summary>
    public void State(BankStatementPart balance)
    {
        switch (balance.BalanceKind)
        {
            case "OPBD" or "PRCD":
                _opening ??= balance.Signed;
                break;
            case "CLBD":
                _closing = balance.Signed;
                break;
            default:
                break;
        }
    }

    /// <summary>Takes an entry in.</summary>
    public void Add(BankStatementPart entry)
    {
        if (!entry.IsBooked)
        {
            return;
        }

        _isReadable &= entry.Signed is not null;
        _entries += entry.Signed ?? 0;
    }
}
