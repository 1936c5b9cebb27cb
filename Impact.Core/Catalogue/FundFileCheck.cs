using Impact.Core.Quantities;

namespace Impact.Core.Catalogue;

/// <summary>What a fund file must keep besides its shape.</summary>
internal static class FundFileCheck
{
    /// <summary>The first thing that is wrong, as the place in the file, or null.</summary>
    public static string? FirstProblem(FundDescription fund) => Problems(fund).FirstOrDefault();

    private static IEnumerable<string> Problems(FundDescription fund)
    {
        if (!IsCode(fund.Id))
        {
            yield return "id: lower-case letters, digits and hyphens, at most 60";
        }

        if (!Currency.TryParse(fund.Currency, out _))
        {
            yield return "currency: a code of ISO 4217";
        }

        if (new[] { fund.Name.En, fund.Name.Es, fund.Purpose.En, fund.Purpose.Es }.Any(string.IsNullOrWhiteSpace))
        {
            yield return "name and purpose: a text in en and in es";
        }

        foreach (
            var organisation in fund.Organisations.Where(one =>
                !OrganisationId.IsValid(one.Id) || !CodeLists.OrganisationType.Has(one.Type)
            )
        )
        {
            yield return $"organisations: identifier or type of {organisation.Id}";
        }

        foreach (var repeated in Repeated(fund.Organisations.Select(organisation => organisation.Id)))
        {
            yield return $"organisations: {repeated} stands there twice";
        }

        var known = fund.Organisations.Select(organisation => organisation.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var designation in fund.Designations)
        {
            if (!IsCode(designation.Id) || (designation.OrganisationId is { } partner && !known.Contains(partner)))
            {
                yield return $"designations: identifier or organisation of {designation.Id}";
            }
        }

        foreach (
            var designation in fund.Designations.Where(one =>
                one.Earmarking is { } earmarking && !CodeLists.Earmarking.Has(earmarking)
            )
        )
        {
            yield return $"designations: earmarking of {designation.Id}";
        }

        const int mostDueDays = 366;
        if (fund.ReportingDueDays is < 0 or > mostDueDays)
        {
            yield return "reportingDueDays: 0 to 366";
        }

        foreach (var indicator in fund.Indicators.Where(indicator => !IsCode(indicator.Id)))
        {
            yield return $"indicators: identifier of {indicator.Id}";
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> values) =>
        values
            .GroupBy(value => value, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    private static bool IsCode(string text)
    {
        const int longest = 60;
        return text.Length is > 0 and <= longest
            && text[0] != '-'
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
    }
}
