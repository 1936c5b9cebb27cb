namespace Impact.Core.Metrics.People;

/// <summary>A count before noise, as a row of the table that will show it.</summary>
internal static class RawCount
{
    /// <summary>What only noise brings stays empty: both ends of the interval, and its precision.</summary>
    public static IReadOnlyList<object?> NoNoise { get; } = [null, null, null];
}
