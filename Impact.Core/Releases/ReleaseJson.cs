using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Impact.Core.Releases;

/// <summary>Reads and writes the two signed files; writing the same value gives the same bytes.</summary>
internal static class ReleaseJson
{
    /// <summary>Two spaces a level, line feeds, letters of every language as they are.</summary>
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        };

    /// <summary>The bytes of a manifest or an index: UTF-8 without mark, ending with a line feed.</summary>
    public static byte[] Write<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options) + "\n");

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is not one, its format is not known, or it names what a release may not.</exception>
    public static Manifest ReadManifest(ReadOnlySpan<byte> json)
    {
        var manifest =
            JsonSerializer.Deserialize<Manifest>(json, Options) ?? throw new JsonException("The manifest is empty.");
        Require(manifest.Format == Manifest.KnownFormat, "format");
        Require(
            HasNoGap(
                manifest.Metrics,
                manifest.Sources,
                manifest.Notes,
                manifest.ApprovedBy,
                manifest.Checks,
                manifest.Content,
                manifest.Files
            ),
            "null"
        );
        Require(ReleaseNames.IsFund(manifest.Fund.Id), "fund");
        Require(Quantities.Currency.TryParse(manifest.Fund.Currency, out _), "currency");
        Require(ReleaseVersion.TryParse(manifest.Version, out _), "version");
        Require(
            manifest.Previous is null || IsVersion(manifest.Previous.Version, manifest.Previous.ManifestSha256),
            "previous"
        );
        Require(
            manifest.Changes.ComparedWith is null || ReleaseVersion.TryParse(manifest.Changes.ComparedWith, out _),
            "compared with"
        );
        Require(manifest.Checks.All(check => check.Outcome != CheckOutcome.Failed), "failed check");
        Require(manifest.Gifts is null or { IsAllowed: true }, "gifts");
        Require(manifest.Privacy is null or { IsAllowed: true }, "privacy");
        Require(manifest.Files.All(IsFile), "files");
        Require(manifest.Content.All(IsContent), "content");
        Require(IsAscending(manifest.Files.Select(file => file.Path)), "order of files");
        Require(IsAscending(manifest.Content.Select(content => content.Table)), "order of content");
        return manifest;
    }

    /// <summary>Reads an index.</summary>
    /// <exception cref="JsonException">It is not one, or it names what an index may not.</exception>
    public static ReleaseIndex ReadIndex(ReadOnlySpan<byte> json)
    {
        var index =
            JsonSerializer.Deserialize<ReleaseIndex>(json, Options) ?? throw new JsonException("The index is empty.");
        Require(HasNoGap(index.Versions), "null");
        Require(ReleaseNames.IsFund(index.Fund), "fund");
        Require(index.Versions.All(entry => IsVersion(entry.Version, entry.ManifestSha256)), "versions");
        Require(index.Versions.All(IsExplained), "reason");
        var versions = index.Versions.Select(entry => ParseVersion(entry.Version)).ToList();
        Require(versions.Zip(versions.Skip(1)).All(pair => pair.First.IsBefore(pair.Second)), "order of versions");
        return index;
    }

    // The serializer refuses null for a value, but not in a list.
    private static bool HasNoGap(params IEnumerable<object?>[] lists) =>
        Array.TrueForAll(lists, list => !list.Contains(null));

    private static bool IsFile(ReleaseFile file) =>
        ReleaseNames.IsFilePath(file.Path)
        && file.Path is not (ReleaseNames.Manifest or ReleaseNames.ManifestSignature)
        && file.Bytes >= 0
        && ReleaseNames.IsDigest(file.Sha256);

    private static bool IsContent(ManifestContent content) =>
        Catalogue.PublishedTables.Find(content.Table) is not null
        && content.Rows >= 0
        && ReleaseNames.IsDigest(content.Sha256);

    // Whoever withdraws says when and why; nobody else has a reason to give.
    private static bool IsExplained(ReleaseIndexEntry entry) =>
        entry.State is ReleaseState.Withdrawn or ReleaseState.WithdrawnForSafety
            ? entry is { ChangedAt: not null, Reason: { En.Length: > 0, Es.Length: > 0 } }
            : entry.Reason is null;

    private static bool IsVersion(string version, string digest) =>
        ReleaseVersion.TryParse(version, out _) && ReleaseNames.IsDigest(digest);

    private static ReleaseVersion ParseVersion(string text) =>
        ReleaseVersion.TryParse(text, out var version) ? version : throw new JsonException("version");

    private static bool IsAscending(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Zip(all.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
    }

    private static void Require(bool holds, string part)
    {
        if (!holds)
        {
            throw new JsonException($"Not allowed here: {part}.");
        }
    }
}
