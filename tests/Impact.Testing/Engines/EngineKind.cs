namespace Impact.Testing.Engines;

/// <summary>The engines that every sum of Metrics must give the same answer on.</summary>
internal enum EngineKind
{
    /// <summary>The engine of the fund's own ledger.</summary>
    DuckDb,

    /// <summary>The engine a ledger grows into; its tests have the category <see cref="Engine.PostgresCategory"/>.</summary>
    Postgres,
}

/// <summary>Words of tests that run on both engines.</summary>
internal static class Engine
{
    /// <summary>The category by which <c>tests/run.sh</c> leaves the second engine out where it cannot be installed.</summary>
    public const string PostgresCategory = "Postgres";
}
