using System.Globalization;

namespace Impact.Core.Tests.Charts;

/// <summary>How many cases a property is tried on: the same ones in every run, more of them on demand.</summary>
public static class ChartCases
{
    public const string Seed = "0N0XIzNsQ0O2";

    private const int Usual = 200;

    public static int Count =>
        int.TryParse(
            Environment.GetEnvironmentVariable("IMPACT_CASES"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var cases
        )
            ? cases
            : Usual;
}
