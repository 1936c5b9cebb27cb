namespace Impact.Core.Ledger;

/// <summary>What the sums of Metrics run on: the fund's own ledger in DuckDB, or the same tables in PostgreSQL.</summary>
internal interface ILedgerEngine
{
    /// <summary>Runs a statement for its effect.</summary>
    /// <param name="activity">What is being done, for the exception.</param>
    /// <param name="sql">One or more statements; parameters only in the only one.</param>
    /// <param name="parameters">Values bound by name, without the dollar sign.</param>
    /// <returns>Rows changed, where the engine counts them.</returns>
    /// <exception cref="LedgerException">The engine refused; its message is not passed on, since it may quote a record.</exception>
    long Execute(string activity, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>Runs a query and maps every row.</summary>
    /// <param name="activity">What is being done, for the exception.</param>
    /// <param name="sql">One SELECT.</param>
    /// <param name="map">From a row to a value.</param>
    /// <param name="parameters">Values bound by name, without the dollar sign.</param>
    /// <exception cref="LedgerException">The engine refused; its message is not passed on, since it may quote a record.</exception>
    IReadOnlyList<T> Query<T>(
        string activity,
        string sql,
        Func<LedgerRow, T> map,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    );
}
