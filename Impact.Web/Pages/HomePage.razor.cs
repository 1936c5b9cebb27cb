using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>The list of funds.</summary>
/// <param name="Funds">Every fund with a published release that passes its check, by identifier.</param>
/// <param name="Unchecked">Identifiers of funds whose newest release does not pass its check, so that nothing of it is shown.</param>
public sealed record HomeModel(IReadOnlyList<HomeFund> Funds, IReadOnlyList<string> Unchecked);

/// <summary>One fund in the list.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Statement">Its statement.</param>
public sealed record HomeFund(FundReading Fund, Statement Statement);

/// <summary>The page <c>/</c>: which funds there are, with their headline totals.</summary>
public sealed partial class HomePage : PageView<HomeModel>
{
    internal static void Map(IEndpointRouteBuilder site) => site.MapPage("/", SendAsync);

    private static Task SendAsync(HttpContext context, PageDesk desk)
    {
        var indexes = desk.Shelf.Funds.Select(desk.Shelf.Index).OfType<ReleaseIndex>().ToArray();
        return desk.SendAsync(context, indexes, () => new(typeof(HomePage), Words, Find(desk.Shelf, indexes)));
    }

    private static PageHead Words =>
        new(
            new("Where the money went", "Adónde fue el dinero"),
            new(
                "Pooled humanitarian funds: what was given, sent, spent and is left, to the cent.",
                "Fondos humanitarios comunes: qué se donó, se envió, se gastó y queda, al centavo."
            )
        );

    private static HomeModel Find(ReleaseShelf shelf, IEnumerable<ReleaseIndex> indexes)
    {
        var shown = new List<HomeFund>();
        var faulty = new List<string>();
        foreach (var index in indexes)
        {
            try
            {
                if (shelf.Latest(index.Fund) is { } release)
                {
                    var fund = new FundReading(index, release);
                    shown.Add(new(fund, Statement.Of(fund)));
                }
            }
            catch (FaultException)
            {
                // One fund that fails its check must not hide the others; its name is said, nothing of it is shown.
                faulty.Add(index.Fund);
            }
        }

        return new(shown, faulty);
    }
}
