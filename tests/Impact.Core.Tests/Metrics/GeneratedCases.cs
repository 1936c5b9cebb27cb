using System.Globalization;

namespace Impact.Core.Tests.Metrics;

/// <summary>How many generated ledgers a test tries: 60, or what IMPACT_CASES says.</summary>
internal static class GeneratedCases
{
    private const int Usual = 60;

    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("IMPACT_CASES"), CultureInfo.InvariantCulture, out var cases)
            ? cases
            : Usual;
}
