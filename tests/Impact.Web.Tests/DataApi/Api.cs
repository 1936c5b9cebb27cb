using System.Text.Json;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.DataApi;

/// <summary>What tests of the interface ask with.</summary>
internal static class Api
{
    public const string Fund = $"/v1/funds/{SmallFund.Id}";

    public static Release Release { get; } =
        new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust).Latest(SmallFund.Id)!;

    public static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : string.Empty;
}
