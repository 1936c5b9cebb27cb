using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Privacy;

/// <summary>How many figures of a noisy table are too imprecise to report.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">Figures shown; lost draws are none.</param>
/// <param name="NotReportable">Those of which half the interval is more than half the value.</param>
public sealed record TablePrecision(string Table, int Cells, int NotReportable)
{
    /// <summary>Counts the published rows of a table.</summary>
    public static TablePrecision Of(string table, IEnumerable<TableRow> rows)
    {
        var shown = rows.Where(row => row.Integer("value") is not null).ToList();
        return new(table, shown.Count, shown.Count(row => row.Text("precision") == "not_reportable"));
    }

    /// <summary>Such figures of all, with their share in whole percent, half up; empty words where none is shown.</summary>
    public string In(Language language)
    {
        var share = Cells == 0 ? 0 : ((200 * NotReportable) + Cells) / (2 * Cells);
        var of = language == Language.Spanish ? "de" : "of";
        return string.Create(CultureInfo.InvariantCulture, $"{NotReportable} {of} {Cells} ({share} %)");
    }
}

/// <summary>What stands on a release's dashboard of protection besides the certificate.</summary>
public static class PrivacyDashboard
{
    private const int ShownDigits = 12;

    /// <summary>The first twelve digits of the budget ledger's last entry: enough to compare by eye; the whole stands in the manifest.</summary>
    public static string ShortHead(ManifestPrivacy privacy) => privacy.HeadSha256[..ShownDigits];

    /// <summary>Noise, interval and how many published figures are too imprecise, by table.</summary>
    /// <param name="privacy">The numbers of the release.</param>
    /// <param name="rows">The published rows of a table.</param>
    /// <param name="language">The language.</param>
    public static PrivacyTable Series(
        ManifestPrivacy privacy,
        Func<string, IEnumerable<TableRow>> rows,
        Language language
    )
    {
        var series = PrivacyTables.Series(privacy, language);
        return new(
            [.. series.Columns, PrivacyDashboardWords.NotReportable.In(language)],
            [
                .. series.Rows.Zip(
                    privacy.Series,
                    (row, one) =>
                        (IReadOnlyList<string>)[.. row, TablePrecision.Of(one.Table, rows(one.Table)).In(language)]
                ),
            ]
        );
    }

    /// <summary>What the attacks of a run found beside what is stated.</summary>
    public static PrivacyTable Results(AttackRun run, Language language) =>
        new(
            [.. PrivacyDashboardWords.ResultColumns.Select(column => column.In(language))],
            [
                .. run.Results.Select(result =>
                    (IReadOnlyList<string>)
                        [
                            PrivacyDashboardWords.Attacks.TryGetValue(result.Id, out var name)
                                ? name.In(language)
                                : result.Id,
                            PrivacyTables.Number(result.Found, language),
                            PrivacyTables.Number(result.Stated, language),
                            result.Trials.ToString(CultureInfo.InvariantCulture),
                        ]
                ),
            ]
        );

    /// <summary>When and how the attacks were run, or that they were not.</summary>
    public static string RunLine(AttackRun? run, Language language) =>
        run is null
            ? PrivacyDashboardWords.NotRun.In(language)
            : string.Format(
                CultureInfo.InvariantCulture,
                PrivacyDashboardWords.Run.In(language),
                run.Date,
                run.Tool,
                run.Command
            );

    /// <summary>What gate G asked of every quarter that shows household aid.</summary>
    public static string GateLine(ManifestPrivacy privacy, Language language) =>
        string.Format(
            CultureInfo.InvariantCulture,
            PrivacyDashboardWords.Gate.In(language),
            privacy.FewestPossibleValues
        );
}
