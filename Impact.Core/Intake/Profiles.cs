using System.Text.Json;
using System.Text.Json.Serialization;
using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The profiles shipped with Impact.</summary>
internal static class Profiles
{
    /// <summary>Name under which a file of Impact's own layout finds its sheet's profile by its own name.</summary>
    public const string OwnLayout = "impact";

    private const string ResourcePrefix = "profiles/";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>All profiles, in the order of their identifiers.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [.. ReadAll().OrderBy(profile => profile.Id, StringComparer.Ordinal)];

    /// <summary>The profile for a file.</summary>
    /// <param name="name">A profile's identifier, or <c>impact</c>: then the file's name without its ending names the sheet.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="FaultException"><see cref="Faults.ProfileUnknown"/>.</exception>
    public static Profile For(string name, string file)
    {
        var sheet = Path.GetFileNameWithoutExtension(file);
        return All.FirstOrDefault(profile => name == OwnLayout ? profile.Sheet == sheet : profile.Id == name)
            ?? throw new FaultException(new Fault(Faults.ProfileUnknown, name == OwnLayout ? $"{name}/{sheet}" : name));
    }

    private static IEnumerable<Profile> ReadAll()
    {
        var assembly = typeof(Profiles).Assembly;
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            yield return JsonSerializer.Deserialize<Profile>(stream, Options)
                ?? throw new InvalidDataException($"{resource} is empty.");
        }
    }
}
