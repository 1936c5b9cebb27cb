using System.Text;
using System.Text.Json.Nodes;
using Impact.Core.Disclosure;
using Impact.Core.Tests.Catalogue;

namespace Impact.Core.Tests.Disclosure;

/// <summary>The shipped policy with something changed, as a fund's statistician could write it.</summary>
internal static class SamplePolicies
{
    public const string Shipped = "Impact.Core/Disclosure/Policies/default.json";

    /// <summary>The policy's text after a change.</summary>
    public static byte[] Text(Action<JsonObject> change)
    {
        var policy = SchemaFile.Read(Shipped);
        change(policy);
        return Encoding.UTF8.GetBytes(policy.ToJsonString());
    }

    /// <summary>The policy after a change.</summary>
    public static DisclosurePolicy Read(Action<JsonObject> change) => DisclosurePolicy.Read(Text(change));
}
