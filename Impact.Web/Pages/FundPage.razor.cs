using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>Everything the overview of a fund shows.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Statement">Its statement.</param>
/// <param name="Organisations">Its partners, most money first.</param>
/// <param name="People">The newest statements of partners about people, most first.</param>
/// <param name="Givers">Contributions by giver, most first.</param>
/// <param name="Rates">Rates of the fund itself.</param>
/// <param name="Proof">The proof table.</param>
public sealed record FundModel(
    FundReading Fund,
    Statement Statement,
    IReadOnlyList<OrganisationReading> Organisations,
    IReadOnlyList<PeopleStatement> People,
    IReadOnlyList<GiverReading> Givers,
    IReadOnlyList<RateReading> Rates,
    Proof Proof
);

/// <summary>The page <c>/{fund}</c>: where the money is now, who gave, who received, and the proof.</summary>
public sealed partial class FundPage : PageView<FundModel>
{
    // Fifteen lines can be read at a glance; the rest is one line with a link to all of them.
    private const int MostRows = 15;

    // Two stand beside the headline figures without pushing them away.
    private const int MostRemarks = 2;

    private Dictionary<string, string> Names =>
        Model.Organisations.ToDictionary(
            organisation => organisation.Id,
            organisation => organisation.Name,
            StringComparer.Ordinal
        );

    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}",
            (HttpContext context, PageDesk desk, string fund) => desk.SendFundAsync(context, fund, Find)
        );

    private static Page Find(FundReading fund) =>
        new(
            typeof(FundPage),
            new(fund.Name, fund.Purpose, fund, "fund"),
            new FundModel(
                fund,
                Statement.Of(fund),
                Reading.Organisations.Of(fund),
                Reading.People.Newest(fund),
                Reading.Givers.Of(fund),
                Reading.Rates.Of(fund, organisation: string.Empty),
                Reading.Proof.Of(fund)
            )
        );

    private string StatementWords() =>
        Model.Statement.IsTold
            ? Say(
                "The fund’s standard statement. Every line adds up to the total below it, to the cent; both panels come from one ledger.",
                "El estado normalizado del fondo. Cada línea suma al total que tiene debajo, al centavo; ambos paneles provienen de un mismo libro."
            )
            : Say(
                "The fund’s standard statement. What the source does not tell stays empty, with every total that would need it; nothing is guessed.",
                "El estado normalizado del fondo. Lo que la fuente no informa queda vacío, igual que los totales que lo necesitarían; nada se adivina."
            );
}
