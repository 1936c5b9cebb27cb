namespace Impact.Architecture.Tests;

/// <summary>The project's files as they lie on the disk, without what a build or a package manager put there.</summary>
internal static class Repository
{
    private static readonly string[] Made =
    [
        ".git",
        "artifacts",
        "bin",
        "obj",
        "node_modules",
        "TestResults",
        "impact-data",
    ];

    /// <summary>The project's top folder.</summary>
    public static string Top { get; } = FindTop();

    /// <summary>Paths below the top with slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. Walk(Top).Select(path => Path.GetRelativePath(Top, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>C# files of the programs and of the library.</summary>
    public static IReadOnlyList<string> ProductFiles { get; } =
    [
        .. Files.Where(path =>
            path.EndsWith(".cs", StringComparison.Ordinal)
            && (
                path.StartsWith("Impact.", StringComparison.Ordinal)
                || path.StartsWith("notebooks/", StringComparison.Ordinal)
            )
        ),
    ];

    /// <summary>C# files of the tests.</summary>
    public static IReadOnlyList<string> TestFiles { get; } =
    [
        .. Files.Where(path =>
            path.StartsWith("tests/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)
        ),
    ];

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Top, path));

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(path => !Made.Contains(Path.GetFileName(path), StringComparer.Ordinal))
                    .SelectMany(Walk)
            );

    private static string FindTop()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Impact.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("Impact.sln is in no folder above the tests.");
        }

        return folder;
    }
}
