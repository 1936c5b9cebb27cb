using System.Globalization;
using DuckDB.NET.Data;
using Impact.Core.Catalogue;

namespace Impact.Core.Ledger;

/// <summary>The open private ledger of one fund. One process and one store at a time: a lock file and the engine's own lock say so.</summary>
internal sealed class LedgerStore : ILedgerEngine, IDisposable
{
    private const string Spill = "spill";

    private readonly FileStream _lock;
    private readonly DuckDBConnection _connection;

    private LedgerStore(string folder, FileStream fileLock, DuckDBConnection connection)
    {
        Folder = folder;
        _lock = fileLock;
        _connection = connection;
    }

    /// <summary>The folder that holds the ledger file.</summary>
    public string Folder { get; }

    /// <summary>The engine's connection, for the loading side of this room alone.</summary>
    internal DuckDBConnection Connection => _connection;

    /// <summary>The folder for what the engine must put on disk while it works; emptied when the ledger opens.</summary>
    internal string SpillFolder => Path.Combine(Folder, Spill);

    /// <summary>Opens the ledger in a folder, and makes it when it is not there.</summary>
    /// <exception cref="FaultException"><see cref="Faults.LedgerBusy"/> or <see cref="Faults.LedgerFailed"/>.</exception>
    public static LedgerStore Open(string folder, LedgerOptions? options = null)
    {
        options ??= new LedgerOptions();
        Directory.CreateDirectory(folder);
        var fileLock = TakeLock(folder);
        EmptySpillFolder(Path.Combine(folder, Spill));
        var connection = new DuckDBConnection(ConnectionString(folder, options));
        try
        {
            connection.Open();
            var store = new LedgerStore(folder, fileLock, connection);
            store.Execute("schema", SqlText.Of("Ledger", "schema"));
            return store;
        }
        catch (Exception error) when (error is DuckDBException or LedgerException)
        {
            connection.Dispose();
            fileLock.Dispose();
            var fault = error.Message.Contains("lock", StringComparison.OrdinalIgnoreCase)
                ? Faults.LedgerBusy
                : Faults.LedgerFailed;
            throw new FaultException(new Fault(fault, Path.GetFileName(folder)));
        }
    }

    /// <inheritdoc />
    public long Execute(string activity, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (DuckDBException error)
        {
            throw Translate(activity, error);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<T> Query<T>(
        string activity,
        string sql,
        Func<LedgerRow, T> map,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        using var command = Command(sql, parameters);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            var row = new LedgerRow(reader);
            while (reader.Read())
            {
                rows.Add(map(row));
            }

            return rows;
        }
        catch (DuckDBException error)
        {
            throw Translate(activity, error);
        }
    }

    /// <summary>Runs steps so that all of them happen or none.</summary>
    public void InOneTransaction(Action steps)
    {
        Execute("begin", "BEGIN TRANSACTION");
        try
        {
            steps();
            Execute("commit", "COMMIT");
        }
        catch
        {
            TryRollBack();
            throw;
        }
    }

    /// <summary>Closes the ledger and gives the lock back.</summary>
    public void Dispose()
    {
        _connection.Dispose();
        _lock.Dispose();
    }

    private static LedgerException Translate(string activity, DuckDBException error) =>
        new(activity, error.ErrorType.ToString());

    private static FileStream TakeLock(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "ledger.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            throw new FaultException(new Fault(Faults.LedgerBusy, Path.GetFileName(folder)));
        }
        catch (UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(Faults.LedgerFailed, Path.GetFileName(folder)));
        }
    }

    private static void EmptySpillFolder(string folder)
    {
        // What a killed run left behind holds tokens; the lock says that no run is using it.
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    private static string ConnectionString(string folder, LedgerOptions options)
    {
        var spill = Path.Combine(folder, Spill);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"DataSource={Path.Combine(folder, "ledger.duckdb")};memory_limit={options.MemoryMebibytes}MiB;threads={options.Threads};temp_directory={spill};autoinstall_known_extensions=false;autoload_known_extensions=false;allow_community_extensions=false"
        );
    }

    private DuckDBCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        }

        return command;
    }

    private void TryRollBack()
    {
        try
        {
            Execute("roll back", "ROLLBACK");
        }
        catch (LedgerException)
        {
            // The engine has already undone the transaction when it failed inside it.
        }
    }
}
