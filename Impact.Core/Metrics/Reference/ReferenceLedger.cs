namespace Impact.Core.Metrics.Reference;

/// <summary>The records that count in a scope, as the plain reference of every family reads them.</summary>
/// <param name="Books">All records; those that came after the scope's last batch are left out below.</param>
/// <param name="Scope">Fund and days.</param>
/// <param name="ToldKinds">The ledger kinds that the fund's sources tell.</param>
internal sealed record ReferenceLedger(ReferenceBooks Books, MetricScope Scope, IReadOnlySet<string> ToldKinds)
{
    /// <summary>Entries that were known, cleared or not.</summary>
    public IReadOnlyList<ReferenceEntry> Known { get; } =
    [.. Books.Entries.Where(entry => entry.Batch <= Scope.LastBatch)];

    /// <summary>Known entries that had cleared by the cut-off.</summary>
    public IReadOnlyList<ReferenceEntry> Cleared => [.. Known.Where(entry => entry.ClearedOn <= Scope.CutOff)];

    /// <summary>Known entries that had cleared by the statement day: the last closed quarter. Only when something was reported is told by them.</summary>
    public IReadOnlyList<ReferenceEntry> Booked => [.. Known.Where(entry => entry.ClearedOn <= Scope.StatementDay)];

    /// <summary>Known entries that are shown by the statement day, each on the day from which it is shown.</summary>
    public IReadOnlyList<ReferenceEntry> Closed =>
        [.. ReferenceShown.Of(Cleared, Scope).Where(entry => entry.ClearedOn <= Scope.StatementDay)];

    /// <summary>The same, where tables by period show late gifts, refunds, chargebacks and fees.</summary>
    public IReadOnlyList<ReferenceEntry> ClosedPeriods =>
        [.. ReferenceShown.InPeriods(Cleared, Scope).Where(entry => entry.ClearedOn <= Scope.StatementDay)];

    /// <summary>Statements that were known.</summary>
    public IReadOnlyList<ReferenceStatement> Statements { get; } =
    [.. Books.Statements.Where(statement => statement.Batch <= Scope.LastBatch)];

    /// <summary>Services that were known.</summary>
    public IReadOnlyList<ReferenceService> Services { get; } =
    [.. Books.Services.Where(service => service.Batch <= Scope.LastBatch)];
}
