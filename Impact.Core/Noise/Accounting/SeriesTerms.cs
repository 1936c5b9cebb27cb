using System.Collections.Concurrent;

namespace Impact.Core.Noise.Accounting;

/// <summary>How noise is added to a series.</summary>
public static class BudgetMechanisms
{
    /// <summary>Each cell gets its own draw of the discrete Gaussian.</summary>
    public const string DiscreteGaussian = "discrete-gaussian";

    /// <summary>The exact square-root mechanism for cumulative figures.</summary>
    public const string SquareRoot = "square-root";
}

/// <summary>What a series of noisy tables is, said once, before its first draw. It never changes.</summary>
/// <param name="Series">The table's identifier.</param>
/// <param name="Unit">Whose budget pays: a code of <see cref="BudgetUnits"/> that the ledger was opened for.</param>
/// <param name="Mechanism">A code of <see cref="BudgetMechanisms"/>.</param>
/// <param name="SensitivitySquared">Δ²: the most one unit can move the table, squared; of the whole series under the square-root mechanism.</param>
/// <param name="Variance">σ² of the noise in a cell.</param>
/// <param name="Periods">How many periods the series may have; a reserve that was burnt counts.</param>
/// <param name="OnePeriodPerUnit">
/// The declared rule that a unit is counted in one period, ever. With it the series pays once, with its first reserve; without it
/// each period pays. The square-root mechanism needs it.
/// </param>
/// <param name="QuerySha256">SHA-256 of the canonical description of the query, lower-case hexadecimal.</param>
public sealed record SeriesTerms(
    string Series,
    string Unit,
    string Mechanism,
    Fraction SensitivitySquared,
    Fraction Variance,
    int Periods,
    bool OnePeriodPerUnit,
    string QuerySha256
)
{
    /// <summary>Ninety-five of a hundred intervals hold the true count.</summary>
    private static readonly Fraction Level = Fraction.Of(95, 100);

    /// <summary>How many standard deviations that is where a figure is a sum of draws.</summary>
    private static readonly Lazy<Enclosure> Reach = new(() => SquareRootMechanism.QuantileOf(Level));

    /// <summary>Summing a law up takes some milliseconds, and every period asks: by σ² and the place that matters (0: none), which are public.</summary>
    private static readonly ConcurrentDictionary<(Fraction Variance, int Place), long> Widths = new();

    /// <summary>ρ = Δ²/(2σ²): what a reserve that pays costs.</summary>
    public Fraction Cost => ZeroConcentrated.Cost(SensitivitySquared, Variance);

    /// <summary>Half the width of the 95 % interval of a figure: of a series to date that of its own place, else the same in every period.</summary>
    /// <param name="place">The period's place in the series, from 1.</param>
    internal long HalfWidth(int place)
    {
        var isToDate = Mechanism == BudgetMechanisms.SquareRoot;
        return Widths.GetOrAdd(
            (Variance, isToDate ? place : 0),
            asked =>
                asked.Place > 0
                    ? (long)SquareRootMechanism.HalfWidth(asked.Variance, asked.Place, Reach.Value)
                    : new DiscreteGaussianLaw(asked.Variance).HalfWidth(Level)
        );
    }

    /// <summary>Whether the series is well formed: a mechanism that exists, and under the square-root mechanism Δ² = Σ f_k² of its periods.</summary>
    internal bool IsFit()
    {
        var zero = Fraction.Of(0, 1);
        return BudgetNames.IsSeries(Series)
            && BudgetNames.IsDigest(QuerySha256)
            && SensitivitySquared > zero
            && Variance > zero
            && Periods >= 1
            && Mechanism switch
            {
                BudgetMechanisms.DiscreteGaussian => true,
                BudgetMechanisms.SquareRoot => OnePeriodPerUnit
                    && Periods <= SquareRootMechanism.MostPeriods
                    && SensitivitySquared == SquareRootMechanism.SensitivitySquared(Periods),
                _ => false,
            };
    }
}
