using System.Text.Json;
using System.Text.Json.Serialization;

namespace Impact.Core.Releases.Privacy;

/// <summary>The last run of the attack suite at the size of the night, as its tests wrote it down: <c>docs/attack-run.json</c>.</summary>
/// <remarks>It is committed and built into the program. Nothing is shown of a run of another version.</remarks>
/// <param name="Tool">The program that was attacked, with its version, as manifests name it.</param>
/// <param name="Date">The day of the run.</param>
/// <param name="Command">The command that repeats it.</param>
/// <param name="Results">What was found, one an attack.</param>
public sealed record AttackRun(string Tool, DateOnly Date, string Command, IReadOnlyList<AttackResult> Results)
{
    private const string Resource = "privacy/attack-run.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The run built into this program; null where none is.</summary>
    /// <exception cref="JsonException">The file is no record of a run.</exception>
    public static AttackRun? Last { get; } = ReadLast();

    /// <summary>The run of a version; null where none is known: the suite was not run for it.</summary>
    /// <param name="tool">Name and version, as the manifest of a release names it.</param>
    /// <param name="last">The run that is known.</param>
    public static AttackRun? Of(string tool, AttackRun? last) => last?.Tool == tool ? last : null;

    /// <summary>Reads a run.</summary>
    /// <exception cref="JsonException">It is no record of a run, or says nothing.</exception>
    public static AttackRun Read(ReadOnlySpan<byte> json)
    {
        var run = JsonSerializer.Deserialize<AttackRun>(json, Options);
        return run is { Results.Count: > 0 } && run.Results.All(result => result is { Trials: > 0 })
            ? run
            : throw new JsonException("The record of the attack run says nothing.");
    }

    /// <summary>The file of a run.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    private static AttackRun? ReadLast()
    {
        using var stream = typeof(AttackRun).Assembly.GetManifestResourceStream(Resource);
        if (stream is null)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Read(buffer.ToArray());
    }
}

/// <summary>What one attack found.</summary>
/// <param name="Id"><c>empirical-loss</c>, <c>coverage</c>, <c>vectors</c>; another is shown by its code.</param>
/// <param name="Found">What was measured, a number.</param>
/// <param name="Stated">What the program states, a number.</param>
/// <param name="Trials">How many households, intervals or vectors were looked at, above 0.</param>
public sealed record AttackResult(string Id, string Found, string Stated, long Trials);
