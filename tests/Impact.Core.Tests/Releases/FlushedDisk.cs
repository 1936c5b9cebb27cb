using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Impact.Core.Tests.Releases;

/// <summary>
/// What a power failure would leave of a data directory: the names that stood in a folder when it was flushed last, with the bytes that
/// were flushed; a file whose bytes were not is empty.
/// </summary>
internal sealed partial class FlushedDisk
{
    private readonly Dictionary<string, Dictionary<string, string?>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);
    private readonly string _data;
    private readonly Func<string, bool> _loses;

    /// <summary>Begins with a disk on which everything is flushed.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="loses">Planted: which flushes of the program do nothing.</param>
    public FlushedDisk(string data, Func<string, bool> loses)
    {
        (_data, _loses) = (data, loses);
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            NoteBytes(file);
        }

        string[] folders = [data, .. Directory.EnumerateDirectories(data, "*", SearchOption.AllDirectories)];
        Array.ForEach(folders, NoteNames);
    }

    /// <summary>A flush of the program: of a file its bytes, of a folder its names.</summary>
    public void Flush(string path)
    {
        if (_loses(path) || !Path.GetFullPath(path).StartsWith(_data, StringComparison.Ordinal))
        {
            return;
        }

        if (Directory.Exists(path))
        {
            NoteNames(path);
            return;
        }

        NoteBytes(path);

        // Of a file that has its name already, the bytes are the new ones from now on.
        if (_names.TryGetValue(Key(Path.GetDirectoryName(path)!), out var known) && known.ContainsKey(NameOf(path)))
        {
            known[NameOf(path)] = Digest(path);
        }
    }

    /// <summary>Writes what would be left.</summary>
    /// <returns>Whether it is another than <paramref name="last"/>, which becomes it.</returns>
    public bool CopyTo(string target, ref string last)
    {
        var state = string.Join('\n', Entries(_data).Select(entry => $"{entry.Path} {entry.Digest}"));
        if (state == last)
        {
            return false;
        }

        last = state;
        foreach (var (path, digest) in Entries(_data))
        {
            var to = Path.Combine(target, Path.GetRelativePath(_data, path));
            if (digest is null)
            {
                Directory.CreateDirectory(to);
            }
            else
            {
                File.WriteAllBytes(to, _bytes.GetValueOrDefault(digest, []));
            }
        }

        return true;
    }

    private IEnumerable<(string Path, string? Digest)> Entries(string folder)
    {
        foreach (var (name, digest) in _names.GetValueOrDefault(Key(folder), []))
        {
            var path = Path.Combine(folder, name);
            yield return (path, digest);
            foreach (var below in digest is null ? Entries(path) : [])
            {
                yield return below;
            }
        }
    }

    private void NoteNames(string folder) =>
        _names[Key(folder)] = Directory
            .EnumerateFileSystemEntries(folder)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(NameOf, path => Directory.Exists(path) ? null : Digest(path), StringComparer.Ordinal);

    private void NoteBytes(string file) => _bytes[Digest(file)!] = File.ReadAllBytes(file);

    private static string? Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static string NameOf(string path) => Path.GetFileName(path);

    /// <summary>A release's folder stays the same one when it is put in its place.</summary>
    private string Key(string folder) => BuiltIn().Replace(Path.GetRelativePath(_data, folder), "${version}");

    [GeneratedRegex(
        @"\.building-(?<version>\d+\.\d+\.\d+)-[0-9a-f]+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BuiltIn();
}
