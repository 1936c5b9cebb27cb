using System.Globalization;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

/// <summary>What a crash would leave: a copy of a data directory before each step that changes the disk, and one after the last.</summary>
internal static class DiskStates
{
    /// <summary>Runs the work once, then looks at every state that it went through.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="work">What changes it.</param>
    /// <param name="look">Called with a copy of the directory and what the next step would have changed.</param>
    /// <returns>How many states there were.</returns>
    public static int Each(string data, Action work, Action<string, string> look) => Each(data, work, look, disk: null);

    /// <summary>The same, and beside each state the one that a power failure would leave then.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="work">What changes it.</param>
    /// <param name="look">Called with a copy of the directory and what the next step would have changed.</param>
    /// <param name="loses">Planted: which flushes of the program do nothing.</param>
    public static int EachFlushed(
        string data,
        Action work,
        Action<string, string> look,
        Func<string, bool>? loses = null
    ) => Each(data, work, look, new FlushedDisk(data, loses ?? (_ => false)));

    private static int Each(string data, Action work, Action<string, string> look, FlushedDisk? disk)
    {
        using var copies = new TemporaryFolder();
        var states = new List<(string Folder, string Next)>();
        var last = string.Empty;
        void Keep(string next)
        {
            var step = Path.GetRelativePath(data, next);
            Copy(data, NextFolder());
            states.Add((NextFolder(), step));
            if (disk?.CopyTo(NextFolder(), ref last) ?? false)
            {
                states.Add((NextFolder(), $"{step}, by power failure"));
            }
        }

        string NextFolder() => Path.Combine(copies.Path, states.Count.ToString(CultureInfo.InvariantCulture));

        DurableFile.BeforeStep.Value = Keep;
        DurableFile.AfterFlush.Value = disk is null ? null : disk.Flush;
        try
        {
            work();
        }
        finally
        {
            DurableFile.BeforeStep.Value = null;
            DurableFile.AfterFlush.Value = null;
        }

        Keep(Path.Combine(data, "end"));
        states.ForEach(state => look(state.Folder, state.Next));
        return states.Count;
    }

    /// <summary>Copies a folder.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!path.EndsWith(".lock", StringComparison.Ordinal))
            {
                File.Copy(path, target);
            }
        }
    }
}
