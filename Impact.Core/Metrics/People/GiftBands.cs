using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Bands of gifts in minor units of a fund's currency.</summary>
internal static class GiftBands
{
    /// <summary>Each band with its first amount and the first that is above it.</summary>
    public static IReadOnlyList<(string Band, long FromMinor, long BelowMinor)> Of(string currency)
    {
        var scale = Scale(Currency.Parse(currency).Decimals);
        var floors = CodeLists.GiftBandFloors;
        return
        [
            .. CodeLists.GiftBand.Codes.Select(
                (code, place) =>
                    (
                        code.Value,
                        checked(floors[place] * scale),
                        place + 1 < floors.Count ? checked(floors[place + 1] * scale) : long.MaxValue
                    )
            ),
        ];
    }

    private static long Scale(int decimals)
    {
        const int ten = 10;
        return Enumerable.Range(0, decimals).Aggregate(1L, (scale, _) => checked(scale * ten));
    }
}
