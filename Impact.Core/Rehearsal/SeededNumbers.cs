namespace Impact.Core.Rehearsal;

/// <summary>SplitMix64: numbers that look random and are the same for a seed on every machine. Never for keys, tokens or noise.</summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014. Only integers are drawn.</remarks>
internal sealed class SeededNumbers
{
    /// <summary>2^64 divided by the golden ratio, made odd: the step of SplitMix64.</summary>
    private const ulong GoldenStep = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>Starts the stream of a purpose: streams of one seed are unrelated.</summary>
    public SeededNumbers(ulong seed, SeededPurpose purpose) => state = Start(seed, purpose);

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state = unchecked(state + GoldenStep);
        return Mix(state);
    }

    /// <summary>A whole number from 0 to <paramref name="limit"/> - 1, even to within one part in 2^32.</summary>
    public int Below(int limit) => Scale(Next(), limit);

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>The upper part of 64 bits, spread over 0 to <paramref name="limit"/> - 1.</summary>
    public static int Scale(ulong bits, int limit) => (int)Math.BigMul(bits, (ulong)limit, out _);

    /// <summary>The starting value of a purpose's stream.</summary>
    public static ulong Start(ulong seed, SeededPurpose purpose) =>
        Mix(unchecked(Mix(seed) + (GoldenStep * (ulong)purpose)));

    /// <summary>The number at one place of a stream, without the ones before; different places give different numbers.</summary>
    public static ulong At(ulong start, long place) => Mix(unchecked(start + (GoldenStep * (ulong)place)));

    /// <summary>Mixes 64 bits one to one (variant 13 of Stafford).</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}

/// <summary>What a stream of seeded numbers is for; the number is part of the stream, so it never changes.</summary>
internal enum SeededPurpose
{
    /// <summary>Day by day weights.</summary>
    Days = 1,

    /// <summary>What each gift is.</summary>
    Gifts = 2,

    /// <summary>Who gives, and how.</summary>
    Donors = 3,

    /// <summary>Identifiers of gifts.</summary>
    Transactions = 4,

    /// <summary>How long monthly givers stay.</summary>
    Subscriptions = 5,

    /// <summary>What the fund decides and books.</summary>
    Fund = 6,

    /// <summary>What partners spend.</summary>
    Partners = 7,

    /// <summary>Households and what they are given.</summary>
    Households = 8,

    /// <summary>What partners state.</summary>
    Indicators = 9,

    /// <summary>Refunds and chargebacks.</summary>
    Returns = 10,

    /// <summary>Exchange rates.</summary>
    Rates = 11,
}
