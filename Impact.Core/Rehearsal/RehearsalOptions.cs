using System.Runtime.CompilerServices;

namespace Impact.Core.Rehearsal;

/// <summary>How large an invented fund is, and which one of its size.</summary>
/// <param name="Seed">Any number. The same options give the same bytes on every machine. The default is 20190807.</param>
/// <param name="Gifts">Gifts in the whole life of the fund: 1 to 100,000,000. The default is 5,000.</param>
/// <param name="Households">Households that partners serve: 0 to 10,000,000. The default is 600.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is outside its range; the exception names which.</exception>
public sealed record RehearsalOptions(
    ulong Seed = RehearsalOptions.DefaultSeed,
    long Gifts = RehearsalOptions.DefaultGifts,
    int Households = RehearsalOptions.DefaultHouseholds
)
{
    /// <summary>The seed of the demonstration: 20190807.</summary>
    public const ulong DefaultSeed = 20190807;

    /// <summary>Gifts of the demonstration: five thousand.</summary>
    public const long DefaultGifts = 5000;

    /// <summary>Households of the demonstration: six hundred.</summary>
    public const int DefaultHouseholds = 600;

    /// <summary>The largest number of gifts: one hundred million.</summary>
    public const long MostGifts = 100_000_000;

    /// <summary>The largest number of households: ten million.</summary>
    public const int MostHouseholds = 10_000_000;

    /// <summary>Gifts in the whole life of the fund: 1 to 100,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public long Gifts
    {
        get;
        init => field = Within(value, 1, MostGifts);
    } = Within(Gifts, 1, MostGifts);

    /// <summary>Households that partners serve: 0 to 10,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Households
    {
        get;
        init => field = (int)Within(value, 0, MostHouseholds);
    } = (int)Within(Households, 0, MostHouseholds);

    private static long Within(
        long value,
        long least,
        long most,
        [CallerArgumentExpression(nameof(value))] string? name = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
