using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>All partner organisations of a fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Organisations">The organisations in the order asked for.</param>
/// <param name="ByName">Whether that order is the name's; else most money comes first.</param>
public sealed record OrganisationsModel(
    FundReading Fund,
    IReadOnlyList<OrganisationReading> Organisations,
    bool ByName
);

/// <summary>The page <c>/{fund}/organisations</c>: the whole list, by money or by name.</summary>
public sealed partial class OrganisationsPage : PageView<OrganisationsModel>
{
    private const string NameOrder = "name";

    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/organisations",
            (HttpContext context, PageDesk desk, string fund) =>
            {
                var byName = string.Equals(context.Request.Query["order"], NameOrder, StringComparison.Ordinal);
                context.Items[PageEndpoints.VariantItem] = byName ? NameOrder : null;
                return desk.SendFundAsync(context, fund, reading => Find(reading, byName));
            }
        );

    private static Page Find(FundReading fund, bool byName)
    {
        var all = Reading.Organisations.Of(fund);
        return new(
            typeof(OrganisationsPage),
            new(
                new("Organisations", "Organizaciones"),
                new(
                    $"The partner organisations of {fund.Name.En}, with their money.",
                    $"Las organizaciones asociadas de {fund.Name.Es}, con su dinero."
                ),
                fund,
                "organisations"
            ),
            new OrganisationsModel(
                fund,
                byName ? [.. all.OrderBy(organisation => organisation.Name, StringComparer.Ordinal)] : all,
                byName
            )
        );
    }
}
