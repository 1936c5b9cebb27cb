using Impact.Core.Catalogue;
using Impact.Core.Releases.Privacy;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>How the people behind a fund's figures are protected.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Privacy">What its release says of its noisy tables; null where it has none.</param>
/// <param name="Run">The last run of the attack suite against the program that built the release; null where there was none.</param>
public sealed record PrivacyModel(FundReading Fund, ManifestPrivacy? Privacy, AttackRun? Run)
{
    /// <summary>The figures that are read first: each budget spent, ε of a family, and how many figures are too imprecise.</summary>
    public IEnumerable<PrivacyFigure> Figures(Language language)
    {
        if (Privacy is not { } privacy)
        {
            yield break;
        }

        foreach (var unit in privacy.Units)
        {
            yield return new(
                "budget",
                $"{new BilingualText("Budget spent", "Presupuesto gastado").In(language)}: {PrivacyTables.UnitName(unit.Unit, language)}",
                $"{PrivacyTables.Number(unit.SpentPercent, language)} %",
                new BilingualText($"ρ {unit.Spent} of {unit.Lifetime}", $"ρ {unit.Spent} de {unit.Lifetime}").In(
                    language
                )
            );
        }

        var first = privacy.Units[0];
        yield return new(
            "meaning",
            $"{new BilingualText("ε for life", "ε de por vida").In(language)}: {PrivacyTables.UnitName(first.Unit, language)}",
            PrivacyTables.Number(first.Meaning.EpsilonAtSeven, language),
            new BilingualText("δ = 10⁻⁷, one added or removed", "δ = 10⁻⁷, uno agregado o quitado").In(language)
        );
        var all = privacy.Series.Select(series => TablePrecision.Of(series.Table, Fund.Rows(series.Table))).ToList();
        yield return new(
            "noisy-tables",
            PrivacyDashboardWords.NotReportable.In(language),
            new TablePrecision(string.Empty, all.Sum(one => one.Cells), all.Sum(one => one.NotReportable)).In(language),
            new BilingualText("half the interval above half the value", "medio intervalo sobre medio valor").In(
                language
            )
        );
    }
}

/// <summary>One figure of the dashboard, in words of one language.</summary>
/// <param name="Place">The section that explains it.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Term">What stands beside it.</param>
public sealed record PrivacyFigure(string Place, string Label, string Value, string Term);

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
            new PrivacyModel(
                fund,
                fund.Release.Manifest.Privacy,
                AttackRun.Of(fund.Release.Manifest.Tool, AttackRun.Last)
            )
        );
}
