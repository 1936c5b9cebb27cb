using System.Security.Cryptography;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Releases;

/// <summary>The claims about a release's files: its place, its signature, and every byte.</summary>
internal sealed class FileClaims
{
    private readonly string _folder;
    private readonly Manifest _manifest;
    private readonly bool _isSigned;
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private readonly List<string> _breaches = [];

    private FileClaims(string folder, Manifest manifest, bool isSigned)
    {
        _folder = folder;
        _manifest = manifest;
        _isSigned = isSigned;
    }

    /// <summary>Looks at every file of a folder.</summary>
    public static FileClaims Inspect(string folder, Manifest manifest, byte[] bytes, FundKeys keys)
    {
        var isSigned =
            ReadableFile.Bytes(folder, ReleaseNames.ManifestSignature) is { } signature
            && keys.HaveSigned(manifest.Version, bytes, signature);
        var claims = new FileClaims(folder, manifest, isSigned);
        var found = new HashSet<string>(StringComparer.Ordinal);
        claims.Walk(folder, found);
        claims.CompareListed(found);
        return claims;
    }

    /// <summary>Whether a file's bytes are those that the trusted key has signed.</summary>
    public bool IsAsSigned(string path) => _isSigned && _whole.Contains(path);

    /// <summary>Whether the folder, when its name is a version, is the manifest's.</summary>
    public Finding Place()
    {
        var name = Path.GetFileName(_folder);
        return Finding.Of(ReleaseVersion.TryParse(name, out _) && name != _manifest.Version ? [name] : []);
    }

    /// <summary>Whether the trusted key has signed the manifest.</summary>
    public Finding Signature() => Finding.Of(_isSigned ? [] : [ReleaseNames.ManifestSignature]);

    /// <summary>Whether the folder holds exactly the listed files.</summary>
    public Finding Files() => Finding.Of(_breaches);

    /// <summary>Files among the data that are of no table of the content.</summary>
    public IEnumerable<string> DataOutsideContent()
    {
        var known = _manifest
            .Content.SelectMany(content =>
                new[] { ReleaseNames.Csv(content.Table), ReleaseNames.Parquet(content.Table) }
            )
            .ToHashSet(StringComparer.Ordinal);
        return _manifest
            .Files.Select(file => file.Path)
            .Where(path => path.StartsWith("data/", StringComparison.Ordinal) && !known.Contains(path));
    }

    /// <summary>Whether the data package states the same files and digests as the manifest.</summary>
    public Finding DataPackage()
    {
        if (
            ReadableFile.Bytes(_folder, ReleaseNames.DataPackage) is not { } bytes
            || Releases.DataPackage.ReadFiles(bytes) is not { } stated
        )
        {
            return Finding.Of([ReleaseNames.DataPackage]);
        }

        var missing = _manifest
            .Content.Select(content => ReleaseNames.Csv(content.Table))
            .Where(csv => !stated.Any(file => file.Path == csv));
        return Finding.Of([
            .. stated.Where(file => !_manifest.Files.Contains(file)).Select(file => file.Path),
            .. missing,
        ]);
    }

    private void Walk(string folder, HashSet<string> found)
    {
        foreach (var entry in Entries(folder))
        {
            var path = PathOf(entry.FullName);

            // A link could show one file now and another later.
            if (entry.LinkTarget is not null)
            {
                _breaches.Add(path);
            }
            else if (entry is DirectoryInfo)
            {
                Walk(entry.FullName, found);
            }
            else
            {
                found.Add(path);
            }
        }
    }

    private IReadOnlyList<FileSystemInfo> Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _breaches.Add(PathOf(folder));
            return [];
        }
    }

    private string PathOf(string entry) =>
        Path.GetRelativePath(_folder, entry).Replace(Path.DirectorySeparatorChar, '/');

    private void CompareListed(HashSet<string> found)
    {
        foreach (var file in _manifest.Files)
        {
            if (found.Remove(file.Path) && IsWhole(file))
            {
                _whole.Add(file.Path);
            }
            else
            {
                _breaches.Add(file.Path);
            }
        }

        found.Remove(ReleaseNames.Manifest);
        found.Remove(ReleaseNames.ManifestSignature);
        _breaches.AddRange(found.Order(StringComparer.Ordinal));
    }

    private bool IsWhole(ReleaseFile file)
    {
        var path = Path.Combine(_folder, file.Path);
        try
        {
            // The length first: what is no file, such as a pipe that would never end, has none.
            if (new FileInfo(path).Length != file.Bytes)
            {
                return false;
            }

            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
