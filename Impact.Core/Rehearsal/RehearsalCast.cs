using Impact.Core.Catalogue;

namespace Impact.Core.Rehearsal;

/// <summary>One invented partner organisation and how it works.</summary>
/// <param name="Id">Identifier, <c>XI-REHEARSAL-ORG-1</c> to <c>-6</c>.</param>
/// <param name="Name">Its name, marked as invented.</param>
/// <param name="PoolWeight">Its usual share of the pool, in hundredths.</param>
/// <param name="CashProgramme">Whether it pays cash to households.</param>
/// <param name="Services">Codes of services it gives, the most frequent first and repeated.</param>
/// <param name="Spending">Categories it spends on, with weights.</param>
internal sealed record CastPartner(
    string Id,
    string Name,
    int PoolWeight,
    bool CashProgramme,
    IReadOnlyList<string> Services,
    IReadOnlyList<CastSpending> Spending
);

/// <summary>A category of expenditure and its weight.</summary>
internal sealed record CastSpending(string Category, int Weight);

/// <summary>The partners of the rehearsal, none of which exists.</summary>
internal static class RehearsalCast
{
    /// <summary>Begins every invented organisation's identifier.</summary>
    public const string OrganisationPrefix = "XI-REHEARSAL-ORG-";

    /// <summary>Place of the food and rent partner in <see cref="Partners"/>.</summary>
    public const int FoodAndRent = 3;

    /// <summary>Place of the health partner in <see cref="Partners"/>.</summary>
    public const int Health = 4;

    /// <summary>Place of the regional network in <see cref="Partners"/>.</summary>
    public const int Network = 5;

    /// <summary>The six partners: two of legal help, organisers, food and rent, health, a network.</summary>
    public static IReadOnlyList<CastPartner> Partners { get; } =
    [
        Partner(
            1,
            "Paper Boat Legal Table (invented)",
            24,
            ["legal_consultation", "legal_consultation", "legal_representation"],
            "legal_services 62 staff 22 outreach 6 administration 8 fundraising 2"
        ),
        Partner(
            2,
            "Lantern Lane Legal Desk (invented)",
            22,
            ["legal_representation", "legal_consultation", "bond_payment"],
            "legal_services 50 bond 20 staff 18 administration 9 fundraising 3"
        ),
        Partner(
            3,
            "Chalk Circle Organisers (invented)",
            12,
            ["referral", "transport", "childcare_school"],
            "outreach 40 transport_communication 15 childcare_education 12 staff 22 administration 9 fundraising 2"
        ),
        Partner(
            4,
            "Full Basket and Warm Roof (invented)",
            20,
            ["food_assistance", "food_assistance", "rent_assistance", "cash_assistance"],
            "rent_utilities 32 food 26 cash_aid 20 transport_communication 4 staff 11 administration 6 fundraising 1"
        ),
        Partner(
            5,
            "Quiet Kettle Health Room (invented)",
            12,
            ["counselling", "counselling", "transport"],
            "health_mental_health 58 transport_communication 6 staff 24 administration 10 other 2"
        ),
        Partner(
            6,
            "Painted Rivers Network (invented)",
            10,
            ["cash_assistance", "referral", "transport"],
            "cash_aid 34 outreach 16 transport_communication 8 childcare_education 10 staff 20 administration 10 other 2"
        ),
    ];

    /// <summary>Organisations that give, all invented.</summary>
    public static IReadOnlyList<string> Givers { get; } =
    [
        "Cardboard Ships Company (invented)",
        "Imaginary Orchard Trust (invented)",
        "Kite and String Cooperative (invented)",
        "Marble Staircase Foundation (invented)",
        "Paper Moon Bakery (invented)",
        "Pretend Harbour Parish (invented)",
        "Seventeen Umbrellas Society (invented)",
        "Sleeping Giraffe Press (invented)",
        "Thimble and Thunder Choir (invented)",
        "Tin Whistle School (invented)",
        "Upside-Down Map Fund (invented)",
        "Wooden Horse Savings Club (invented)",
    ];

    /// <summary>The eight counties, none of which exists.</summary>
    public static IReadOnlyList<Code> Counties { get; } =
    [
        County(1, "Lantern County", "Condado Farol"),
        County(2, "Thimble County", "Condado Dedal"),
        County(3, "Marble County", "Condado Canica"),
        County(4, "Kettle County", "Condado Tetera"),
        County(5, "Whistle County", "Condado Silbato"),
        County(6, "Umbrella County", "Condado Paraguas"),
        County(7, "Chalk County", "Condado Tiza"),
        County(8, "Feather County", "Condado Pluma"),
    ];

    private static Code County(int number, string english, string spanish) =>
        new(
            FormattableString.Invariant($"XI-REHEARSAL-COUNTY-{number}"),
            new($"{english} (invented)", $"{spanish} (inventado)")
        );

    private static CastPartner Partner(
        int number,
        string name,
        int weight,
        IReadOnlyList<string> services,
        string spending
    )
    {
        var id = FormattableString.Invariant($"{OrganisationPrefix}{number}");
        var words = spending.Split(' ');
        var categories = Enumerable
            .Range(0, words.Length / 2)
            .Select(pair => new CastSpending(
                words[2 * pair],
                int.Parse(words[(2 * pair) + 1], System.Globalization.CultureInfo.InvariantCulture)
            ));
        return new(
            id,
            name,
            weight,
            services.Contains("cash_assistance", StringComparer.Ordinal),
            services,
            [.. categories]
        );
    }
}
