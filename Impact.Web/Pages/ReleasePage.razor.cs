using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>One version of a fund.</summary>
/// <param name="Fund">The fund with this release.</param>
/// <param name="IsNewest">Whether no later version is published.</param>
public sealed record ReleaseModel(FundReading Fund, bool IsNewest)
{
    /// <summary>What the release says about itself.</summary>
    public Manifest Manifest => Fund.Release.Manifest;

    private const int MostChanges = 12;

    /// <summary>The largest changes in words, at most twelve, the largest first; none for a release without a list of changes.</summary>
    public IReadOnlyList<BilingualText> Largest =>
        Fund.Release.FindTable(PublishedTables.Changes.Id) is { } changes
            ?
            [
                .. ChangeSummary
                    .Largest(changes, MostChanges)
                    .Select(change => ChangeSummary.Sentence(change, Fund.Currency.Code)),
            ]
            : [];

    /// <summary>Files that are listed one by one: all but the drawings, which may be thousands.</summary>
    public IReadOnlyList<ReleaseFile> Listed =>
        [.. Fund.Release.Files.Where(file => !file.Path.StartsWith("charts/", StringComparison.Ordinal))];
}

/// <summary>The page <c>/{fund}/releases/{version}</c>: state, checks, digests and files of one version.</summary>
public sealed partial class ReleasePage : PageView<ReleaseModel>
{
    internal static void Map(IEndpointRouteBuilder site) => site.MapPage("/{fund}/releases/{version}", SendAsync);

    private static Task SendAsync(HttpContext context, PageDesk desk, string fund, string version)
    {
        if (desk.Shelf.Index(fund) is not { } index)
        {
            return desk.SendNotFoundAsync(context);
        }

        if (desk.Shelf.Open(fund, version) is { } release)
        {
            return desk.SendAsync(context, [index], () => Find(new(index, release), desk.Shelf.Latest(fund)));
        }

        return desk.SendAbsentAsync(context, fund, version);
    }

    private static Page Find(FundReading fund, Release? newest) =>
        new(
            typeof(ReleasePage),
            new(
                new($"Release {fund.Version}", $"Versión {fund.Version}"),
                new(
                    $"Release {fund.Version} of {fund.Name.En}: state, checks and files.",
                    $"Versión {fund.Version} de {fund.Name.Es}: estado, comprobaciones y archivos."
                ),
                fund,
                "releases"
            ),
            new ReleaseModel(
                fund,
                newest is null || string.Equals(newest.Manifest.Version, fund.Version, StringComparison.Ordinal)
            )
        );

    private static BilingualText State(ReleaseModel model) => Wording.ReleaseWords.State(model.Fund.Entry.State);
}
