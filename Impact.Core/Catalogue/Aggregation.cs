namespace Impact.Core.Catalogue;

/// <summary>How values add up along one axis.</summary>
public enum AxisRule
{
    /// <summary>Values add.</summary>
    Sum,

    /// <summary>The last value stands for all: a stock or a to-date figure.</summary>
    Last,

    /// <summary>The largest value stands for all.</summary>
    Max,

    /// <summary>Only an interval from the largest to the sum is known.</summary>
    Bounds,

    /// <summary>Values along this axis are never combined.</summary>
    None,
}

/// <summary>How a metric may be combined along its four axes, so that nobody adds what must not be added.</summary>
/// <param name="Time">Over periods.</param>
/// <param name="Organisation">Over organisations.</param>
/// <param name="Place">Over places.</param>
/// <param name="Service">Over kinds of service.</param>
public sealed record Aggregation(AxisRule Time, AxisRule Organisation, AxisRule Place, AxisRule Service)
{
    /// <summary>A flow of money: it adds along every axis.</summary>
    public static Aggregation Flow { get; } = new(AxisRule.Sum, AxisRule.Sum, AxisRule.Sum, AxisRule.Sum);

    /// <summary>A balance: the last one over time, the sum over organisations.</summary>
    public static Aggregation Stock { get; } = new(AxisRule.Last, AxisRule.Sum, AxisRule.Sum, AxisRule.Sum);

    /// <summary>A ratio: never combined; its numerators and denominators are.</summary>
    public static Aggregation Ratio { get; } = new(AxisRule.None, AxisRule.None, AxisRule.None, AxisRule.None);

    /// <summary>Unique people: periods, organisations and services overlap, so only an interval is known.</summary>
    public static Aggregation People { get; } = new(AxisRule.Bounds, AxisRule.Bounds, AxisRule.Sum, AxisRule.Max);
}
