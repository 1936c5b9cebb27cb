using Impact.Testing.Releases;

namespace Impact.Web.Tests;

/// <summary>Every kind of page of the example site, by its path without the language.</summary>
internal static class SitePages
{
    public static IReadOnlyList<string> Small { get; } =
    [
        $"/{SmallFund.Id}",
        $"/{SmallFund.Id}/organisations",
        $"/{SmallFund.Id}/organisations/{SmallFund.IdOf(1)}",
        $"/{SmallFund.Id}/metrics/delivery_rate",
        $"/{SmallFund.Id}/reconciliation",
        $"/{SmallFund.Id}/data",
        $"/{SmallFund.Id}/releases",
        $"/{SmallFund.Id}/releases/1.1.0",
    ];

    public static IReadOnlyList<string> Large { get; } =
    [
        $"/{LargeFund.Id}",
        $"/{LargeFund.Id}/organisations",
        $"/{LargeFund.Id}/organisations/XI-EXAMPLE-0001",
        $"/{LargeFund.Id}/reconciliation",
        $"/{LargeFund.Id}/data",
        $"/{LargeFund.Id}/releases",
        $"/{LargeFund.Id}/releases/1.0.0",
    ];

    public static IReadOnlyList<string> General { get; } = ["/", "/methodology"];

    public static IEnumerable<string> All => [.. General, .. Small, .. Large];

    /// <summary>Every page in both languages, as requested.</summary>
    public static IEnumerable<string> Requests => All.SelectMany(path => new[] { path, Spanish(path) });

    public static string Spanish(string path) => path is "/" ? "/es" : "/es" + path;
}
