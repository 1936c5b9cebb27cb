namespace Impact.Core.Disclosure.Budget;

/// <summary>The files of a fund's budget.</summary>
internal static class BudgetFileNames
{
    /// <summary>The chain.</summary>
    public const string Chain = "ledger.jsonl";

    /// <summary>The private key. That it is there says that the chain was begun.</summary>
    public const string Key = "budget.key";

    /// <summary>The private key before the chain's first entry is on the disk.</summary>
    public const string NewKey = "budget.key.new";

    /// <summary>The folder of noisy results.</summary>
    public const string Results = "results";

    /// <summary>The folder of frozen counts.</summary>
    public const string Frozen = "frozen";

    /// <summary>The file of a period in a folder.</summary>
    public static string Of(string folder, string series, string period) => $"{folder}/{series}/{period}.json";
}
