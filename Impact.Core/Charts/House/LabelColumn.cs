namespace Impact.Core.Charts.House;

/// <summary>Puts labels beside their marks without one touching another.</summary>
internal static class LabelColumn
{
    /// <summary>Moves label middles as little as needed.</summary>
    /// <param name="wanted">Where each middle should be.</param>
    /// <param name="heights">How high each label is, blank included.</param>
    /// <param name="room">No label begins above or ends below; the labels together are no higher.</param>
    /// <returns>The middles, in the order given; labels keep the order of what they want.</returns>
    public static IReadOnlyList<float> Spread(
        IReadOnlyList<float> wanted,
        IReadOnlyList<float> heights,
        (float Top, float Bottom) room
    )
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(index => wanted[index]).ToList();
        var middles = wanted.ToArray();
        // A label pushed down pushes its group up by half the overlap, until nothing touches.
        const int rounds = 60;
        for (var round = 0; round < rounds; round++)
        {
            for (var place = 1; place < order.Count; place++)
            {
                var (above, below) = (order[place - 1], order[place]);
                var overlap = middles[above] + ((heights[above] + heights[below]) / 2) - middles[below];
                if (overlap > 0)
                {
                    middles[above] -= overlap / 2;
                    middles[below] += overlap / 2;
                }
            }
        }

        Keep(order, middles, heights, room);
        return middles;
    }

    /// <summary>Moves labels back between the two edges, first down, then up.</summary>
    private static void Keep(
        List<int> order,
        float[] middles,
        IReadOnlyList<float> heights,
        (float Top, float Bottom) room
    )
    {
        var edge = room.Top;
        foreach (var index in order)
        {
            middles[index] = MathF.Max(middles[index], edge + (heights[index] / 2));
            edge = middles[index] + (heights[index] / 2);
        }

        edge = room.Bottom;
        foreach (var index in order.AsEnumerable().Reverse())
        {
            middles[index] = MathF.Min(middles[index], edge - (heights[index] / 2));
            edge = middles[index] - (heights[index] / 2);
        }
    }
}
