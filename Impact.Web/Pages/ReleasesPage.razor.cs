using Impact.Core.Releases;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>The versions of a fund.</summary>
/// <param name="Fund">The fund with its newest release.</param>
/// <param name="Versions">All versions that are or were public, newest first.</param>
public sealed record ReleasesModel(FundReading Fund, IReadOnlyList<ReleaseIndexEntry> Versions);

/// <summary>The page <c>/{fund}/releases</c>: every version, its state and its manifest's digest.</summary>
public sealed partial class ReleasesPage : PageView<ReleasesModel>
{
    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/releases",
            (HttpContext context, PageDesk desk, string fund) => desk.SendFundAsync(context, fund, Find)
        );

    private static Page Find(FundReading fund) =>
        new(
            typeof(ReleasesPage),
            new(
                new("Releases", "Versiones"),
                new(
                    $"Every published version of {fund.Name.En}.",
                    $"Todas las versiones publicadas de {fund.Name.Es}."
                ),
                fund,
                "releases"
            ),
            new ReleasesModel(
                fund,
                [.. fund.Index.Versions.Where(entry => entry.State != ReleaseState.Draft).Reverse()]
            )
        );
}
