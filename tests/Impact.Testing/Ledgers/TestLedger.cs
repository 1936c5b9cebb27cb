using System.Globalization;
using Impact.Core.Intake;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;

namespace Impact.Testing.Ledgers;

/// <summary>A ledger of a test's own on one of the engines, filled by plain inserts past Intake; it goes with the test.</summary>
internal sealed class TestLedger : IDisposable
{
    private static readonly string[] Tables =
    [
        "batch",
        "entry",
        "statement",
        "balance",
        "service",
        "organisation",
        "account_line",
        "explanation",
    ];

    private readonly Action _remove;

    public TestLedger(EngineKind kind = EngineKind.DuckDb) =>
        (Store, _remove) = kind == EngineKind.DuckDb ? OnDuckDb() : OnPostgres();

    public ILedgerEngine Store { get; }

    /// <summary>Replaces all that the ledger holds.</summary>
    public void Fill(DraftLedger draft)
    {
        foreach (var table in Tables)
        {
            Store.Execute("empty", $"TRUNCATE TABLE {table}");
        }

        Insert("batch", [.. draft.Batches.Select(batch => Batch(batch, draft))]);
        Insert("entry", [.. draft.Entries.Select(Entry)]);
        Insert("statement", [.. draft.Statements.Select(Statement)]);
        Insert("balance", [.. draft.Balances.Select(Balance)]);
        Insert("service", [.. draft.Services.Select(Service)]);
        Insert("account_line", [.. draft.AccountLines.Select(AccountLine)]);
        Insert("explanation", [.. draft.Explanations.Select(Explanation)]);
    }

    public void Dispose() => _remove();

    private static (ILedgerEngine Engine, Action Remove) OnDuckDb()
    {
        var folder = Directory.CreateTempSubdirectory("impact-ledger-").FullName;
        var store = LedgerStore.Open(folder, new LedgerOptions { MemoryMebibytes = 256, Threads = 1 });
        return (
            store,
            () =>
            {
                store.Dispose();
                Directory.Delete(folder, recursive: true);
            }
        );
    }

    private static (ILedgerEngine Engine, Action Remove) OnPostgres()
    {
        var ledger = new PostgresLedger(PostgresCluster.Shared);
        return (ledger, ledger.Dispose);
    }

    private void Insert(string table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            var values = rows.Select(row => $"({string.Join(", ", row.Select(Literal))})");
            Store.Execute("fill", $"INSERT INTO {table} VALUES {string.Join(", ", values)}");
        }
    }

    private static object?[] Batch(ReferenceBatch batch, DraftLedger draft) =>
        [
            batch.Batch,
            "digest",
            batch.Profile,
            1,
            draft.ReceivedOn(batch.Batch),
            string.Join(' ', batch.Tells),
            0,
            0,
            0,
            batch.RowsRejected,
            0,
        ];

    private static object?[] Entry(DraftEntry entry) =>
        [
            entry.Batch,
            1,
            entry.Profile,
            entry.SourceId,
            entry.Kind,
            entry.OccurredOn,
            entry.ClearedOn,
            entry.BaseMinor,
            "USD",
            entry.BaseMinor,
            entry.Organisation,
            entry.Designation,
            entry.Category,
            entry.GiverKind,
            entry.Giver,
            entry.Donor?.ToString(),
            entry.Region,
            entry.Recurring,
            entry.RefersTo,
            entry.Reverses,
            entry.Reverses is null ? null : "CORRECTION",
        ];

    private static object?[] Statement(ReferenceStatement statement) =>
        [
            statement.Batch,
            1,
            "test",
            "statement",
            statement.Organisation,
            statement.RefersTo,
            statement.Indicator,
            statement.Period,
            statement.Measure,
            statement.Split,
            statement.People,
            statement.CertifiedOn,
            statement.IsReversal ? "statement" : null,
        ];

    private static object?[] Balance(ReferenceBalance balance) =>
        [balance.Batch, 1, "test", "balance", balance.AsOf, "bank", "balance", balance.BaseMinor, null];

    private static object?[] Service(ReferenceService service) =>
        [
            service.Batch,
            1,
            "test",
            "service",
            service.Household.ToString(),
            service.Organisation,
            service.Service,
            service.OccurredOn,
            service.Place,
            service.HouseholdSize,
            service.IsReversal ? "service" : null,
        ];

    private static object?[] AccountLine(ReferenceAccountLine line) =>
        [
            line.Batch,
            1,
            "test",
            line.SourceId,
            line.Account,
            line.BookedOn,
            line.BaseMinor,
            "USD",
            line.BaseMinor,
            line.Kind,
            line.RefersTo,
            line.Reverses,
        ];

    private static object?[] Explanation(ReferenceExplanation one) =>
        [
            one.Batch,
            1,
            "test",
            $"{one.Match}/{one.Item}/{one.AmountMinor}",
            one.Match,
            one.Item,
            one.AmountMinor,
            one.Owner,
            one.Code,
            one.NoteEn,
            one.NoteEs,
            new DateOnly(2020, 1, 1),
            null,
        ];

    private static string Literal(object? value) =>
        value switch
        {
            null => "NULL",
            string text => SqlLiteral.Text(text),
            DateOnly day => SqlLiteral.Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
