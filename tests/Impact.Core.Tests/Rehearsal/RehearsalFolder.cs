using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Rehearsal;

/// <summary>A rehearsal fund in a temporary folder that is removed at the end.</summary>
internal sealed class RehearsalFolder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("impact-rehearsal-");

    public RehearsalFolder(RehearsalOptions options) =>
        Files = RehearsalFund.Write(options, directory.FullName, CancellationToken.None);

    public RehearsalFiles Files { get; }

    public string Path => directory.FullName;

    public PlainBooks Read() => PlainBooks.Read(Path);

    public byte[] Bytes(string file) => File.ReadAllBytes(System.IO.Path.Combine(Path, file));

    public void Dispose() => directory.Delete(recursive: true);
}
