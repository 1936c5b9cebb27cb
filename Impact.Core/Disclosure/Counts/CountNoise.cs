using System.Collections.Concurrent;
using System.Numerics;
using Impact.Core.Noise;

namespace Impact.Core.Disclosure.Counts;

/// <summary>The noise of a plain count: from the table whose draws all take the same work, up to σ = 10; beyond it from the exact sampler.</summary>
internal static class CountNoise
{
    private static readonly Fraction MostOfATable = Fraction.Of(DiscreteGaussianTable.MostVariance);

    /// <summary>A table takes some milliseconds to compute and is the same for everybody: by σ², which is public.</summary>
    private static readonly ConcurrentDictionary<Fraction, DiscreteGaussianTable> Tables = new();

    /// <summary>What every stated δ leaves for the tables' distance to the exact law: far below its digits, far above what a plan needs.</summary>
    public static Fraction SparedDelta { get; } = Fraction.Of(1, BigInteger.One << 64);

    /// <summary>A sampler; each call draws once.</summary>
    /// <param name="variance">σ², larger than 0.</param>
    public static Func<BigInteger> Of(Fraction variance) =>
        TableOf(variance) is { } table ? () => table.SampleInt64() : new DiscreteGaussian(variance).Sample;

    /// <summary>What the draws of a plan's whole life add to the δ of a statement: every cell of every period of each series that is drawn from a table.</summary>
    /// <param name="plan">The plan, with the list of cells as it is; a list only grows.</param>
    /// <param name="epsilon">The ε of the statement.</param>
    public static Fraction DeltaIncrease(CountPlan plan, Fraction epsilon) =>
        plan
            .Series.Where(series => !series.IsToDate)
            .Aggregate(
                Fraction.Zero,
                (sum, series) =>
                    TableOf(series.Terms.Variance) is { } table
                        ? sum + table.DeltaIncrease(epsilon, (long)series.Terms.Periods * series.Parts.Count)
                        : sum
            );

    private static DiscreteGaussianTable? TableOf(Fraction variance) =>
        variance <= MostOfATable ? Tables.GetOrAdd(variance, asked => new(asked)) : null;
}
