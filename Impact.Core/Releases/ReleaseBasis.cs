using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>What a release was computed on: the private record beside the ledger that later releases keep to.</summary>
/// <param name="Version">The release's version.</param>
/// <param name="LastBatch">The last batch of the ledger that was known, from 1.</param>
/// <param name="CutOff">The last day that counted.</param>
internal sealed record ReleaseBasis(string Version, int LastBatch, DateOnly CutOff)
{
    /// <summary>The fund as it was described then, so that a rebuild does not meet a later description; null in an older record.</summary>
    public FundDescription? Fund { get; init; }

    /// <summary>
    /// What it published of spending by category: no later release may show a quarter of it otherwise, even where its files are
    /// deleted. Empty in an older record, and for a fund from public sources.
    /// </summary>
    public IReadOnlyList<PublishedSpending> Spending { get; init; } = [];

    /// <summary>The periods in which it showed gifts, refunds and chargebacks, and their amounts: no later release may show them otherwise. Empty as above.</summary>
    public IReadOnlyList<PublishedInflow> Inflows { get; init; } = [];
}

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
        DurableFile.MakeFolder(Folder);
        DurableFile.Replace(PathOf(basis.Version), JsonSerializer.SerializeToUtf8Bytes(basis), onlyOwner: true);
    }

    /// <summary>The bases of the listed versions, in the order they were published, whatever became of them since.</summary>
    /// <param name="index">The fund's index; null when nothing was published.</param>
    /// <exception cref="FaultException"><see cref="Faults.ReleaseBasis"/>: a listed version has none, and gifts could be told otherwise than it told them.</exception>
    public IReadOnlyList<ReleaseBasis> Listed(ReleaseIndex? index) =>
        [.. (index?.Versions ?? []).Select(entry => Read(entry.Version))];

    private ReleaseBasis Read(string version)
    {
        try
        {
            return JsonSerializer.Deserialize<ReleaseBasis>(File.ReadAllBytes(PathOf(version)))!;
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new FaultException(new Fault(Faults.ReleaseBasis, $"private/released/{fund}/{version}.json"));
        }
    }

    private string PathOf(string version) => Path.Combine(Folder, version + ".json");
}
