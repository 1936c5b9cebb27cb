using System.Text.Json;

namespace Impact.Core.Releases;

/// <summary>What a release was computed on: the private record beside the ledger that later releases keep to.</summary>
/// <param name="Version">The release's version.</param>
/// <param name="LastBatch">The last batch of the ledger that was known, from 1.</param>
/// <param name="CutOff">The last day that counted.</param>
internal sealed record ReleaseBasis(string Version, int LastBatch, DateOnly CutOff);

/// <summary>
/// The basis of every release of one fund, a file a version. It is written before the release is listed, so that no listed release
/// lacks it; a file of a version that was never listed says nothing.
/// </summary>
/// <param name="dataFolder">The data directory, <c>D</c>.</param>
/// <param name="fund">The fund's identifier.</param>
internal sealed class ReleaseBases(string dataFolder, string fund)
{
    private string Folder => Path.Combine(dataFolder, "private", "released", fund);

    /// <summary>Keeps what a version is computed on; an attempt that was stopped before is replaced.</summary>
    public void Keep(ReleaseBasis basis)
    {
        Directory.CreateDirectory(Folder);
        DurableFile.Replace(PathOf(basis.Version), JsonSerializer.SerializeToUtf8Bytes(basis), onlyOwner: true);
    }

    /// <summary>The bases of the listed versions, in the order they were published, whatever became of them since.</summary>
    /// <remarks>A release from before lots were kept has none and is left out: it showed nothing of lots.</remarks>
    /// <param name="index">The fund's index; null when nothing was published.</param>
    public IReadOnlyList<ReleaseBasis> Listed(ReleaseIndex? index) =>
        [
            .. (index?.Versions ?? [])
                .Select(entry => PathOf(entry.Version))
                .Where(File.Exists)
                .Select(path => JsonSerializer.Deserialize<ReleaseBasis>(File.ReadAllBytes(path))!),
        ];

    private string PathOf(string version) => Path.Combine(Folder, version + ".json");
}
