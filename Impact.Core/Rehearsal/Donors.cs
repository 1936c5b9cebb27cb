namespace Impact.Core.Rehearsal;

/// <summary>What stays the same about one invented giver.</summary>
/// <param name="Token">64 bits that no other giver has: written as a customer number or an address.</param>
/// <param name="ByEmail">Whether the giver is known by an address at <c>example.org</c>.</param>
/// <param name="LevelMinor">What they usually give, in minor units of their currency.</param>
/// <param name="Currency">Place in <see cref="ForeignCurrencies.Codes"/>.</param>
/// <param name="Region">Place in <see cref="Donors.Regions"/>.</param>
internal readonly record struct DonorTraits(ulong Token, bool ByEmail, long LevelMinor, int Currency, int Region);

/// <summary>Invented givers, made from their number alone, so that none is kept in memory.</summary>
internal sealed class Donors(ulong seed)
{
    /// <summary>People who give monthly are numbered from 2^40, organisations from 2^41, one-off givers from 0.</summary>
    public const long FirstSubscriber = 1L << 40;

    /// <summary>Organisations are numbered from 2^41.</summary>
    public const long FirstOrganisation = 1L << 41;

    /// <summary>Three givers in ten are known by an address.</summary>
    private const int ByEmailPercent = 30;

    private const int Hundred = 100;
    private const int TenThousand = 10_000;

    /// <summary>100 in 10,000 givers give in euros.</summary>
    private const int EuroGivers = 100;

    /// <summary>80 in 10,000 givers give in Canadian dollars.</summary>
    private const int EuroAndCanadianGivers = EuroGivers + 80;

    private static readonly long[] Levels = BuildLevels();
    private static readonly long[] MonthlyLevels =
    [
        5_00,
        10_00,
        10_00,
        15_00,
        20_00,
        25_00,
        25_00,
        30_00,
        50_00,
        100_00,
    ];

    private readonly ulong start = SeededNumbers.Start(seed, SeededPurpose.Donors);

    /// <summary>Codes of regions, frequent ones repeated; the first is that of givers from other countries.</summary>
    public static IReadOnlyList<byte[]> Regions { get; } =
    [
        .. (
            "other_country CA CA CA CA CA CA NY NY NY NY NY TX TX TX TX FL FL FL IL IL IL PA PA OH OH GA GA NC NC MI MI NJ NJ "
            + "VA VA WA WA WA AZ MA MA MA TN IN MO MD MD WI CO CO MN MN SC AL LA KY OR OR OK CT UT IA NV AR MS KS NM NE WV ID "
            + "HI NH ME RI MT DE SD ND AK VT WY unknown unknown unknown"
        )
            .Split(' ')
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>The giver of a number.</summary>
    public DonorTraits Of(long donor)
    {
        var token = SeededNumbers.At(start, donor);
        var draw = SeededNumbers.Mix(unchecked(token + start));
        var currency = SeededNumbers.Scale(draw, TenThousand) switch
        {
            < EuroGivers => ForeignCurrencies.Euro,
            < EuroAndCanadianGivers => ForeignCurrencies.CanadianDollar,
            _ => ForeignCurrencies.Base,
        };
        draw = SeededNumbers.Mix(draw);
        var level =
            donor >= FirstSubscriber
                ? MonthlyLevels[SeededNumbers.Scale(draw, MonthlyLevels.Length)]
                : Levels[SeededNumbers.Scale(draw, TenThousand)];
        draw = SeededNumbers.Mix(draw);
        var byEmail = (int)(draw % Hundred) < ByEmailPercent;
        var region = currency == ForeignCurrencies.Base ? 1 + SeededNumbers.Scale(draw, Regions.Count - 1) : 0;
        return new(token, byEmail, level, currency, region);
    }

    /// <summary>Ten thousand usual gifts in minor units: the middle one is 25, the mean 58, and the top hundredth holds a fifth.</summary>
    private static long[] BuildLevels()
    {
        ReadOnlySpan<(int Givers, int Dollars)> ladder =
        [
            (500, 5),
            (1500, 10),
            (400, 15),
            (1300, 20),
            (2000, 25),
            (350, 30),
            (200, 35),
            (250, 40),
            (1500, 50),
            (100, 60),
            (250, 75),
            (1000, 100),
            (130, 150),
            (160, 200),
            (140, 250),
            (40, 300),
            (120, 500),
            (45, 1000),
            (10, 2500),
            (4, 5000),
            (1, 10_000),
        ];
        var levels = new long[TenThousand];
        var next = 0;
        foreach (var (givers, dollars) in ladder)
        {
            levels.AsSpan(next, givers).Fill(dollars * (long)Hundred);
            next += givers;
        }

        return levels;
    }
}
