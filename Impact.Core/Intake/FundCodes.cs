using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The code lists a fund file brings, for profiles that refer to them as <c>fund:…</c>.</summary>
internal static class FundCodes
{
    /// <summary>Every code a field may have: those of its list, or what its source's codes mean.</summary>
    public static IEnumerable<string> Allowed(FieldReading reading, FundDescription fund) =>
        reading.Meaning.Count > 0 ? reading.Meaning.Values : reading.List.SelectMany(code => Expand(code, fund));

    /// <summary>The codes behind a name of a list; another text is a code itself.</summary>
    public static IEnumerable<string> Expand(string code, FundDescription fund) =>
        code switch
        {
            "fund:designations" => [FundDesignation.Pool, .. fund.Designations.Select(designation => designation.Id)],
            "fund:organisations" => fund.Organisations.Select(organisation => organisation.Id),
            "fund:places" => [.. fund.Places.Select(place => place.Value), "other", "unknown"],
            "fund:indicators" => fund.Indicators.Select(indicator => indicator.Id),
            "published:tables" => PublishedTables.All.Select(table => table.Id),
            "fund:currency" => [fund.Currency],
            "fund:regions" => CodeLists.DonorRegions,
            _ => [code],
        };
}
