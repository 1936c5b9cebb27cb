using Impact.Core.Ledger;

namespace Impact.Core.Metrics;

/// <summary>One run of the catalogue over a ledger: the engine, the scope, and the work tables that several sums share.</summary>
/// <remarks>A work table is made when the first sum needs it and dropped with the run; no file binds more than its own parameters.</remarks>
internal sealed class MetricRun : IDisposable
{
    private readonly ILedgerEngine _engine;
    private readonly List<WorkTable> _made = [];

    /// <summary>Prepares a run; nothing is computed yet.</summary>
    /// <param name="engine">Where the ledger lies.</param>
    /// <param name="scope">Fund and days.</param>
    public MetricRun(ILedgerEngine engine, MetricScope scope)
    {
        _engine = engine;
        Scope = scope;
    }

    /// <summary>Fund and days.</summary>
    public MetricScope Scope { get; }

    /// <summary>Makes work tables that are not there yet.</summary>
    public void Require(params ReadOnlySpan<WorkTable> tables)
    {
        foreach (var table in tables)
        {
            if (!_made.Contains(table))
            {
                Execute($"drop {table.Name}", $"DROP TABLE IF EXISTS {table.Name}");
                table.Make(this);
                _made.Add(table);
            }
        }
    }

    /// <summary>Runs a file of <c>Metrics/Sql</c> for its effect.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="own">Values that only this file binds, besides those of the scope.</param>
    public void ExecuteFile(string file, params ReadOnlySpan<(string Name, object? Value)> own)
    {
        var sql = SqlText.Of("Metrics", file);
        _engine.Execute(file, sql, [.. ParametersOf(sql), .. own]);
    }

    /// <summary>Runs a file of <c>Metrics/Sql</c> and maps every row.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="map">Reads a row.</param>
    /// <param name="own">Values that only this file binds, besides those of the scope.</param>
    public IReadOnlyList<T> Rows<T>(
        string file,
        Func<LedgerRow, T> map,
        params ReadOnlySpan<(string Name, object? Value)> own
    )
    {
        var sql = SqlText.Of("Metrics", file);
        return _engine.Query(file, sql, map, [.. ParametersOf(sql), .. own]);
    }

    /// <summary>Runs one statement for its effect.</summary>
    public void Execute(string activity, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        _engine.Execute(activity, sql, parameters);

    /// <summary>Drops what was made, the last first.</summary>
    public void Dispose()
    {
        foreach (var table in Enumerable.Reverse(_made))
        {
            Execute($"drop {table.Name}", $"DROP TABLE IF EXISTS {table.Name}");
        }
    }

    private (string Name, object? Value)[] ParametersOf(string sql)
    {
        // Each value is worked out only where it is named: a scope without end has no statement day.
        (string Name, Func<object?> Value)[] all =
        [
            ("last_batch", () => Scope.LastBatch),
            ("cut_off", () => Scope.CutOff),
            ("statement_day", () => Scope.StatementDay),
            ("currency", () => Scope.Fund.Currency),
        ];
        return
        [
            .. all.Where(parameter => sql.Contains($"${parameter.Name}", StringComparison.Ordinal))
                .Select(parameter => (parameter.Name, parameter.Value())),
        ];
    }
}

/// <summary>A temporary table that several sums read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Make">Creates and fills it; it may require other tables first.</param>
internal sealed record WorkTable(string Name, Action<MetricRun> Make);
