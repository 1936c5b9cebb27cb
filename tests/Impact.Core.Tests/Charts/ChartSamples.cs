using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Charts;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts;

/// <summary>Invented releases of several shapes, for pictures.</summary>
public static partial class ChartSamples
{
    public static readonly ChartContext Rehearsal = new(
        new("Rehearsal Relief Fund", "Fondo de Ensayo"),
        "USD",
        new(2020, 12, 31),
        "1.0.0",
        Fiction: true,
        "Rehearsal ledger, seed 7"
    )
    {
        Indicators = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            ["workshop-participants"] = new("People at know-your-rights workshops", "Personas en talleres de derechos"),
            ["legal-cases"] = new("People with a legal case opened", "Personas con un caso legal abierto"),
        },
    };

    public static readonly ChartContext Public = new(
        new("Afghanistan Humanitarian Fund", "Fondo Humanitario para Afganistán"),
        "USD",
        new(2025, 12, 31),
        "2.3.1",
        Fiction: false,
        "UN OCHA, Pooled Funds Data Hub"
    );

    private static readonly string[] Partners =
    [
        "Rehearsal Legal Aid Network",
        "Rehearsal Community Kitchen",
        "Rehearsal Immigrant Rights Alliance of the River Counties",
        "Rehearsal Justice Center",
        "Rehearsal Family Fund",
        "Rehearsal Language Access Project",
    ];

    /// <summary>Six partners, seventeen months, as the rehearsal makes them.</summary>
    public static IReadOnlyDictionary<string, PublishedTable> SixPartners()
    {
        var build = new ReleaseBuilder(fiction: true);
        long[] gifts =
        [
            81_233_00,
            62_110_50,
            40_020_00,
            24_500_00,
            21_870_00,
            12_400_00,
            10_110_00,
            9_900_25,
            14_000_00,
            8_700_00,
            8_120_00,
            7_950_00,
            11_300_00,
            6_100_00,
            5_900_00,
            8_800_00,
            13_250_00,
        ];
        long[] sent =
        [
            0,
            40_000_00,
            60_000_00,
            30_000_00,
            20_000_00,
            0,
            25_000_00,
            0,
            20_000_00,
            15_000_00,
            0,
            12_000_00,
            10_000_00,
            0,
            14_000_00,
            0,
            9_000_00,
        ];
        for (var month = 0; month < gifts.Length; month++)
        {
            var period = Period.Of(PeriodGrain.Month, new DateOnly(2019, 8, 1).AddMonths(month));
            build.Month(period, "received", gifts[month]).Month(period, "disbursed", sent[month]);
        }

        decimal[] shares = [0.30m, 0.22m, 0.18m, 0.14m, 0.10m, 0.06m];
        long[] sentByQuarter = [100_000_00, 50_000_00, 45_000_00, 27_000_00, 24_000_00, 9_000_00];
        for (var quarter = 0; quarter < sentByQuarter.Length; quarter++)
        {
            var period = Period.Of(PeriodGrain.Quarter, new DateOnly(2019, 8, 1).AddMonths(3 * quarter));
            for (var partner = 0; partner < Partners.Length; partner++)
            {
                var money = (long)(sentByQuarter[quarter] * shares[partner]);
                var spent = (long)(money * (0.62m + (0.05m * quarter)));
                build.Organisation(Id(partner), Partners[partner]);
                build.OrganisationQuarter(
                    Id(partner),
                    period,
                    "allocated",
                    quarter == 0 ? money * 8 / 5 : money * 9 / 10
                );
                build.OrganisationQuarter(Id(partner), period, "disbursed", money);
                build.OrganisationQuarter(Id(partner), period, "spent_programme", spent * 8 / 10);
                build.OrganisationQuarter(
                    Id(partner),
                    period,
                    "spent_management",
                    spent - (spent * 8 / 10) - (spent / 20)
                );
                build.OrganisationQuarter(Id(partner), period, "spent_fundraising", spent / 20);
            }
        }

        build.OrganisationQuarter(Id(5), Period.Quarter(2020, 3), "returned", 4_000_00);
        for (var partner = 0; partner < 4; partner++)
        {
            build.People(
                Id(partner),
                "workshop-participants",
                Period.Quarter(2020, 3),
                "planned",
                400 - (partner * 50)
            );
            build.People(
                Id(partner),
                "workshop-participants",
                Period.Quarter(2020, 3),
                "reached",
                425 - (partner * 85)
            );
            build.People(Id(partner), "workshop-participants", Period.Quarter(2020, 2), "reached", 300);
        }

        build.People(Id(0), "legal-cases", Period.Quarter(2020, 3), "planned", 120);
        build.People(Id(0), "legal-cases", Period.Quarter(2020, 3), "reached", 95);
        build.People(Id(3), "legal-cases", Period.Quarter(2020, 3), "planned", 60);
        build.People(Id(3), "legal-cases", Period.Quarter(2020, 3), "reached", null, "c");
        build.People(Id(4), "legal-cases", Period.Quarter(2020, 3), "planned", null, "x");
        build.People(Id(4), "legal-cases", Period.Quarter(2020, 3), "reached", 40);
        return build.WithSums().Statement(interest: 312_40, fees: 9_870_33, costs: 4_200_00, refunds: 1_250_00).Build();
    }

    /// <summary>One partner, one quarter.</summary>
    public static IReadOnlyDictionary<string, PublishedTable> OnePartner() =>
        new ReleaseBuilder(fiction: true)
            .Organisation(Id(0), Partners[0])
            .Month(Period.Month(2019, 8), "received", 5_000_00)
            .Month(Period.Month(2019, 8), "disbursed", 4_000_00)
            .OrganisationQuarter(Id(0), Period.Quarter(2019, 3), "allocated", 4_500_00)
            .OrganisationQuarter(Id(0), Period.Quarter(2019, 3), "disbursed", 4_000_00)
            .OrganisationQuarter(Id(0), Period.Quarter(2019, 3), "spent", 0)
            .WithSums()
            .Statement(interest: 0, fees: 0, costs: 0, refunds: 0)
            .Build();

    /// <summary>A quarter in which a partner gave back more than it got, and one in which it got more than a thousand times as much.</summary>
    public static IReadOnlyDictionary<string, PublishedTable> ReturnsAndOneHugeValue()
    {
        var build = new ReleaseBuilder(fiction: true);
        for (var partner = 0; partner < 5; partner++)
        {
            build.Organisation(Id(partner), Partners[partner]);
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                var isHuge = partner == 0 && quarter == 2;
                var money = isHuge ? 4_567_890_123_45L : (partner + 1) * 1_000_00L * quarter;
                build.OrganisationQuarter(Id(partner), Period.Quarter(2020, quarter), "allocated", money);
                build.OrganisationQuarter(
                    Id(partner),
                    Period.Quarter(2020, quarter),
                    "disbursed",
                    partner == 3 && quarter == 3 ? 0 : money
                );
                build.OrganisationQuarter(
                    Id(partner),
                    Period.Quarter(2020, quarter),
                    "spent",
                    isHuge ? 9_000_00 : money / 2
                );
                build.Month(
                    Period.Month(2020, (quarter * 3) - 1),
                    partner == 0 ? "received" : "interest",
                    partner == 0 ? money * 2
                        : partner == 1 ? 2_00
                        : null,
                    partner < 2 ? "ok" : null
                );
            }
        }

        build.OrganisationQuarter(Id(3), Period.Quarter(2020, 3), "returned", 9_500_00);
        build.OrganisationQuarter(Id(4), Period.Quarter(2020, 3), "returned", 70_000_00);
        return build.WithSums().Build();
    }

    /// <summary>Forty partners of one size class.</summary>
    public static IReadOnlyDictionary<string, PublishedTable> FortyPartners()
    {
        var build = new ReleaseBuilder(fiction: true);
        for (var partner = 0; partner < 40; partner++)
        {
            build.Organisation(Id(partner), $"Rehearsal Partner {partner + 1}");
            build.Month(Period.Month(2020, 1), "received", 900_000_00, partner == 0 ? "ok" : null);
            build.OrganisationQuarter(Id(partner), Period.Quarter(2020, 1), "allocated", (50 - partner) * 321_77L);
            build.OrganisationQuarter(Id(partner), Period.Quarter(2020, 1), "disbursed", (50 - partner) * 300_00L);
            build.OrganisationQuarter(
                Id(partner),
                Period.Quarter(2020, 1),
                "spent",
                partner % 7 == 3 ? null : (50 - partner) * 211_00L,
                partner % 7 == 3 ? "x" : "ok"
            );
            build.People(Id(partner), "workshop-participants", Period.Quarter(2020, 1), "planned", 10 + (partner * 5));
            build.People(Id(partner), "workshop-participants", Period.Quarter(2020, 1), "reached", 10 + (partner * 6));
        }

        return build.WithSums().Build();
    }

    /// <summary>The tables are there, and nothing in them has a number.</summary>
    public static IReadOnlyDictionary<string, PublishedTable> Nothing() =>
        new ReleaseBuilder(fiction: true)
            .Organisation(Id(0), Partners[0])
            .Month(Period.Month(2020, 1), "received", null, "x")
            .OrganisationQuarter(Id(0), Period.Quarter(2020, 1), "allocated", null, "x")
            .WithSums()
            .Build();

    public static string Id(int partner) => "XI-REHEARSAL-" + (partner + 1).ToString(CultureInfo.InvariantCulture);
}
