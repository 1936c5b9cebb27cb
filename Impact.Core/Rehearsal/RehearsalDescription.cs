using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Rehearsal;

/// <summary>The fund file of the rehearsal, and the places of its codes.</summary>
internal static class RehearsalDescription
{
    /// <summary>The indicator of people at workshops.</summary>
    public const string Workshops = "workshop-participants";

    /// <summary>The indicator of people who call the telephone line.</summary>
    public const string Callers = "telephone-line-callers";

    /// <summary>The indicator of households helped for the first time, which household records count too.</summary>
    public const string Households = "households-first-helped";

    /// <summary>Place of the pool in <see cref="Designations"/>.</summary>
    public const int Pool = 0;

    /// <summary>Place of legal help, for both legal partners.</summary>
    public const int LegalHelp = 1;

    /// <summary>Place of food and rent, for one partner.</summary>
    public const int FoodAndRent = 2;

    /// <summary>Place of counselling, for one partner.</summary>
    public const int Counselling = 3;

    /// <summary>What gifts are given for, the pool first.</summary>
    public static IReadOnlyList<FundDesignation> Designations { get; } =
    [
        new(FundDesignation.Pool, new("Where it is needed most", "Donde más se necesite")),
        new("legal-help", new("Legal help", "Ayuda legal")),
        new(
            "food-and-rent",
            new("Food and rent", "Alimentos y alquiler"),
            RehearsalCast.Partners[RehearsalCast.FoodAndRent].Id
        ),
        new("counselling", new("Counselling", "Apoyo psicológico"), RehearsalCast.Partners[RehearsalCast.Health].Id),
    ];

    /// <summary>The fund file.</summary>
    public static FundDescription Of(RehearsalOptions options) =>
        new()
        {
            Id = "rehearsal-relief",
            Name = new("Rehearsal Relief Fund (invented)", "Fondo de Ayuda de Ensayo (inventado)"),
            Purpose = new(
                "An invented fund for invented families, to try Impact with: nothing here happened.",
                "Un fondo inventado para familias inventadas, para probar Impact: nada de esto ocurrió."
            ),
            Currency = "USD",
            Fiction = true,
            Organisations =
            [
                .. RehearsalCast.Partners.Select(partner => new FundOrganisation(
                    partner.Id,
                    partner.Name,
                    "national_ngo",
                    partner.CashProgramme
                )),
            ],
            Designations = [.. Designations.Skip(1)],
            Places = RehearsalCast.Counties,
            Indicators = Indicators(),
            Sources = [Source(options)],
            FinalUntil = new DateOnly(2020, 9, 30),
            FiguresUpTo = RehearsalCalendar.Last,
            Counting = new(new DateOnly(2019, 8, 1)),
        };

    private static IReadOnlyList<FundIndicator> Indicators()
    {
        var people = Aggregation.People;
        var newHouseholds = new Aggregation(AxisRule.Sum, AxisRule.Bounds, AxisRule.Sum, AxisRule.Max);
        return
        [
            new(
                Workshops,
                new("People at know-your-rights workshops", "Personas en talleres sobre sus derechos"),
                IndicatorPopulation.Statement,
                people
            ),
            new(
                Callers,
                new("People who called the telephone line", "Personas que llamaron a la línea telefónica"),
                IndicatorPopulation.Statement,
                people
            ),
            new(
                Households,
                new("Households helped for the first time", "Hogares ayudados por primera vez"),
                IndicatorPopulation.Households,
                newHouseholds
            )
            {
                ReportedAs = IndicatorReporting.New,
                Dedup = IndicatorDedup.WithinPartner,
            },
        ];
    }

    private static FundSource Source(RehearsalOptions options)
    {
        var size = string.Create(
            CultureInfo.InvariantCulture,
            $"seed {options.Seed}, {options.Gifts} gifts, {options.Households} households"
        );
        return new(
            "rehearsal",
            $"Impact's rehearsal: invented records ({size})",
            "CC0-1.0",
            "Impact rehearsal (invented)"
        );
    }
}
