namespace Impact.Core.Charts.House;

/// <summary>The stretch of one axis that is drawn.</summary>
/// <param name="From">Value at the left or the bottom.</param>
/// <param name="To">Value at the right or the top.</param>
internal readonly record struct AxisRange(double From, double To)
{
    /// <summary>How long the stretch is, in values.</summary>
    public double Size => To - From;

    /// <summary>Where a value lies, 0 at <see cref="From"/> and 1 at <see cref="To"/>.</summary>
    public double Share(double value) => (value - From) / Size;
}
