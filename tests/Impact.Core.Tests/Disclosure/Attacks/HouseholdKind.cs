using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>One service as a household has it.</summary>
/// <param name="Organisation">Which of its organisations: <c>OWN</c> or <c>OTHER</c>.</param>
/// <param name="Month">Months after the first that counts.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="Service">Kind of service.</param>
/// <param name="Place">Where.</param>
internal sealed record HadService(
    string Organisation,
    int Month,
    int Day = 10,
    string Service = "food_assistance",
    string Place = "unknown"
);

/// <summary>What the household has by which two neighbouring funds differ.</summary>
/// <param name="Unit">How often the fund counts a household.</param>
/// <param name="Services">Its services over two quarters.</param>
internal sealed record HouseholdKind(CountingUnit Unit, params IReadOnlyList<HadService> Services)
{
    public const string Own = "OWN";
    public const string Other = "OTHER";

    /// <summary>One service: the tight pair, an empty cell and a cell of one.</summary>
    public static HouseholdKind One { get; } = new(CountingUnit.HouseholdAndOrganisation, new HadService(Own, 0));

    /// <summary>Eight services of one organisation in one quarter.</summary>
    public static HouseholdKind Eight { get; } =
        new(
            CountingUnit.HouseholdAndOrganisation,
            [.. Enumerable.Range(0, 8).Select(place => new HadService(Own, place % 3, 3 + place))]
        );

    /// <summary>A household that moves, to a place that another organisation serves.</summary>
    public static HouseholdKind Moves { get; } =
        new(
            CountingUnit.Household,
            new HadService(Own, 0, Place: "XI-PLACE-1"),
            new HadService(Other, 4, Place: "XI-PLACE-2")
        );

    /// <summary>A household that touches every cap: all kinds of both organisations at two places, month after month.</summary>
    public static HouseholdKind Maximal { get; } =
        new(
            CountingUnit.Household,
            [
                .. from month in Enumerable.Range(0, 6)
                from organisation in (string[])[Own, Other]
                from service in (string[])["food_assistance", "rent_assistance", "legal_help", "cash_aid", "transport"]
                select new HadService(organisation, month, 10 + month, service, $"XI-PLACE-{month % 2}"),
            ]
        );

    /// <summary>Fills the ledger with so many of them, each with organisations of its own.</summary>
    public void Fill(EnrolmentPass pass, int households)
    {
        var had = Services.Select(service =>
        {
            var day = CountDesk.From.AddMonths(service.Month).AddDays(service.Day - 1);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"('{service.Organisation}-', DATE '{day:yyyy-MM-dd}', '{service.Service}', '{service.Place}')"
            );
        });
        _ = pass.Store.Execute(
            "services",
            $"""
            INSERT INTO service
            SELECT 1, 1, 'test', 'service', CAST(md5(CAST(one AS VARCHAR)) AS UUID), organisation || CAST(one AS VARCHAR),
                service, day, place, NULL, NULL
            FROM range($households) AS household(one)
            CROSS JOIN (VALUES {string.Join(", ", had)}) AS had(organisation, day, service, place)
            """,
            ("households", households)
        );
    }
}
