using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Privacy;

/// <summary>A table of the certificate, as words in one language.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, as many as headings.</param>
public sealed record PrivacyTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The tables of the certificate: the file and the page show the same.</summary>
public static class PrivacyTables
{
    /// <summary>What the budgets mean: a kind of people, the same between histories with equal exact totals, and families in several token spaces.</summary>
    public static PrivacyTable Meanings(ManifestPrivacy privacy, Language language) =>
        new(
            [.. PrivacyWords.MeaningColumns.Select(column => column.In(language))],
            [.. privacy.Units.SelectMany(unit => MeaningRows(unit, language))]
        );

    /// <summary>What is spent and left of each budget.</summary>
    public static PrivacyTable Budgets(ManifestPrivacy privacy, Language language) =>
        new(
            [.. PrivacyWords.BudgetColumns.Select(column => column.In(language))],
            [
                .. privacy.Units.Select(unit =>
                    (IReadOnlyList<string>)
                        [
                            UnitName(unit.Unit, language),
                            unit.Lifetime,
                            Share(unit.Spent, unit.SpentPercent, language),
                            Share(unit.Left, unit.LeftPercent, language),
                        ]
                ),
            ]
        );

    /// <summary>Noise and interval of each noisy table.</summary>
    public static PrivacyTable Series(ManifestPrivacy privacy, Language language) =>
        new(
            [.. PrivacyWords.SeriesColumns.Select(column => column.In(language))],
            [.. privacy.Series.Select(series => SeriesRow(series, language))]
        );

    /// <summary>A kind of people in words.</summary>
    public static string UnitName(string unit, Language language) => PrivacyWords.Units[unit].In(language);

    private static IEnumerable<IReadOnlyList<string>> MeaningRows(PrivacyUnit unit, Language language)
    {
        var name = UnitName(unit.Unit, language);
        yield return Row(name, unit.Meaning, language);
        yield return Row($"{name}, {PrivacyWords.Replaced.In(language)}", unit.Replaced, language);
        foreach (var shared in unit.Shared)
        {
            var spaces = shared.Spaces.ToString(CultureInfo.InvariantCulture);
            yield return Row($"{PrivacyWords.Spaces.In(language)} {spaces}", shared.Meaning, language);
        }
    }

    private static string[] Row(string name, PrivacyMeaning meaning, Language language) =>
        [
            name,
            meaning.Rho,
            Number(meaning.EpsilonAtSix, language),
            Number(meaning.EpsilonAtSeven, language),
            Number(meaning.EpsilonAtNine, language),
            Number(meaning.OneCellGuess, language),
            Number(meaning.MostBestGuess, language),
            Number(meaning.FoundAtOne, language),
            Number(meaning.FoundAtTenth, language),
        ];

    private static IReadOnlyList<string> SeriesRow(PrivacySeries series, Language language)
    {
        var invariant = CultureInfo.InvariantCulture;
        return
        [
            PublishedTables.Find(series.Table)?.Title.In(language) ?? series.Table,
            Number(series.StandardDeviation, language),
            $"± {series.HalfWidth.ToString(invariant)}",
            series.Cost,
            string.Create(invariant, $"{series.Drawn} / {series.Periods}"),
            series.Lost.ToString(invariant),
        ];
    }

    /// <summary>A part of a budget, as the fraction it is and in percent of the whole.</summary>
    private static string Share(string part, string percent, Language language) =>
        $"{(part.Split('/') is [var whole, "1"] ? whole : part)} ({Number(percent, language)} %)";

    /// <summary>A decimal number as a language writes it.</summary>
    public static string Number(string number, Language language) =>
        language == Language.Spanish ? number.Replace('.', ',') : number;
}
