namespace Impact.Core.Tests.Releases;

/// <summary>A folder of one test, removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("impact-releases-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>What an action throws.</summary>
internal static class Thrown
{
    public static T By<T>(Action action)
        where T : Exception => Assert.Throws<T>(() => action())!;
}
