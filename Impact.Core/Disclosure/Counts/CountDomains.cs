using Impact.Core.Catalogue;

namespace Impact.Core.Disclosure.Counts;

/// <summary>Which public list makes the cells of a noisy table: every cell of it is drawn, whether anybody is in it or not.</summary>
internal static class CountDomains
{
    /// <summary>One cell a period.</summary>
    public const string Whole = "whole";

    /// <summary>The partners of the fund file.</summary>
    public const string Organisations = "organisations";

    /// <summary>The code list of gift bands.</summary>
    public const string GiftBands = "gift-bands";

    /// <summary>The code list of regions.</summary>
    public const string DonorRegions = "donor-regions";

    /// <summary>The list that a table's columns ask for: no other can make its cells.</summary>
    public static string Of(TableSchema schema) =>
        schema.Has("organisation_id") ? Organisations
        : schema.Has("band") ? GiftBands
        : schema.Has("region") ? DonorRegions
        : Whole;

    /// <summary>The cells of a list in a fund.</summary>
    /// <param name="domain">One of the four lists.</param>
    /// <param name="fund">The fund.</param>
    public static IReadOnlyList<string> Cells(string domain, FundDescription fund) =>
        domain switch
        {
            Whole => [CountSeries.Whole],
            Organisations => [.. fund.Organisations.Select(one => one.Id)],
            GiftBands => [.. CodeLists.GiftBand.Codes.Select(code => code.Value)],
            DonorRegions => CodeLists.DonorRegions,
            _ => throw new ArgumentOutOfRangeException(nameof(domain), "No such list of cells."),
        };
}
