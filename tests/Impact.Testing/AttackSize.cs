namespace Impact.Testing;

/// <summary>How large an attack is: in CI as written, ten times as large with IMPACT_NIGHTLY=1.</summary>
internal static class AttackSize
{
    private const int NightlyFactor = 10;

    /// <summary>Whether IMPACT_NIGHTLY is 1.</summary>
    public static bool IsNightly { get; } = Environment.GetEnvironmentVariable("IMPACT_NIGHTLY") == "1";

    /// <summary>So many in CI, ten times as many at night.</summary>
    public static int Of(int inCi) => IsNightly ? checked(inCi * NightlyFactor) : inCi;
}
