namespace Impact.Core.Releases.States;

/// <summary>
/// Deletes the files of releases that the index says were withdrawn for safety. The index comes first, since readers ask it before any file;
/// then the tombstone is signed; then everything but manifest and tombstone goes. Stopped anywhere, the next run ends it.
/// </summary>
internal static class SafetyWithdrawal
{
    /// <summary>Does what is left to do; nothing when no release was withdrawn for safety, or all is done.</summary>
    /// <param name="folder">The fund's folder, taken.</param>
    /// <param name="index">Its index as it stands.</param>
    public static void Finish(FundShelfFolder folder, ReleaseIndex index)
    {
        foreach (var entry in index.Versions)
        {
            var path = Path.Combine(folder.Path, entry.Version);
            if (Tombstone.Of(index.Fund, entry) is { } tombstone && Directory.Exists(path))
            {
                Bury(path, tombstone, folder);
            }
        }
    }

    private static void Bury(string path, byte[] tombstone, FundShelfFolder folder)
    {
        var (stone, signature) = (
            Path.Combine(path, ReleaseNames.Tombstone),
            Path.Combine(path, ReleaseNames.TombstoneSignature)
        );
        if (!File.Exists(stone) || !File.ReadAllBytes(stone).AsSpan().SequenceEqual(tombstone))
        {
            DurableFile.Replace(stone, tombstone);
        }

        if (!File.Exists(signature) || !folder.Keys.AnyHasSigned(tombstone, File.ReadAllBytes(signature)))
        {
            DurableFile.Replace(signature, folder.Key.Sign(tombstone));
        }

        Empty(path);
    }

    private static void Empty(string path)
    {
        var changed = false;
        foreach (var entry in new DirectoryInfo(path).GetFileSystemInfos())
        {
            if (entry is FileInfo && Tombstone.Files.Contains(entry.Name, StringComparer.Ordinal))
            {
                continue;
            }

            Remove(entry);
            changed = true;
        }

        if (changed)
        {
            DurableFile.FlushFolder(path);
        }
    }

    private static void Remove(FileSystemInfo entry)
    {
        // A link is removed itself, never what it leads to.
        if (entry is DirectoryInfo folder && entry.LinkTarget is null)
        {
            foreach (var child in folder.GetFileSystemInfos())
            {
                Remove(child);
            }
        }

        DurableFile.BeforeStep.Value?.Invoke(entry.FullName);
        entry.Delete();
    }
}
