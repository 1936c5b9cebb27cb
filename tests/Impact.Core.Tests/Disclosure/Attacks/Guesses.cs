using Impact.Core.Noise;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>How well a score tells fund histories with one household from histories without it.</summary>
/// <param name="Area">P[score with &gt; score without], ties half: the area under the curve.</param>
/// <param name="TruePositives">The share found at one false alarm in a hundred, ties broken by a coin.</param>
/// <param name="Runs">Histories on each side.</param>
internal sealed record Guesses(double Area, double TruePositives, int Runs)
{
    /// <summary>One false alarm in a hundred.</summary>
    private const double FalseAlarms = 0.01;

    /// <summary>Four standard errors, as the specification asks of this attack.</summary>
    private const double Errors = 4;

    /// <summary>Ranks the scores of both sides.</summary>
    public static Guesses Of(IReadOnlyCollection<double> without, IReadOnlyCollection<double> with)
    {
        var levels = without
            .Select(score => (Score: score, Without: 1, With: 0))
            .Concat(with.Select(score => (Score: score, Without: 0, With: 1)))
            .GroupBy(one => one.Score)
            .OrderByDescending(level => level.Key)
            .Select(level =>
                (
                    Without: level.Sum(one => one.Without) / (double)without.Count,
                    With: level.Sum(one => one.With) / (double)with.Count
                )
            );
        var (alarms, found, area, positives) = (0.0, 0.0, 0.0, 0.0);
        foreach (var level in levels)
        {
            area += level.Without * (found + (level.With / 2));
            if (alarms < FalseAlarms)
            {
                var share = level.Without == 0 ? 1 : Math.Min(1, (FalseAlarms - alarms) / level.Without);
                positives = found + (share * level.With);
            }

            (alarms, found) = (alarms + level.Without, found + level.With);
        }

        return new(area, positives, Math.Min(without.Count, with.Count));
    }

    /// <summary>What is better than a budget allows; nothing when it holds.</summary>
    public IEnumerable<string> Excesses(Fraction rho)
    {
        var distance = Math.Sqrt(2 * Number(rho));
        var areaError = Math.Sqrt(1.0 / (6 * Runs));
        var allowed = Number(GuessingPower.BestGuess(rho + rho)) + (Errors * areaError);
        if (Area > allowed)
        {
            yield return $"area {Area:0.000} above {allowed:0.000}";
        }

        // The threshold is estimated too: its error counts with the slope of the curve, exp(μ·z − μ²/2).
        const double quantile = 2.3263;
        var rate = Number(GuessingPower.TruePositiveRate(rho, Fraction.Of(1, 100)));
        var slope = Math.Exp((distance * quantile) - (distance * distance / 2));
        var error = Math.Sqrt(((rate * (1 - rate)) + (slope * slope * FalseAlarms * (1 - FalseAlarms))) / Runs);
        if (TruePositives > rate + (Errors * error))
        {
            yield return $"true positives {TruePositives:0.000} above {rate + (Errors * error):0.000}";
        }
    }

    private static double Number(Fraction value) => (double)value.Numerator / (double)value.Denominator;
}
