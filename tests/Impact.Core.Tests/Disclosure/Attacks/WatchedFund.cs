using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Noise;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>What 24 monthly releases showed of one household, everything else subtracted: the attacker knows all others.</summary>
/// <param name="ToDate">The fund's figure to date at the end of each month.</param>
/// <param name="Quarter">The household's organisation in the quarter in which it may have come.</param>
internal sealed record Watched(IReadOnlyList<long> ToDate, long Quarter);

/// <summary>Publishes the two tables about families over and over, with the plan's noise, and attacks them.</summary>
internal sealed class WatchedFund
{
    /// <summary>Months of the series.</summary>
    public const int Months = 24;

    /// <summary>The month in which the household may come, from 0.</summary>
    public const int Arrival = 9;

    private static readonly double[] Shown =
    [
        .. Enumerable.Range(0, Months).Select(lag => Number(SquareRootMechanism.Factor(lag))),
    ];

    private readonly Fraction _toDate;
    private readonly DiscreteGaussian _quarter;

    public WatchedFund()
    {
        var plan = CountDesk.PlanOf([TestFunds.Partner]);
        Rho = plan.Budget.Units[0].Lifetime;
        _toDate = plan.Find(PublishedTables.EnrolmentsToDate)!.Terms.Variance;
        _quarter = new(plan.Find(PublishedTables.EnrolmentsByOrganisation)!.Terms.Variance);
    }

    /// <summary>What the policy says all tables together may tell of a family.</summary>
    public Fraction Rho { get; }

    /// <summary>The noise of one cell by organisation.</summary>
    public DiscreteGaussian QuarterNoise => _quarter;

    /// <summary>Scores of an attack over so many histories with or without the household.</summary>
    public static List<double> Scores(int runs, Func<double> score) =>
        [.. Enumerable.Range(0, runs).Select(_ => score())];

    /// <summary>One history.</summary>
    public Watched Publish(bool joined)
    {
        List<long> counts = [];
        List<BigInteger> measured = [];
        List<long> shown = [];
        for (var month = 0; month < Months; month++)
        {
            counts.Add(joined && month == Arrival ? 1 : 0);
            measured.Add(SquareRootMechanism.Measure(counts, _toDate));
            shown.Add((long)SquareRootMechanism.Publish(measured));
        }

        return new(shown, (joined ? 1 : 0) + _quarter.SampleInt64());
    }

    /// <summary>How much the figure to date rose in the month.</summary>
    public static double Rise(Watched seen) => seen.ToDate[Arrival] - seen.ToDate[Arrival - 1];

    /// <summary>The best that can be made of both tables: the likelihood ratio.</summary>
    public double Best(Watched seen) =>
        (Score(seen.ToDate, Arrival) / Number(_toDate)) + (seen.Quarter / Number(_quarter.Variance));

    /// <summary>The best that can be made of figures to date of a household that may have come in a month: what was measured, after the published sums are taken apart again.</summary>
    /// <remarks>B⁻¹ has first column 1, −f_k/(2k − 1); of B a household shows f_0, f_1, … from its month on.</remarks>
    public static double Score(IReadOnlyList<long> toDate, int arrival)
    {
        var score = 0.0;
        for (var month = arrival; month < toDate.Count; month++)
        {
            double measured = toDate[month];
            for (var lag = 1; lag <= month; lag++)
            {
                measured -= Shown[lag] / ((2 * lag) - 1) * toDate[month - lag];
            }

            score += Shown[month - arrival] * measured;
        }

        return score;
    }

    /// <summary>By how much a household that comes in the first of so many months raises the score.</summary>
    public static double Seen(int months) => Shown.Take(months).Sum(factor => factor * factor);

    private static double Number(Fraction value) => (double)value.Numerator / (double)value.Denominator;
}
