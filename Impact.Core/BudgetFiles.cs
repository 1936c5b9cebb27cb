using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Releases;

namespace Impact.Core;

/// <summary>A fund's budget files on the disk, which only their owner may read, held by this program alone until closed.</summary>
internal sealed class BudgetFiles : IBudgetFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private BudgetFiles(string folder, FileStream held)
    {
        Place = folder;
        _lock = held;
    }

    /// <inheritdoc />
    public string Place { get; }

    /// <summary>Takes a fund's budget folder, which is made when it is not there.</summary>
    /// <param name="folder">For example <c>D/private/budget/FUND</c>.</param>
    /// <exception cref="FaultException">Another program has it.</exception>
    public static BudgetFiles Take(string folder)
    {
        MakeFolder(folder);
        var path = Path.Combine(folder, "budget.lock");
        FileStream held;
        try
        {
            held = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new FaultException(new(Faults.BudgetBusy, path));
        }

        RemoveUnfinished(folder);
        return new(folder, held);
    }

    /// <inheritdoc />
    public byte[]? Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllBytes(PathOf(name)) : null;

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) =>
        Directory.Exists(PathOf(folder))
            ?
            [
                .. Directory
                    .EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
                    .Where(path => !IsUnfinished(path))
                    .Select(path => Path.GetRelativePath(Place, path).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <inheritdoc />
    public void Append(string name, ReadOnlySpan<byte> bytes) =>
        DurableFile.Append(PathOf(name), bytes, onlyOwner: true);

    /// <inheritdoc />
    public void Replace(string name, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(Path.GetDirectoryName(PathOf(name))!);
        DurableFile.Replace(PathOf(name), bytes, onlyOwner: true);
    }

    /// <inheritdoc />
    public void Delete(string name)
    {
        if (File.Exists(PathOf(name)))
        {
            DurableFile.Delete(PathOf(name));
            DurableFile.FlushFolder(Path.GetDirectoryName(PathOf(name))!);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    /// <summary>What a crash left half-written may hold counts of a period that is now burnt.</summary>
    private static void RemoveUnfinished(string folder)
    {
        foreach (
            var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsUnfinished).ToList()
        )
        {
            File.Delete(path);
        }
    }

    private static bool IsUnfinished(string path) => path.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal);

    /// <summary>Makes a folder and those above it, and flushes the ones that got a new child.</summary>
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        MakeFolder(parent);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }

        DurableFile.FlushFolder(parent);
    }

    private string PathOf(string name) => Path.Combine(Place, name);
}
