using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Impact.Core.Tests.Catalogue;

/// <summary>A JSON Schema of docs/schemas, and what a record says of itself, so that the two can be held together.</summary>
internal static class SchemaFile
{
    /// <summary>A file of the repository.</summary>
    public static string Text(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Where a file of the repository lies.</summary>
    public static string PathOf(string path) => Path.Combine(Top(), path);

    /// <summary>A schema, or another JSON file with comments.</summary>
    public static JsonObject Read(string path) =>
        JsonNode
            .Parse(Text(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!
            .AsObject();

    /// <summary>The names that a record is written with.</summary>
    public static IEnumerable<string> PropertiesOf(Type record) =>
        Written(record).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    /// <summary>The names without which a record is not read.</summary>
    public static IEnumerable<string> NeededOf(Type record)
    {
        var optional = record
            .GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.HasDefaultValue)
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        var parameters = record
            .GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        var isPositional = record.GetConstructors().All(constructor => constructor.GetParameters().Length > 0);
        return Written(record)
            .Where(property =>
                isPositional
                    ? parameters.Contains(property.Name) && !optional.Contains(property.Name)
                    : property.CustomAttributes.Any(mark => mark.AttributeType.Name == "RequiredMemberAttribute")
            )
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
    }

    private static IEnumerable<PropertyInfo> Written(Type record) =>
        record
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute)));

    /// <summary>A definition of a schema; empty: the schema itself.</summary>
    public static JsonObject Definition(JsonObject schema, string name) =>
        name.Length == 0 ? schema : schema["$defs"]![name]!.AsObject();

    /// <summary>A list of texts.</summary>
    public static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => (string)item!);

    /// <summary>Every reference below a node.</summary>
    public static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject held => held.SelectMany(pair =>
                pair.Key == "$ref" ? [(string)pair.Value!] : References(pair.Value)
            ),
            JsonArray list => list.SelectMany(References),
            _ => [],
        };

    private static string Top()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Impact.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("Impact.sln is in no folder above the tests.");
        }

        return folder;
    }
}
