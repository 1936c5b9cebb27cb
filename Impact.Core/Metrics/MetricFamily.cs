using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics;

/// <summary>
/// Figures that one file of SQL reaches, plain loops over the records reach again, and rows of published tables show. The two
/// ways share nothing but the type of the sum; a test holds them equal on generated ledgers.
/// </summary>
internal abstract class MetricFamily
{
    /// <summary>The file of <c>Metrics/Sql</c> whose rows are read.</summary>
    public abstract string Sql { get; }

    /// <summary>The sums by SQL, one value a row, in no particular order.</summary>
    public abstract IReadOnlyList<object> BySql(MetricRun run);

    /// <summary>The same sums by plain loops.</summary>
    public abstract IReadOnlyList<object> ByReference(ReferenceLedger ledger);

    /// <summary>The rows of the tables that show the sums; a table may be filled by several families.</summary>
    public abstract IEnumerable<RawTable> Tables(IReadOnlyList<object> sums, TableContext context);
}

/// <summary>A family whose sums are one record type, compared by value.</summary>
/// <typeparam name="TSum">One row of the answer.</typeparam>
internal abstract class MetricFamily<TSum> : MetricFamily
    where TSum : class, IEquatable<TSum>
{
    /// <summary>The work tables that the SQL reads.</summary>
    protected virtual IReadOnlyList<WorkTable> Needs => [];

    /// <inheritdoc />
    public sealed override IReadOnlyList<object> BySql(MetricRun run)
    {
        run.Require([.. Needs]);
        return run.Rows(Sql, Read);
    }

    /// <inheritdoc />
    public sealed override IReadOnlyList<object> ByReference(ReferenceLedger ledger) => Compute(ledger);

    /// <inheritdoc />
    public sealed override IEnumerable<RawTable> Tables(IReadOnlyList<object> sums, TableContext context) =>
        LayOut([.. sums.Cast<TSum>()], context);

    /// <summary>Reads one row of the answer.</summary>
    protected abstract TSum Read(LedgerRow row);

    /// <summary>Computes the sums by plain loops; nothing of the SQL's way is used.</summary>
    protected abstract IReadOnlyList<TSum> Compute(ReferenceLedger ledger);

    /// <summary>Lays the sums out as rows, with status, finality and completeness beside each figure.</summary>
    protected abstract IEnumerable<RawTable> LayOut(IReadOnlyList<TSum> sums, TableContext context);
}

/// <summary>What laying out needs besides the sums.</summary>
/// <param name="Scope">Fund and days.</param>
/// <param name="Told">The measures that the fund's sources tell.</param>
/// <param name="Coverage">Which partner reported which quarter.</param>
internal sealed record TableContext(MetricScope Scope, IReadOnlySet<string> Told, ReportingCoverage Coverage)
{
    /// <summary>Writes rows with their context columns.</summary>
    public RowWriter Writer { get; } = new(Scope);

    /// <summary><c>ok</c> when all of these measures are told, <c>x</c> otherwise.</summary>
    public string StatusOf(params ReadOnlySpan<string> measures)
    {
        foreach (var measure in measures)
        {
            if (!Told.Contains(measure))
            {
                return "x";
            }
        }

        return "ok";
    }
}
