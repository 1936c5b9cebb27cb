namespace Impact.Core.Ledger;

/// <summary>What became of the rows of one file in one fund: rows in = stored + known + rejected, always.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="BatchId">The batch in the ledger.</param>
/// <param name="IsNew">Whether this run loaded it; otherwise the same file was loaded before and nothing was changed.</param>
/// <param name="RowsIn">Rows of the file that name this fund.</param>
/// <param name="RowsStored">Rows stored now.</param>
/// <param name="RowsKnown">Rows that the ledger already had.</param>
/// <param name="RowsRejected">Rows rejected, each with a finding.</param>
/// <param name="RowsReversed">Rows of an earlier file of the same scope that are gone and were taken back.</param>
/// <param name="Findings">Rejects and remarks by rule and column.</param>
internal sealed record LoadReport(
    string Fund,
    int BatchId,
    bool IsNew,
    long RowsIn,
    long RowsStored,
    long RowsKnown,
    long RowsRejected,
    long RowsReversed,
    IReadOnlyList<FindingCount> Findings
);

/// <summary>How often a rule was met at a column, and where first.</summary>
/// <param name="Rule">The rule's identifier.</param>
/// <param name="Column">The column's heading.</param>
/// <param name="Rejected">Whether it rejects.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="FirstLine">Line of the first one.</param>
internal sealed record FindingCount(string Rule, string Column, bool Rejected, long Rows, long FirstLine);
