namespace Impact.Core.Rehearsal;

/// <summary>The currencies gifts come in, with invented monthly rates to the fund's dollar.</summary>
internal sealed class ForeignCurrencies
{
    /// <summary>Place of the fund's own currency.</summary>
    public const int Base = 0;

    /// <summary>Place of the euro.</summary>
    public const int Euro = 1;

    /// <summary>Place of the Canadian dollar.</summary>
    public const int CanadianDollar = 2;

    /// <summary>Rates are whole ten-thousandths.</summary>
    private const int RateUnits = 10_000;

    private readonly int[] euro = new int[RehearsalCalendar.Months];
    private readonly int[] canadianDollar = new int[RehearsalCalendar.Months];

    /// <summary>Draws the rates of a seed.</summary>
    public ForeignCurrencies(ulong seed)
    {
        const int lowestEuro = 10_900;
        const int highestEuro = 12_100;
        const int lowestCanadian = 7_100;
        const int highestCanadian = 7_800;
        var numbers = new SeededNumbers(seed, SeededPurpose.Rates);
        for (var month = 0; month < RehearsalCalendar.Months; month++)
        {
            euro[month] = numbers.Between(lowestEuro, highestEuro);
            canadianDollar[month] = numbers.Between(lowestCanadian, highestCanadian);
        }
    }

    /// <summary>Codes of ISO 4217; all have two decimals.</summary>
    public static IReadOnlyList<byte[]> Codes { get; } =
    [
        [.. "USD"u8],
        [.. "EUR"u8],
        [.. "CAD"u8],
    ];

    /// <summary>The amount in the fund's currency, half to even.</summary>
    /// <param name="minor">Minor units of the currency.</param>
    /// <param name="currency">Place in <see cref="Codes"/>.</param>
    /// <param name="month">Month of the gift.</param>
    public long InBase(long minor, int currency, int month) =>
        currency switch
        {
            Base => minor,
            Euro => IntegerShares.HalfEven(minor * euro[month], RateUnits),
            _ => IntegerShares.HalfEven(minor * canadianDollar[month], RateUnits),
        };
}
