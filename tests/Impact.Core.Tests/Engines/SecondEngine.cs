using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests;

/// <summary>The one PostgreSQL of this assembly's run: started by the first test that needs it, ended after the last.</summary>
[SetUpFixture]
internal sealed class SecondEngine
{
    /// <summary>An empty ledger on an engine; without PostgreSQL the fixture is skipped, and <c>tests/run.sh</c> counts it.</summary>
    public static TestLedger Open(EngineKind kind)
    {
        if (kind == EngineKind.Postgres && PostgresCluster.Missing is { } reason)
        {
            Assert.Ignore(reason);
        }

        return new TestLedger(kind);
    }

    [OneTimeTearDown]
    public void Stop() => PostgresCluster.StopShared();
}
