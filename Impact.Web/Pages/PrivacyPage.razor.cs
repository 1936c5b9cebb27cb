using Impact.Core.Releases.Privacy;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>How the people behind a fund's figures are protected.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Privacy">What its release says of its noisy tables; null where it has none.</param>
public sealed record PrivacyModel(FundReading Fund, ManifestPrivacy? Privacy);

/// <summary>The page <c>/{fund}/privacy</c>: the privacy certificate of the newest release.</summary>
public sealed partial class PrivacyPage : PageView<PrivacyModel>
{
    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/privacy",
            (HttpContext context, PageDesk desk, string fund) => desk.SendFundAsync(context, fund, Find)
        );

    private static Page Find(FundReading fund) =>
        new(
            typeof(PrivacyPage),
            new(
                new("How people are protected", "Cómo se protege a las personas"),
                new(
                    $"What is protected in the figures of {fund.Name.En}, how well, and what stands outside.",
                    $"Qué se protege en las cifras de {fund.Name.Es}, en qué medida, y qué queda fuera."
                ),
                fund,
                "privacy"
            ),
            new PrivacyModel(fund, fund.Release.Manifest.Privacy)
        );
}
