namespace Impact.Core.Releases.Privacy;

/// <summary>What a draft brings of its noisy tables' budget.</summary>
/// <param name="Numbers">What the manifest says.</param>
/// <param name="BudgetLines">The budget ledger, byte for byte: parameters, costs and chain, no result and no count.</param>
internal sealed record DraftPrivacy(ManifestPrivacy Numbers, byte[] BudgetLines);

/// <summary>The files of a release that say how people are protected.</summary>
public static class PrivacyPaths
{
    /// <summary>The budget ledger.</summary>
    public const string Budget = "privacy/budget.jsonl";

    /// <summary>The certificate in English or Spanish.</summary>
    public static string Certificate(string language) => $"privacy/certificate.{language}.md";
}
