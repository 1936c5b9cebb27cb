using System.Text.RegularExpressions;

namespace Impact.Core.Noise.Accounting;

/// <summary>What names in a budget ledger look like. They become file names, so they are narrow.</summary>
internal static partial class BudgetNames
{
    /// <summary>A series or fund: one to sixty-four of a–z, 0–9, hyphen and underscore.</summary>
    public static bool IsSeries(string name) => Series().IsMatch(name);

    /// <summary>A period: one to twenty of 0–9, A–Z and hyphen, for example <c>2019-Q3</c>.</summary>
    public static bool IsPeriod(string name) => Period().IsMatch(name);

    /// <summary>A SHA-256 digest in lower-case hexadecimal.</summary>
    public static bool IsDigest(string text) => Digest().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9_-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Series();

    [GeneratedRegex(@"\A[0-9A-Z-]{1,20}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
