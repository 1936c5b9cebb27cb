using System.Globalization;
using Impact.Testing.Engines;

namespace Impact.Core.Tests.Metrics;

/// <summary>How many generated ledgers a test tries: 60, ten times as many at night, or what IMPACT_CASES says.</summary>
internal static class GeneratedCases
{
    private const int Usual = 60;

    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("IMPACT_CASES"), CultureInfo.InvariantCulture, out var cases)
            ? cases
            : AttackSize.Of(Usual);

    /// <summary>All of them in process; a third on a server, where each takes many times as long.</summary>
    public static int On(EngineKind engine) => engine == EngineKind.DuckDb ? Count : (Count + 2) / 3;
}
