using System.Security.Cryptography;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>A fund's public folder while one program publishes into it; no other can until this is closed.</summary>
internal sealed class FundShelfFolder : IDisposable
{
    /// <summary>Folders that are not whole start with a point, so that no reader and no version number meets them.</summary>
    private const string Building = ".building-";

    /// <summary>Eight hexadecimal digits tell one attempt from another.</summary>
    private const int AttemptDigits = 8;

    private readonly FileStream _lease;
    private readonly string _fund;
    private readonly SigningKey _key;

    private FundShelfFolder(string path, string fund, SigningKey key, FileStream lease)
    {
        Path = path;
        _fund = fund;
        _key = key;
        _lease = lease;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Takes a fund's folder and clears what a crash left in it.</summary>
    /// <exception cref="FaultException">Another program has it.</exception>
    public static FundShelfFolder Take(string dataFolder, string fund, SigningKey key)
    {
        var path = System.IO.Path.Combine(dataFolder, "public", fund);
        var leases = System.IO.Path.Combine(dataFolder, "private", "publishing");
        Directory.CreateDirectory(leases);
        var lease = Lease(System.IO.Path.Combine(leases, fund + ".lock"));
        var folder = new FundShelfFolder(path, fund, key, lease);
        try
        {
            Directory.CreateDirectory(path);
            DurableFile.FlushFolder(System.IO.Path.GetDirectoryName(path)!);
            folder.RemoveLeftovers();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The index as it stands; without versions when nothing was published yet.</summary>
    public ReleaseIndex Index() => IndexFile.Load(Path)?.Read(_fund, _key.Public) ?? new(_fund, []);

    /// <summary>A new folder for a release that is being built.</summary>
    public string BeginRelease(ReleaseVersion version)
    {
        var folder = System.IO.Path.Combine(
            Path,
            $"{Building}{version}-{RandomNumberGenerator.GetHexString(AttemptDigits, lowercase: true)}"
        );
        Directory.CreateDirectory(System.IO.Path.Combine(folder, "data"));
        return folder;
    }

    /// <summary>Where a version belongs.</summary>
    public string PathOf(ReleaseVersion version) => System.IO.Path.Combine(Path, version.ToString());

    /// <summary>Puts a finished release in its place in one step.</summary>
    public void FinishRelease(string built, ReleaseVersion version)
    {
        DurableFile.FlushTree(built);
        Directory.Move(built, PathOf(version));
        DurableFile.FlushFolder(Path);
    }

    /// <summary>Lists a release in the index. Readers see the old index or the new one, whenever this stops.</summary>
    public void List(ReleaseIndex index, Release release)
    {
        var manifest = release.Manifest;
        ReleaseIndexEntry entry = new(
            manifest.Version,
            ReleaseState.Published,
            manifest.PublishedAt,
            manifest.CutOff,
            release.ManifestSha256
        );
        var bytes = ReleaseJson.Write(index with { Versions = [.. index.Versions, entry] });

        // Two files cannot be replaced in one step: the signatures come first and hold for the index before, too.
        var before = IndexFile.Load(Path);
        var signatures = before is null ? _key.Sign(bytes) : _key.Sign(bytes, before.Bytes);
        DurableFile.Replace(System.IO.Path.Combine(Path, ReleaseNames.IndexSignature), signatures);
        DurableFile.Replace(System.IO.Path.Combine(Path, ReleaseNames.Index), bytes);
    }

    /// <inheritdoc />
    public void Dispose() => _lease.Dispose();

    private static FileStream Lease(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new FaultException(new(Faults.ReleaseBusy, path));
        }
    }

    private void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path, Building + "*").ToList())
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Path, "*" + DurableFile.Unfinished).ToList())
        {
            File.Delete(file);
        }
    }
}
