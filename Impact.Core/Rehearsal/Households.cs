namespace Impact.Core.Rehearsal;

/// <summary>One household's time with one partner.</summary>
/// <param name="Partner">Place in <see cref="RehearsalCast.Partners"/>, or -1 for no such time.</param>
/// <param name="FirstMonth">Month of its first service there.</param>
/// <param name="LastMonth">Last month in which it may be served there.</param>
/// <param name="Case">64 bits: its case number there, which no other household has there, and which tells nothing of the other partners'.</param>
internal readonly record struct HouseholdCase(int Partner, int FirstMonth, int LastMonth, ulong Case);

/// <summary>What stays the same about an invented household.</summary>
/// <param name="Place">Place in <see cref="Households.PlaceCells"/>.</param>
/// <param name="Size">Place in <see cref="Households.SizeCells"/>.</param>
internal readonly record struct HouseholdTraits(int Place, int Size);

/// <summary>Invented households, made from their number alone: most with one partner, some with two, a few with three.</summary>
internal sealed class Households(ulong seed)
{
    /// <summary>A household goes to three partners at most.</summary>
    public const int MostPartners = 3;

    private const int Hundred = 100;
    private const int Thousand = 1000;
    private const int SecondPartnerPercent = 18;
    private const int ThirdPartnerPercent = 4;
    private const int LongestStay = 9;
    private const int LongestWait = 4;

    /// <summary>Partners by how many households come to them first, in hundredths.</summary>
    private static readonly int[] PartnerShares = [22, 16, 8, 30, 14, 10];

    /// <summary>How many of a thousand households come first in each month.</summary>
    private static readonly int[] ArrivalShares =
    [
        170,
        190,
        120,
        80,
        60,
        50,
        45,
        40,
        45,
        40,
        30,
        30,
        30,
        25,
        20,
        15,
        10,
    ];

    private static readonly byte[] Partners = Spread(PartnerShares, Hundred);
    private static readonly byte[] Arrivals = Spread(ArrivalShares, Thousand);
    private static readonly byte[] Places = Spread([20, 17, 14, 12, 9, 8, 6, 5, 4, 3, 2], Hundred);
    private static readonly byte[] Sizes = Spread([18, 38, 27, 13, 4], Hundred);

    private readonly ulong start = SeededNumbers.Start(seed, SeededPurpose.Households);

    /// <summary>The places of the fund file, then <c>other</c>, <c>unknown</c> and an empty cell.</summary>
    public static IReadOnlyList<byte[]> PlaceCells { get; } =
    [
        .. RehearsalCast.Counties.Select(county => System.Text.Encoding.ASCII.GetBytes(county.Value)),
        [.. "other"u8],
        [.. "unknown"u8],
        [],
    ];

    /// <summary>The sizes of the layout, then an empty cell.</summary>
    public static IReadOnlyList<byte[]> SizeCells { get; } =
    [
        [.. "1"u8],
        [.. "2-3"u8],
        [.. "4-5"u8],
        [.. "6+"u8],
        [],
    ];

    /// <summary>What stays the same about a household.</summary>
    public HouseholdTraits Traits(long household)
    {
        var draw = SeededNumbers.Mix(SeededNumbers.At(start, household));
        return new(Pick(Places, draw), Pick(Sizes, SeededNumbers.Mix(draw)));
    }

    /// <summary>A household's time with its first, second or third partner.</summary>
    /// <param name="household">Its number.</param>
    /// <param name="order">0, 1 or 2.</param>
    public HouseholdCase Case(long household, int order)
    {
        var token = SeededNumbers.At(start, household);
        var draw = SeededNumbers.Mix(~token);
        var partners = (int)(draw % Hundred) switch
        {
            < ThirdPartnerPercent => MostPartners,
            < ThirdPartnerPercent + SecondPartnerPercent => 2,
            _ => 1,
        };
        draw = SeededNumbers.Mix(draw);
        var first = Pick(Partners, draw);
        var arrival = Pick(Arrivals, SeededNumbers.Mix(draw));
        draw = SeededNumbers.At(draw, order + 1);
        var month = order == 0 ? arrival : arrival + 1 + (int)(draw % LongestWait);
        if (order >= partners || month >= RehearsalCalendar.Months)
        {
            return new(-1, 0, 0, 0);
        }

        // Steps of 2 and 4 round a table of six never meet the first partner again.
        var partner = (first + (2 * order)) % RehearsalCast.Partners.Count;
        var stay = 1 + SeededNumbers.Scale(draw, LongestStay);
        return new(partner, month, month + stay, SeededNumbers.Mix(unchecked(token + (ulong)partner)));
    }

    /// <summary>Numbers that decide what a household is given by a partner in a month.</summary>
    public ulong Draw(in HouseholdCase time, int month) =>
        SeededNumbers.At(SeededNumbers.Mix(time.Case ^ start), month);

    private static int Pick(byte[] table, ulong draw) => table[SeededNumbers.Scale(draw, table.Length)];

    private static byte[] Spread(int[] shares, int whole)
    {
        var table = new byte[whole];
        var next = 0;
        for (var place = 0; place < shares.Length; place++)
        {
            table.AsSpan(next, shares[place]).Fill((byte)place);
            next += shares[place];
        }

        return table;
    }
}
