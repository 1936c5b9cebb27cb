using System.Security.Cryptography;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Releases;

/// <summary>One published release whose manifest was signed by the fund's trusted key. It never changes.</summary>
/// <remarks>Every file is compared with its digest in the manifest before a byte of it is given out. Safe to use from many threads.</remarks>
public sealed class Release
{
    private readonly Dictionary<string, ReleaseFile> _files;
    private readonly Dictionary<string, PublishedTable> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private Release(string folder, Manifest manifest, string manifestSha256)
    {
        Folder = folder;
        Manifest = manifest;
        ManifestSha256 = manifestSha256;
        _files = manifest.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        Charts =
        [
            .. manifest
                .Files.Select(file => ChartName.Parse(file.Path)?.Chart)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>What the release says about itself.</summary>
    public Manifest Manifest { get; }

    /// <summary>SHA-256 of the manifest's bytes, lower-case hexadecimal: it names the whole release.</summary>
    public string ManifestSha256 { get; }

    /// <summary>The folder it lies in.</summary>
    public string Folder { get; }

    /// <summary>Every file but the manifest and its signature, ordered by path.</summary>
    public IReadOnlyList<ReleaseFile> Files => Manifest.Files;

    /// <summary>Identifiers of the charts, ordered, for example <c>money-over-time</c>; may be none.</summary>
    public IReadOnlyList<string> Charts { get; }

    /// <summary>A table of the release.</summary>
    /// <param name="id">The table's identifier in <see cref="PublishedTables"/>.</param>
    /// <exception cref="KeyNotFoundException">The release has no such table.</exception>
    /// <exception cref="FaultException">The file is not the one that was signed.</exception>
    public PublishedTable Table(string id) =>
        FindTable(id) ?? throw new KeyNotFoundException("The release has no such table.");

    /// <summary>A table of the release, or null when it has none with this identifier.</summary>
    /// <exception cref="FaultException">The file is not the one that was signed.</exception>
    public PublishedTable? FindTable(string id)
    {
        if (PublishedTables.Find(id) is not { } schema || !_files.ContainsKey(ReleaseNames.Csv(schema.Id)))
        {
            return null;
        }

        lock (_gate)
        {
            if (!_tables.TryGetValue(schema.Id, out var table))
            {
                table = ReadTable(schema);
                _tables.Add(schema.Id, table);
            }

            return table;
        }
    }

    /// <summary>Whether the release has a file with this path.</summary>
    public bool HasFile(string path) => _files.ContainsKey(path);

    /// <summary>Opens a file of the release to read; whoever asks must close it.</summary>
    /// <param name="path">Its path as the manifest lists it.</param>
    /// <exception cref="KeyNotFoundException">The manifest does not list the path.</exception>
    /// <exception cref="FaultException">The file is missing or is not the one that was signed.</exception>
    public Stream OpenFile(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            throw new KeyNotFoundException("The release has no such file.");
        }

        var stream = Open(file);
        try
        {
            RequireDigest(file, stream);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Opens a release: the only way one comes to be.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="keys">The fund's trusted keys.</param>
    /// <param name="version">The version that is asked for; only the key of its time is asked.</param>
    /// <exception cref="FaultException">It is no release, another version, withdrawn for safety, or the key of that version has not signed it.</exception>
    internal static Release Open(string folder, FundKeys keys, string version)
    {
        var bytes = Read(folder, ReleaseNames.Manifest);
        if (!keys.HaveSigned(version, bytes, Read(folder, ReleaseNames.ManifestSignature)))
        {
            throw new FaultException(new(Faults.ClaimFailed, Path.Combine(folder, ReleaseNames.ManifestSignature)));
        }

        // The index says so first; a folder beside an older index says it itself.
        if (File.Exists(Path.Combine(folder, ReleaseNames.Tombstone)))
        {
            throw new FaultException(new(Faults.ClaimFailed, Path.Combine(folder, ReleaseNames.Tombstone)));
        }

        try
        {
            var manifest = ReleaseJson.ReadManifest(bytes);
            return manifest.Version == version
                ? new(folder, manifest, Convert.ToHexStringLower(SHA256.HashData(bytes)))
                : throw new FaultException(new(Faults.ClaimFailed, Path.Combine(folder, ReleaseNames.Manifest)));
        }
        catch (JsonException)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, Path.Combine(folder, ReleaseNames.Manifest)));
        }
    }

    private static byte[] Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return ReadableFile.Bytes(path) ?? throw new FaultException(new(Faults.ReleaseUnreadable, path));
    }

    private PublishedTable ReadTable(TableSchema schema)
    {
        using var stream = OpenFile(ReleaseNames.Csv(schema.Id));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        try
        {
            return CanonicalCsvReader.Read(schema, memory.ToArray());
        }
        catch (FormatException)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, Path.Combine(Folder, ReleaseNames.Csv(schema.Id))));
        }
    }

    private FileStream Open(ReleaseFile file)
    {
        var path = Path.Combine(Folder, file.Path);
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.ClaimFailed, path));
        }
    }

    private void RequireDigest(ReleaseFile file, FileStream stream)
    {
        // The digest is computed once a file; a later change of length is still noticed, and verify recomputes everything.
        bool compared;
        lock (_gate)
        {
            compared = _compared.Contains(file.Path);
        }

        var isSigned =
            stream.Length == file.Bytes
            && (compared || Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256);
        if (!isSigned)
        {
            throw new FaultException(new(Faults.ClaimFailed, Path.Combine(Folder, file.Path)));
        }

        stream.Position = 0;
        lock (_gate)
        {
            _compared.Add(file.Path);
        }
    }
}
