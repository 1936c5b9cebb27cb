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
    public static int Each(string data, Action work, Action<string, string> look)
    {
        using var copies = new TemporaryFolder();
        var states = new List<(string Folder, string Next)>();
        void Keep(string next)
        {
            var folder = Path.Combine(copies.Path, states.Count.ToString(CultureInfo.InvariantCulture));
            Copy(data, folder);
            states.Add((folder, Path.GetRelativePath(data, next)));
        }

        DurableFile.BeforeStep.Value = Keep;
        try
        {
            work();
        }
        finally
        {
            DurableFile.BeforeStep.Value = null;
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
