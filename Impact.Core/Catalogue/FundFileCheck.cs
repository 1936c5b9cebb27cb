using Impact.Core.Quantities;

namespace Impact.Core.Catalogue;

/// <summary>What a fund file must keep besides its shape.</summary>
internal static class FundFileCheck
{
    /// <summary>The first thing that is wrong, as the place in the file, or null.</summary>
    public static string? FirstProblem(FundDescription fund) => Problems(fund).FirstOrDefault();

    private static IEnumerable<string> Problems(FundDescription fund) =>
        [.. OfFund(fund), .. OfOrganisations(fund), .. OfCash(fund), .. OfDesignations(fund), .. OfIndicators(fund)];

    private static IEnumerable<string> OfFund(FundDescription fund)
    {
        const int mostDueDays = 366;
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

        if (fund.ReportingDueDays is < 0 or > mostDueDays)
        {
            yield return "reportingDueDays: 0 to 366";
        }

        if (fund.ApprovalsNeeded < 0 || fund.ApprovalsNeeded > fund.Approvers.Distinct(StringComparer.Ordinal).Count())
        {
            yield return "approvalsNeeded: 0 to the number of approvers";
        }

        if (fund.Approvers.Any(string.IsNullOrWhiteSpace))
        {
            yield return "approvers: a name each";
        }

        if (fund.Policy is { } policy && !IsBeside(policy))
        {
            yield return "policy: a file beside the fund file";
        }

        if (fund.Counting is { From.Day: not 1 })
        {
            yield return "counting: from is the first day of a month";
        }
    }

    private static IEnumerable<string> OfOrganisations(FundDescription fund) =>
        fund
            .Organisations.Where(one => !OrganisationId.IsValid(one.Id) || !CodeLists.OrganisationType.Has(one.Type))
            .Select(one => $"organisations: identifier or type of {one.Id}")
            .Concat(
                Repeated(fund.Organisations.Select(one => one.Id))
                    .Select(id => $"organisations: {id} stands there twice")
            );

    private static IEnumerable<string> OfCash(FundDescription fund)
    {
        foreach (var organisation in fund.Organisations)
        {
            if (!organisation.CashProgramme && (organisation.CashFrom ?? organisation.CashUntil) is not null)
            {
                yield return $"organisations: {organisation.Id} has days of a cash programme and no cash programme";
            }

            if (organisation.CashUntil < organisation.CashFrom)
            {
                yield return $"organisations: the cash programme of {organisation.Id} ends before it begins";
            }
        }

        var paying = fund
            .Organisations.Where(one => one.CashProgramme)
            .Select(one => one.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var stipend in fund.Stipends)
        {
            if (!paying.Contains(stipend.OrganisationId))
            {
                yield return $"stipends: {stipend.OrganisationId} has no cash programme";
            }

            if (stipend.AmountMinor <= 0 || stipend.Until < stipend.From)
            {
                yield return $"stipends: amount or days of a stipend of {stipend.OrganisationId}";
            }
        }
    }

    private static IEnumerable<string> OfDesignations(FundDescription fund)
    {
        var known = fund.Organisations.Select(organisation => organisation.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var designation in fund.Designations)
        {
            if (!IsCode(designation.Id) || (designation.OrganisationId is { } partner && !known.Contains(partner)))
            {
                yield return $"designations: identifier or organisation of {designation.Id}";
            }

            if (designation.Earmarking is { } earmarking && !CodeLists.Earmarking.Has(earmarking))
            {
                yield return $"designations: earmarking of {designation.Id}";
            }
        }
    }

    private static IEnumerable<string> OfIndicators(FundDescription fund)
    {
        foreach (var repeated in Repeated(fund.Indicators.Select(indicator => indicator.Id)))
        {
            yield return $"indicators: {repeated} stands there twice";
        }

        foreach (var indicator in fund.Indicators)
        {
            if (!IsCode(indicator.Id))
            {
                yield return $"indicators: identifier of {indicator.Id}";
            }

            if (indicator.FirstContradiction() is { } contradiction)
            {
                yield return $"indicators: {indicator.Id}: {contradiction}";
            }
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> values) =>
        values
            .GroupBy(value => value, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    /// <summary>A file in the same folder, or one that Impact keeps under its digest.</summary>
    private static bool IsBeside(string name) =>
        !string.IsNullOrWhiteSpace(name)
        && name is not ("." or "..")
        && (FundDescription.DigestOfPolicy(name) is not null || name.IndexOfAny(['/', '\\']) < 0);

    private static bool IsCode(string text)
    {
        const int longest = 60;
        return text.Length is > 0 and <= longest
            && text[0] != '-'
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
    }
}
