using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

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

    private FundShelfFolder(string path, string fund, FileStream lease)
    {
        Path = path;
        _fund = fund;
        _lease = lease;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The fund's signing key.</summary>
    public SigningKey Key { get; private set; } = null!;

    /// <summary>The fund's public keys, as a reader of this data directory trusts them.</summary>
    public FundKeys Keys { get; private set; } = null!;

    /// <summary>Takes a fund's folder with its key, and ends or clears what a crash left in it.</summary>
    /// <exception cref="FaultException">Another program has it, or a key is missing or is not the one that was handed over to.</exception>
    public static FundShelfFolder Take(string dataFolder, string fund)
    {
        var path = System.IO.Path.Combine(dataFolder, "public", fund);
        var leases = System.IO.Path.Combine(dataFolder, "private", "publishing");
        _ = SigningKeys.PathOf(dataFolder, fund);
        Directory.CreateDirectory(leases);
        var lease = Lease(System.IO.Path.Combine(leases, fund + ".lock"));
        var folder = new FundShelfFolder(path, fund, lease);
        try
        {
            folder.LoadKeys(dataFolder);
            DurableFile.MakeFolder(path);
            folder.RemoveLeftovers();
            SafetyWithdrawal.Finish(folder, folder.Index());
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The index as it stands; without versions when nothing was published yet.</summary>
    public ReleaseIndex Index() => IndexFile.Load(Path)?.Read(_fund, Keys) ?? new(_fund, []);

    /// <summary>Refuses to go on while a release lies there that was built and is not listed: the next publication takes it up.</summary>
    /// <exception cref="FaultException">There is one.</exception>
    public void RequireNothingUnlisted(ReleaseIndex index)
    {
        var unlisted = Directory
            .EnumerateDirectories(Path)
            .Select(folder => System.IO.Path.GetFileName(folder))
            .FirstOrDefault(name =>
                ReleaseVersion.TryParse(name, out _) && !index.Versions.Any(entry => entry.Version == name)
            );
        if (unlisted is not null)
        {
            throw new FaultException(new(Faults.ReleaseConflict, System.IO.Path.Combine(Path, unlisted)));
        }
    }

    /// <summary>A new folder for a release that is being built.</summary>
    public string BeginRelease(ReleaseVersion version)
    {
        var folder = System.IO.Path.Combine(
            Path,
            $"{Building}{version}-{RandomNumberGenerator.GetHexString(AttemptDigits, lowercase: true)}"
        );
        DurableFile.Step(folder);
        Directory.CreateDirectory(System.IO.Path.Combine(folder, "data"));
        return folder;
    }

    /// <summary>Where a version belongs.</summary>
    public string PathOf(ReleaseVersion version) => System.IO.Path.Combine(Path, version.ToString());

    /// <summary>Puts a finished release in its place in one step.</summary>
    public void FinishRelease(string built, ReleaseVersion version)
    {
        DurableFile.FlushTree(built);
        DurableFile.MoveFolder(built, PathOf(version));
    }

    /// <summary>Lists a release in the index, and the one before as replaced. Readers see the old index or the new one, whenever this stops.</summary>
    public void List(ReleaseIndex index, Release release)
    {
        var manifest = release.Manifest;
        ReleaseIndexEntry entry = new(
            manifest.Version,
            ReleaseState.Draft,
            manifest.PublishedAt,
            manifest.CutOff,
            release.ManifestSha256
        );
        Write(ReleaseMoves.Publish(index, entry));
    }

    /// <summary>Puts an index in place of the one there is. Readers see the old index or the new one, whenever this stops.</summary>
    public void Write(ReleaseIndex index)
    {
        var bytes = ReleaseJson.Write(index);

        // Two files cannot be replaced in one step: the signatures come first and hold for the index before, too. That one goes at last,
        // so that an index in rest has one signature and nothing beside it that nobody checks.
        var before = IndexFile.Load(Path);
        var signatures = System.IO.Path.Combine(Path, ReleaseNames.IndexSignature);
        DurableFile.Replace(signatures, before is null ? Key.Sign(bytes) : Key.Sign(bytes, before.Bytes));
        DurableFile.Replace(System.IO.Path.Combine(Path, ReleaseNames.Index), bytes);
        if (before is not null)
        {
            DurableFile.Replace(signatures, Key.Sign(bytes));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Key?.Dispose();
        _lease.Dispose();
    }

    private void LoadKeys(string dataFolder)
    {
        Key = SigningKeys.Load(dataFolder, _fund);
        Keys = FundKeys.Load(SigningKeys.TrustFolder(dataFolder), Path, _fund);
        if (!Keys.Current.IsSameAs(Key.Public))
        {
            // A key from an old backup: it was given up, and readers would refuse what it signs.
            throw new FaultException(new(Faults.KeyUnreadable, SigningKeys.PathOf(dataFolder, _fund)));
        }
    }

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
            DurableFile.Step(folder);
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Path, "*" + DurableFile.Unfinished).ToList())
        {
            DurableFile.Delete(file);
        }
    }
}
