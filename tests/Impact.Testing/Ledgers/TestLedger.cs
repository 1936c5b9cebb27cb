using System.Globalization;
using Impact.Core.Intake;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;

namespace Impact.Testing.Ledgers;

/// <summary>A ledger in a folder of its own, filled by plain inserts past Intake; the folder goes with it.</summary>
internal sealed class TestLedger : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("impact-ledger-").FullName;

    public TestLedger() => Store = LedgerStore.Open(_folder, new LedgerOptions { MemoryMebibytes = 256, Threads = 1 });

    public LedgerStore Store { get; }

    /// <summary>Replaces all that the ledger holds.</summary>
    public void Fill(DraftLedger draft)
    {
        foreach (var table in new[] { "batch", "entry", "statement", "balance", "service", "organisation" })
        {
            Store.Execute("empty", $"DELETE FROM {table}");
        }

        var batches = draft
            .Entries.Select(entry => entry.Batch)
            .Concat(draft.Statements.Select(statement => statement.Batch))
            .Concat(draft.Balances.Select(balance => balance.Batch))
            .Concat(draft.Services.Select(service => service.Batch))
            .Append(1)
            .Distinct();
        Insert("batch", [.. batches.Select(batch => Batch(batch, draft))]);
        Insert("entry", [.. draft.Entries.Select(Entry)]);
        Insert("statement", [.. draft.Statements.Select(Statement)]);
        Insert("balance", [.. draft.Balances.Select(Balance)]);
        Insert("service", [.. draft.Services.Select(Service)]);
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Insert(string table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            var values = rows.Select(row => $"({string.Join(", ", row.Select(Literal))})");
            Store.Execute("fill", $"INSERT INTO {table} VALUES {string.Join(", ", values)}");
        }
    }

    private static object?[] Batch(int batch, DraftLedger draft) =>
        [batch, "digest", "test", 1, draft.ReceivedOn(batch), string.Join(' ', draft.Tells), 0, 0, 0, 0, 0];

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

    private static string Literal(object? value) =>
        value switch
        {
            null => "NULL",
            string text => SqlLiteral.Text(text),
            DateOnly day => SqlLiteral.Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
