using Impact.Core.Metrics;

namespace Impact.Core.Tests.Metrics;

/// <summary>What gates found, as lines that can be compared.</summary>
internal static class GateLines
{
    public static IReadOnlyList<string> Of(IReadOnlyList<GateResult> gates) =>
        [
            .. gates.SelectMany(gate =>
                gate.Violations.Select(one => $"{gate.Id} {one.Subject} {one.AmountMinor}")
                    .Order(StringComparer.Ordinal)
                    .Prepend($"{gate.Id} {gate.Outcome}")
            ),
        ];
}
