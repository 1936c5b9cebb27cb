using System.Globalization;

namespace Impact.Core.Tests.Rehearsal;

/// <summary>How many cases a property test tries: 200, ten times as many at night, or what IMPACT_CASES says.</summary>
internal static class PropertyCases
{
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("IMPACT_CASES"), CultureInfo.InvariantCulture, out var cases)
            ? cases
            : AttackSize.Of(200);
}
