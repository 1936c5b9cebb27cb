using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>One closed quarter of one organisation.</summary>
/// <param name="Code">Its code, for example <c>2019-Q3</c>.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Amounts">Amounts by measure.</param>
public sealed record QuarterReading(
    string Code,
    DateOnly Start,
    DateOnly End,
    IReadOnlyDictionary<string, Amount> Amounts
);

/// <summary>The closed quarters of an organisation.</summary>
public static class Quarters
{
    /// <summary>All quarters in which anything moved, newest first.</summary>
    public static IReadOnlyList<QuarterReading> Of(FundReading fund, string organisation) =>
        [
            .. fund.Rows(PublishedTables.MoneyByOrganisation.Id)
                .Where(row => string.Equals(row.Text("organisation_id"), organisation, StringComparison.Ordinal))
                .GroupBy(row => row.Text("quarter"), StringComparer.Ordinal)
                .OrderByDescending(quarter => quarter.Key, StringComparer.Ordinal)
                .Select(quarter => new QuarterReading(
                    quarter.Key,
                    quarter.First().Date("period_start") ?? default,
                    quarter.First().Date("period_end") ?? default,
                    quarter.ToDictionary(row => row.Text("measure"), Amount.Of, StringComparer.Ordinal)
                )),
        ];

    /// <summary>The measures that occur in any of the quarters, in the order of their code list.</summary>
    public static IReadOnlyList<string> Measures(IReadOnlyCollection<QuarterReading> quarters) =>
        [
            .. CodeLists
                .MoneyMeasure.Codes.Select(code => code.Value)
                .Where(measure => quarters.Any(quarter => quarter.Amounts.ContainsKey(measure))),
        ];
}
