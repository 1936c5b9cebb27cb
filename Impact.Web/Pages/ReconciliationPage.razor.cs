using Impact.Core.Releases;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>What agrees in a fund's books and what does not.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Proof">The proof table.</param>
/// <param name="Differences">The difference register; without rows where nothing differs or nothing was compared.</param>
/// <param name="WasCompared">Whether the release's own check compared any two sides.</param>
/// <param name="Names">Names of organisations by identifier.</param>
public sealed record ReconciliationModel(
    FundReading Fund,
    Proof Proof,
    Differences Differences,
    bool WasCompared,
    IReadOnlyDictionary<string, string> Names
);

/// <summary>The page <c>/{fund}/reconciliation</c>: both sides of every equation, and the difference register.</summary>
public sealed partial class ReconciliationPage : PageView<ReconciliationModel>
{
    private const string RegisterCheck = "gate-register";

    private Differences Register => Model.Differences;

    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/reconciliation",
            (HttpContext context, PageDesk desk, string fund) => desk.SendFundAsync(context, fund, Find)
        );

    private static Page Find(FundReading fund)
    {
        var register = Differences.Of(fund);
        var check = fund.Release.Manifest.Checks.FirstOrDefault(check =>
            string.Equals(check.Id, RegisterCheck, StringComparison.Ordinal)
        );
        var names = Reading
            .Organisations.Of(fund)
            .ToDictionary(organisation => organisation.Id, organisation => organisation.Name, StringComparer.Ordinal);
        return new(
            typeof(ReconciliationPage),
            new(
                new("What agrees and what does not", "Qué coincide y qué no"),
                new(
                    $"The books of {fund.Name.En} beside what its bank, its payment processor and its partners say.",
                    $"Los libros de {fund.Name.Es} junto a lo que dicen su banco, su procesador de pagos y sus organizaciones."
                ),
                fund,
                "reconciliation"
            ),
            new ReconciliationModel(
                fund,
                Reading.Proof.Of(fund),
                register,
                register.Lines.Count > 0 || check is { Outcome: CheckOutcome.Passed },
                names
            )
        );
    }

    private string RegisterWords()
    {
        var all = Register.Lines.Count;
        return (Model.WasCompared, all) switch
        {
            (false, _) => Say(
                "The fund’s sources tell only one side, so there is nothing to compare.",
                "Las fuentes del fondo informan un solo lado, así que no hay nada que comparar."
            ),
            (_, 0) => Say(
                "Everything that two sides tell agrees to the cent.",
                "Todo lo que informan dos lados coincide al centavo."
            ),
            (_, 1) => Say(
                "One difference at the last closed quarter stands below. Everything else that two sides tell agrees to the cent.",
                "Abajo figura una diferencia al último trimestre cerrado. Todo lo demás que informan dos lados coincide al centavo."
            ),
            _ => Say(
                $"{all} differences at the last closed quarter stand below. Everything else that two sides tell agrees to the cent.",
                $"Abajo figuran {all} diferencias al último trimestre cerrado. Todo lo demás que informan dos lados coincide al centavo."
            ),
        };
    }

    private string RuleWords() =>
        Say(
            "What nobody has explained stops the publication, unless it has been on its way for five days at most. Transfers between organisations stand one by one. What people gave, and what is paid for it, stands only as a sum of a quarter; a sum with too few people behind it is withheld.",
            "Lo que nadie ha explicado impide la publicación, salvo que lleve en camino cinco días como máximo. Las transferencias entre organizaciones figuran una por una. Lo que dieron las personas, y lo que se paga por ello, figura solo como suma de un trimestre; una suma con muy pocas personas detrás se retiene."
        );
}
