using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Testing.Releases;

/// <summary>A fund of the shape of a country's pooled fund: 450 organisations, 20 years, and a source that does not tell spending.</summary>
/// <remarks>It does not carry the mark of fiction, so that pages without the banner are tested too; its names are no real ones.</remarks>
internal sealed class LargeFund : ExampleFund
{
    /// <summary>The fund's identifier.</summary>
    public const string Id = "example-country-fund";

    /// <summary>Four hundred and fifty organisations.</summary>
    public const int Partners = 450;

    private const int Years = 20;
    private const int FirstYear = 2006;
    private const int Givers = 38;
    private const int AwardsEach = 6;
    private const string Franc = "CHF";

    private static readonly string[] Types = ["national_ngo", "international_ngo", "united_nations", "red_cross"];

    public override DateOnly CutOff => new(2025, 12, 31);

    public override FundDescription Describe() =>
        new()
        {
            Id = Id,
            Name = new("Example Country Humanitarian Fund", "Fondo Humanitario del País de Ejemplo"),
            Purpose = new(
                "States give into one fund, and it awards grants to the organisations closest to people in need.",
                "Los Estados aportan a un solo fondo, que otorga subvenciones a las organizaciones más cercanas a las personas."
            ),
            Currency = Franc,
            Sources =
            [
                new(
                    "example",
                    "Example register of pooled funds",
                    "none stated",
                    "Example register",
                    "https://example.org/register"
                ),
            ],
        };

    public override IEnumerable<PublishedTable> Tables() =>
        [
            new(PublishedTables.FundingStatus, Statement()),
            new(PublishedTables.MoneyByQuarter, Quarters()),
            new(
                PublishedTables.Organisations,
                Enumerable.Range(0, Partners).Select(p => Row([Id, IdOf(p), NameOf(p), Types[p % Types.Length]]))
            ),
            new(PublishedTables.OrganisationTotals, Totals()),
            new(PublishedTables.MoneyByOrganisation, OrganisationQuarters()),
            new(PublishedTables.Contributions, Contributions()),
            new(PublishedTables.People, People()),
            new(PublishedTables.Reconciliation, Proof()),
        ];

    private static string IdOf(int partner) => $"XI-EXAMPLE-{partner:0000}";

    private static string NameOf(int partner) =>
        partner % 11 == 0
            ? $"Example Organisation {partner:000} for Integrated Rural Relief, Water, Sanitation and Household Resilience (EO{partner:000})"
            : $"Example Organisation {partner:000}";

    private static (Period Quarter, long Minor) Award(int partner, int award)
    {
        const int quarters = 4;
        var when = (int)((Mix(partner + 2, award + 1) + (award * 13)) % (Years * quarters));
        var minor = (Mix(partner + 5, award + 3) * 10_000 / (1 + (partner / 20))) + 100_001;
        return (Period.Quarter(FirstYear + (when / quarters), (when % quarters) + 1), minor);
    }

    private static long Allocated(int partner) =>
        Enumerable.Range(0, AwardsEach).Sum(award => Award(partner, award).Minor);

    private static long Given(int giver, int year) =>
        (giver + year) % 3 == 0 ? 0 : ((Mix(giver + 1, year + 1) * 90_000) / (1 + (giver / 4))) + 1_000_000;

    private static long AllGiven =>
        Enumerable.Range(0, Givers).Sum(giver => Enumerable.Range(0, Years).Sum(year => Given(giver, year)));

    private IEnumerable<object?[]> Statement()
    {
        (string Panel, string Line, string Sign, long? Minor)[] lines =
        [
            ("fund", "contributions", "plus", AllGiven),
            ("fund", "total_sources", "total", AllGiven),
            ("fund", "transfers", "plus", null),
            ("fund", "total_uses", "total", null),
            ("fund", "fund_balance", "total", null),
            ("partners", "partner_resources", "plus", null),
            ("partners", "partner_expenditure", "minus", null),
            ("partners", "partner_balance", "total", null),
            ("total", "total_balance", "total", null),
        ];
        return lines.Select(
            (line, index) => Amount([Id, (long)(index + 1), line.Panel, line.Line, line.Sign], line.Minor)
        );
    }

    private object?[] Amount(IEnumerable<object?> own, long? minor) =>
        Row([.. own, .. Cells(Franc, minor)], minor is null ? "x" : "ok", minor is null ? (0, 1) : (1, 1));

    private IEnumerable<object?[]> Quarters() =>
        Awards()
            .GroupBy(award => award.Quarter)
            .Select(quarter =>
                Amount(
                    [Id, quarter.Key.Code, quarter.Key.Start, quarter.Key.End, "allocated"],
                    quarter.Sum(award => award.Minor)
                )
            );

    private static IEnumerable<(int Partner, Period Quarter, long Minor)> Awards() =>
        from partner in Enumerable.Range(0, Partners)
        from award in Enumerable.Range(0, AwardsEach)
        select (partner, Award(partner, award).Quarter, Award(partner, award).Minor);

    private IEnumerable<object?[]> Totals() =>
        Enumerable
            .Range(0, Partners)
            .SelectMany(partner =>
                new (string Measure, long? Minor)[]
                {
                    ("allocated", Allocated(partner)),
                    ("disbursed", null),
                    ("spent", null),
                }.Select(cell => Amount([Id, IdOf(partner), cell.Measure], cell.Minor))
            );

    private IEnumerable<object?[]> OrganisationQuarters() =>
        Awards()
            .GroupBy(award => (award.Partner, award.Quarter))
            .Select(cell =>
                Amount(
                    [
                        Id,
                        IdOf(cell.Key.Partner),
                        cell.Key.Quarter.Code,
                        cell.Key.Quarter.Start,
                        cell.Key.Quarter.End,
                        "allocated",
                    ],
                    cell.Sum(award => award.Minor)
                )
            );

    private IEnumerable<object?[]> Contributions() =>
        from giver in Enumerable.Range(0, Givers)
        from year in Enumerable.Range(0, Years)
        where Given(giver, year) > 0
        let period = Period.Year(FirstYear + year)
        select Amount(
            [Id, "organisation", $"Example State {giver + 1:00}", period.Code, period.Start, period.End, "received"],
            Given(giver, year)
        );

    private IEnumerable<object?[]> People() =>
        from partner in Enumerable.Range(0, Partners)
        where partner % 3 != 0
        from cell in new (string Measure, long Share)[] { ("planned", 60), ("reached", 45) }
        let period = Period.Year(FirstYear + Years - 1)
        let told = cell.Measure is "planned" || partner % 5 != 0
        select Row(
            [
                Id,
                IdOf(partner),
                "people",
                period.Code,
                period.Start,
                period.End,
                cell.Measure,
                "total",
                told ? (Mix(partner, 9) + 10) * cell.Share : null,
            ],
            told ? "ok" : "x",
            (told ? 1 : 0, 1)
        );

    private IEnumerable<object?[]> Proof()
    {
        yield return Row([Id, "F1", "fund", Franc, AllGiven, AllGiven, 0L], reports: (1, 1));
        yield return Row([Id, "F2", "fund", Franc, null, null, null], "x", (0, 1));
    }
}
