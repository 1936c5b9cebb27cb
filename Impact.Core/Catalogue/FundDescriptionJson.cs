using System.Text.Json;
using System.Text.Json.Serialization;

namespace Impact.Core.Catalogue;

/// <summary>Reads and writes <c>fund.json</c>.</summary>
public static class FundDescriptionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The text of a fund file, two spaces a level, ending with a line feed.</summary>
    public static string Write(FundDescription fund) => JsonSerializer.Serialize(fund, Options) + "\n";

    /// <summary>Reads a fund file.</summary>
    /// <exception cref="JsonException">The text is not a fund file; its path property says where.</exception>
    public static FundDescription Read(string json) =>
        JsonSerializer.Deserialize<FundDescription>(json, Options) ?? throw new JsonException("The file is empty.");
}
