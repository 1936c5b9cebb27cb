using System.Numerics;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Durations;

/// <summary>One step of a waiting curve.</summary>
/// <param name="Sum">What happened at the step.</param>
/// <param name="Share">The share that waits longer than these days, 0 to 1, rounded half to even to six places.</param>
internal sealed record WaitingStep(DelaySum Sum, decimal Share);

/// <summary>
/// The Kaplan-Meier estimate of the share of money that waits longer than so many days. What is not sent yet counts as waiting up to
/// its age and is not looked at after it; it neither counts as sent nor is it left out.
/// </summary>
/// <remarks>
/// Share after a step = share before × (at risk − sent) ÷ at risk, as an exact fraction; only what is shown is rounded. Money sent
/// and money of the same age unsent at one step: the unsent is still at risk there. Source: Kaplan and Meier (1958), product limit.
/// </remarks>
internal sealed class WaitingCurve
{
    private const int Hundred = 100;

    private readonly List<(DelaySum Sum, BigInteger Above, BigInteger Below)> _steps;

    private WaitingCurve(List<(DelaySum Sum, BigInteger Above, BigInteger Below)> steps) => _steps = steps;

    /// <summary>The steps, in the order of days; none without money.</summary>
    public IEnumerable<WaitingStep> Steps =>
        _steps.Select(step => new WaitingStep(step.Sum, Rounded(step.Above, step.Below)));

    /// <summary>Computes the curve.</summary>
    public static WaitingCurve Of(IReadOnlyList<DelaySum> sums)
    {
        var steps = new List<(DelaySum, BigInteger, BigInteger)>();
        var (above, below) = (BigInteger.One, BigInteger.One);
        foreach (var sum in sums.OrderBy(sum => sum.Days))
        {
            above *= sum.AtRiskMinor - sum.DisbursedMinor;
            below *= sum.AtRiskMinor;
            var common = BigInteger.GreatestCommonDivisor(above, below);
            (above, below) = (above / common, below / common);
            steps.Add((sum, above, below));
        }

        return new(steps);
    }

    /// <summary>The first number of days after which at least this share of the money was sent; null while less was.</summary>
    /// <param name="percent">1 to 100.</param>
    public long? DaysOf(int percent)
    {
        foreach (var (sum, above, below) in _steps)
        {
            if (above * Hundred <= below * (Hundred - percent))
            {
                return sum.Days;
            }
        }

        return null;
    }

    private static decimal Rounded(BigInteger above, BigInteger below)
    {
        var scale = BigInteger.Pow(10, Ratio.PublishedDecimals);
        var whole = BigInteger.DivRem(above * scale, below, out var rest);
        var half = (rest * 2).CompareTo(below);
        if (half > 0 || (half == 0 && !whole.IsEven))
        {
            whole++;
        }

        return (decimal)whole / (decimal)scale;
    }
}
