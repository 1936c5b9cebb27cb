using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>A partner organisation and its totals to date.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name; names are not translated.</param>
/// <param name="Type">A code of <see cref="CodeLists.OrganisationType"/>.</param>
/// <param name="Totals">Its totals by measure, a code of <see cref="CodeLists.MoneyMeasure"/>.</param>
public sealed record OrganisationReading(
    string Id,
    string Name,
    string Type,
    IReadOnlyDictionary<string, Amount> Totals
)
{
    /// <summary>The total of a measure; absent where the release has none.</summary>
    public Amount Total(string measure) => Totals.GetValueOrDefault(measure, Amount.Absent);

    /// <summary>What it is sorted by: what was sent, else what was allocated; 0 where neither is told.</summary>
    public long Weight => Total("disbursed").Value?.Minor ?? Total("allocated").Value?.Minor ?? 0;
}

/// <summary>The partner organisations of a fund.</summary>
public static class Organisations
{
    /// <summary>All organisations, most money first, equal ones by name.</summary>
    public static IReadOnlyList<OrganisationReading> Of(FundReading fund)
    {
        var totals = fund.Rows(PublishedTables.OrganisationTotals.Id)
            .ToLookup(row => row.Text("organisation_id"), StringComparer.Ordinal);
        return
        [
            .. fund.Rows(PublishedTables.Organisations.Id)
                .Select(row => Of(row, totals[row.Text("organisation_id")]))
                .OrderByDescending(organisation => organisation.Weight)
                .ThenBy(organisation => organisation.Name, StringComparer.Ordinal),
        ];
    }

    private static OrganisationReading Of(TableRow row, IEnumerable<TableRow> totals) =>
        new(
            row.Text("organisation_id"),
            row.Text("name"),
            row.Text("type"),
            totals.ToDictionary(total => total.Text("measure"), Amount.Of, StringComparer.Ordinal)
        );
}
