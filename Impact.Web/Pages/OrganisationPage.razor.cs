using Impact.Core.Catalogue;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>One partner organisation of a fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Organisation">The organisation with its totals.</param>
/// <param name="Rates">Its rates.</param>
/// <param name="Quarters">Its closed quarters, newest first.</param>
/// <param name="People">What it states about people, newest first.</param>
/// <param name="Chart">Identifier of its chart; null where the release has none.</param>
public sealed record OrganisationModel(
    FundReading Fund,
    OrganisationReading Organisation,
    IReadOnlyList<RateReading> Rates,
    IReadOnlyList<QuarterReading> Quarters,
    IReadOnlyList<PeopleStatement> People,
    string? Chart
);

/// <summary>The page <c>/{fund}/organisations/{id}</c>: one partner's money, rates and statements.</summary>
public sealed partial class OrganisationPage : PageView<OrganisationModel>
{
    private IEnumerable<(string Measure, Amount Amount)> Totals =>
        CodeLists
            .MoneyMeasure.Codes.Where(code => Model.Organisation.Totals.ContainsKey(code.Value))
            .Select(code => (code.Value, Model.Organisation.Totals[code.Value]));

    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/organisations/{id}",
            (HttpContext context, PageDesk desk, string fund, string id) =>
                desk.SendFundAsync(context, fund, reading => Find(reading, id))
        );

    private static Page? Find(FundReading fund, string id)
    {
        var organisation = Organisations
            .Of(fund)
            .FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        return organisation is null
            ? null
            : new(typeof(OrganisationPage), Words(fund, organisation), Read(fund, organisation));
    }

    private static PageHead Words(FundReading fund, OrganisationReading organisation) =>
        new(
            BilingualText.Same(organisation.Name),
            new(
                $"Money of {organisation.Name} from {fund.Name.En}.",
                $"Dinero de {organisation.Name} procedente de {fund.Name.Es}."
            ),
            fund,
            "organisations"
        );

    private static OrganisationModel Read(FundReading fund, OrganisationReading organisation)
    {
        var chart = "organisation-" + Slug(organisation.Id);
        return new(
            fund,
            organisation,
            Reading.Rates.Of(fund, organisation.Id),
            Reading.Quarters.Of(fund, organisation.Id),
            [.. Reading.People.Of(fund, organisation.Id).OrderByDescending(statement => statement.End)],
            fund.Release.Charts.Contains(chart, StringComparer.Ordinal) ? chart : null
        );
    }

    private static string Slug(string id) =>
        string.Concat(id.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
