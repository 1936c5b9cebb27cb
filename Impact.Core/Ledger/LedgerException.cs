namespace Impact.Core.Ledger;

/// <summary>The engine refused a statement of ours: a defect. Its own message may quote a record, so it is not kept.</summary>
internal sealed class LedgerException : Exception
{
    /// <summary>Names what was being done and the engine's kind of error, never its text.</summary>
    public LedgerException(string activity, string errorKind)
        : base($"The ledger failed while it did '{activity}' ({errorKind}).")
    {
        Activity = activity;
        ErrorKind = errorKind;
    }

    /// <summary>What was being done: the name of the SQL file or step.</summary>
    public string Activity { get; }

    /// <summary>The engine's error class, for example <c>OutOfMemory</c>.</summary>
    public string ErrorKind { get; }
}
