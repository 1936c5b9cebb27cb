using System.Globalization;
using System.Text.RegularExpressions;
using Impact.Core.Ledger;
using Npgsql;

namespace Impact.Testing.Engines;

/// <summary>The ledger's tables in PostgreSQL 15, made from the same <c>schema.sql</c>, in a schema of their own.</summary>
/// <remarks>The schema file needs no change: VARCHAR, BIGINT, DATE, TIMESTAMP, UUID and BOOLEAN mean the same in both engines.</remarks>
internal sealed partial class PostgresLedger : ILedgerEngine, IDisposable
{
    private static int s_ledgers;

    private readonly NpgsqlConnection _connection;
    private readonly HashSet<string> _ran = new(StringComparer.Ordinal);

    public PostgresLedger(PostgresCluster cluster)
    {
        _connection = cluster.Connect();
        var number = Interlocked.Increment(ref s_ledgers).ToString(CultureInfo.InvariantCulture);
        var schema = $"ledger_{number}";
        Execute("schema", $"CREATE SCHEMA {schema}");
        Execute("schema", $"SET search_path TO {schema}");
        Execute("schema", SqlText.Of("Ledger", "schema"));
    }

    /// <summary>Every text that this engine ran without complaint.</summary>
    public IReadOnlySet<string> Ran => _ran;

    /// <inheritdoc />
    public long Execute(string activity, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        try
        {
            var rows = command.ExecuteNonQuery();
            _ran.Add(sql);
            return rows;
        }
        catch (PostgresException error)
        {
            throw new LedgerException(activity, $"{error.SqlState} {error.MessageText}");
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

            _ran.Add(sql);
            return rows;
        }
        catch (PostgresException error)
        {
            // The ledgers of tests hold nobody's records, so the engine's own words may be told.
            throw new LedgerException(activity, $"{error.SqlState} {error.MessageText}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    /// <summary>A parameter is <c>$name</c> in the files and <c>@name</c> for the driver; comments and texts are left alone.</summary>
    public static string WithDriverParameters(string sql) =>
        CommentTextOrName().Replace(sql, match => match.Value.StartsWith('$') ? $"@{match.Value[1..]}" : match.Value);

    private NpgsqlCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = new NpgsqlCommand(WithDriverParameters(sql), _connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    [GeneratedRegex(@"--[^\n]*|'(?:[^']|'')*'|\$[a-z_]\w*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentTextOrName();
}
