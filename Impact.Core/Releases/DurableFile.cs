using System.Runtime.InteropServices;

namespace Impact.Core.Releases;

/// <summary>Files that are whole or not there, whenever the power fails.</summary>
internal static class DurableFile
{
    /// <summary>What a file that is not yet in place is called at its end.</summary>
    public const string Unfinished = ".unfinished";

    /// <summary>The file system cannot flush this kind of file: EINVAL, number twenty-two.</summary>
    private const int CannotFlush = 22;

    /// <summary>Called with the path before each step that changes the disk. Tests look there at what a crash would leave; else it is null.</summary>
    internal static AsyncLocal<Action<string>?> BeforeStep { get; } = new();

    /// <summary>Called with each file or folder once it is flushed. Tests note what a power failure would leave; else it is null.</summary>
    internal static AsyncLocal<Action<string>?> AfterFlush { get; } = new();

    /// <summary>Says that the next step changes the disk here.</summary>
    /// <param name="path">What it changes.</param>
    public static void Step(string path) => BeforeStep.Value?.Invoke(path);

    /// <summary>Makes a folder with those above it, and flushes each that got a new one.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var above = Path.GetDirectoryName(Path.GetFullPath(path))!;
        MakeFolder(above);
        Step(path);
        Directory.CreateDirectory(path);
        FlushFolder(above);
    }

    /// <summary>Puts a flushed folder where there is none yet, in one step, and flushes the one it is in.</summary>
    public static void MoveFolder(string from, string to)
    {
        Step(to);
        Directory.Move(from, to);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>Puts a file in place of another or of none: written beside it, flushed, renamed, and the folder flushed.</summary>
    /// <param name="path">Where it belongs.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="onlyOwner">Whether only its owner may read it.</param>
    public static void Replace(string path, ReadOnlySpan<byte> bytes, bool onlyOwner = false)
    {
        var unfinished = path + Unfinished;
        File.Delete(unfinished);
        WriteNew(unfinished, bytes, onlyOwner);
        Move(unfinished, path);
    }

    /// <summary>Puts a flushed file in place of another or of none, in one step, and flushes the folder.</summary>
    public static void Move(string from, string to)
    {
        Step(to);
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>Removes a file; one that is not there is no fault. The folder is not flushed.</summary>
    public static void Delete(string path)
    {
        Step(path);
        File.Delete(path);
    }

    /// <summary>Writes a file that is not there yet and flushes it.</summary>
    public static void WriteNew(string path, ReadOnlySpan<byte> bytes, bool onlyOwner = false)
    {
        Step(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (onlyOwner && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        WriteFlushed(path, options, bytes);
    }

    /// <summary>Adds to the end of a file and flushes it; a new file's folder is flushed too. Interrupted, it may leave a part.</summary>
    public static void Append(string path, ReadOnlySpan<byte> bytes, bool onlyOwner = false)
    {
        Step(path);
        var isNew = !File.Exists(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            BufferSize = 0,
        };
        if (onlyOwner && isNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        WriteFlushed(path, options, bytes);
        if (isNew)
        {
            FlushFolder(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Flushes every file below a folder, then the folders, the deepest first.</summary>
    public static void FlushTree(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(handle);
            }

            AfterFlush.Value?.Invoke(file);
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            FlushTree(child);
        }

        FlushFolder(folder);
    }

    /// <summary>Flushes a folder, so that a rename in it survives. Windows does so by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = NativeMethods.Open(folder, flags: 0);
        if (descriptor < 0)
        {
            throw new IOException("A folder could not be opened to flush it.");
        }

        var failed = NativeMethods.Flush(descriptor) != 0 && Marshal.GetLastPInvokeError() != CannotFlush;
        _ = NativeMethods.Close(descriptor);
        if (failed)
        {
            throw new IOException("A folder could not be flushed.");
        }

        AfterFlush.Value?.Invoke(folder);
    }

    private static void WriteFlushed(string path, FileStreamOptions options, ReadOnlySpan<byte> bytes)
    {
        using (var stream = new FileStream(path, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        AfterFlush.Value?.Invoke(path);
    }

    private static class NativeMethods
    {
        [DllImport(
            "libc",
            EntryPoint = "open",
            SetLastError = true,
            BestFitMapping = false,
            ThrowOnUnmappableChar = true
        )]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Flush(int descriptor);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
