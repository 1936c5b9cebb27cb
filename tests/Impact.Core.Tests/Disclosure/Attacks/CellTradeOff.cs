namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>What the best test can tell of one cell with discrete Gaussian noise: nobody in it, or one.</summary>
/// <remarks>
/// One cell is not √(2ρ)-Gaussian: a right sampler would look as if it told more than is claimed. The likelihood ratio rises with the
/// figure, so the best tests are thresholds, and between two of them a coin (Neyman and Pearson).
/// </remarks>
internal static class CellTradeOff
{
    private const int Halvings = 50;
    private const double MostRho = 64;

    /// <summary>The largest share of true positives at a share of false alarms, where σ² = 1/(2ρ).</summary>
    public static double Power(double rho, double falseAlarms)
    {
        // exp(−y²/(2σ²)) = exp(−ρ·y²); beyond, weights are below 10⁻³⁰.
        var reach = (int)Math.Ceiling(Math.Sqrt(70 / rho)) + 1;
        var total = Enumerable.Range(-reach, (2 * reach) + 1).Sum(Weight);
        var (alarms, found) = (0.0, 0.0);
        for (var value = reach; value >= -reach; value--)
        {
            var (without, with) = (Weight(value) / total, Weight(value - 1) / total);
            if (alarms + without >= falseAlarms)
            {
                return found + (with * (falseAlarms - alarms) / without);
            }

            (alarms, found) = (alarms + without, found + with);
        }

        return 1;

        double Weight(int value) => Math.Exp(-rho * value * value);
    }

    /// <summary>The smallest ρ of a cell in which a test can find so many at so few false alarms; 0 where a guess finds as many.</summary>
    public static double LeastRho(double falseAlarms, double truePositives)
    {
        if (truePositives <= falseAlarms)
        {
            return 0;
        }

        var (low, high) = (1e-6, MostRho);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Power(middle, falseAlarms) < truePositives ? (middle, high) : (low, middle);
        }

        return low;
    }
}
