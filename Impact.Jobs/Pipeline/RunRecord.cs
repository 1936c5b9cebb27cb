using System.Text.Json;
using System.Text.Json.Serialization;

namespace Impact.Jobs.Pipeline;

/// <summary>The stages of a run, in their order.</summary>
internal enum Stage
{
    /// <summary>Looks at the files: digest, headings, lines.</summary>
    Fetch,

    /// <summary>Loads them into the ledger.</summary>
    Load,

    /// <summary>Runs the hard gates.</summary>
    Compute,

    /// <summary>Computes the tables and lets them out through disclosure control.</summary>
    Control,

    /// <summary>Checks the draft of the release and draws its pictures.</summary>
    Build,

    /// <summary>Signs and publishes it.</summary>
    Publish,
}

/// <summary>One run of the pipeline for one fund: what it works on and how far it is. Jobs are given its identifier and nothing else.</summary>
internal sealed record RunRecord
{
    /// <summary>Identifier: lower-case hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>The fund.</summary>
    public required string Fund { get; init; }

    /// <summary>The files, in the order they are loaded.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The last day that counts; null for the default of the fund.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>The stage after which the run ends.</summary>
    public Stage LastStage { get; init; } = Stage.Publish;

    /// <summary>The fund's own note to the release, in both languages, or empty.</summary>
    public string NoteEn { get; init; } = string.Empty;

    /// <summary>The same in Spanish.</summary>
    public string NoteEs { get; init; } = string.Empty;

    /// <summary>The last batch of the ledger that its figures know; 0 before they are computed.</summary>
    public int LastBatch { get; init; }

    /// <summary>SHA-256 of the policy its figures are computed under, so that no stage takes another; empty before they are.</summary>
    public string Policy { get; init; } = string.Empty;

    /// <summary>Digests of the files as they were fetched; a file that changes in between stops the run.</summary>
    public IReadOnlyDictionary<string, string> Digests { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The stage that is under way or was the last one.</summary>
    public Stage Stage { get; init; }

    /// <summary>Whether that stage has ended well.</summary>
    public bool Done { get; init; }

    /// <summary>What the last stage that ended came to: counts, never a record.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>What a reader of the progress display should know of each stage that has ended: counts, never a record.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Code of the fault that stopped the run, or empty.</summary>
    public string Fault { get; init; } = string.Empty;

    /// <summary>The fault's message in English, or empty.</summary>
    public string FaultMessage { get; init; } = string.Empty;

    /// <summary>The version published, at the end.</summary>
    public string Version { get; init; } = string.Empty;
}

/// <summary>Keeps runs and what their stages hand on, under <c>private/runs</c>.</summary>
internal sealed class RunStore(DataFolder data)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads a run.</summary>
    public RunRecord Get(string run) => JsonSerializer.Deserialize<RunRecord>(Read(run, "run.json"), Options)!;

    /// <summary>Writes a run: temporary file, flush, rename.</summary>
    public void Save(RunRecord run) => Write(run.Id, "run.json", JsonSerializer.SerializeToUtf8Bytes(run, Options));

    /// <summary>Reads what a stage handed on.</summary>
    public byte[] Read(string run, string name) => File.ReadAllBytes(Path.Combine(data.Run(run), name));

    /// <summary>Writes what a stage hands on.</summary>
    public void Write(string run, string name, byte[] content)
    {
        Directory.CreateDirectory(data.Run(run));
        Impact.Core.Releases.DurableFile.Replace(Path.Combine(data.Run(run), name), content);
    }
}
