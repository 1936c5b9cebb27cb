using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>The published intervals hold the true count as often as the exact law says, and the figure to date errs as little as planned.</summary>
[TestFixture]
internal sealed class CoverageTests
{
    private const int Periods = 800;

    private static readonly int Parts = AttackSize.Of(250);

    /// <summary>Three tenths of a point: more than six standard deviations of the share over two hundred thousand cells.</summary>
    private const double Tolerance = 0.003;

    [Test]
    public void Two_hundred_thousand_intervals_hold_the_true_count_as_often_as_the_law_says()
    {
        using var desk = Desk();
        var series = desk.Series(PublishedTables.EnrolmentsByOrganisation, Periods);
        var noise = Drawn(desk, series).ToList();
        var half = series.Terms.HalfWidth(1);
        var law = new DiscreteGaussianLaw(series.Terms.Variance);
        var stated = law.Cumulative(half) - law.Cumulative(-half - 1);
        TestContext.Out.WriteLine($"± {half}: {Held(noise, half):0.0000} of {noise.Count}, by the law {stated:0.0000}");
        AttackResults.Note(
            "coverage",
            $"share_of_intervals_that_hold, by the law {stated:0.0000}",
            Held(noise, half),
            noise.Count
        );
        NightRecord.Note(
            new(
                "coverage",
                FormattableString.Invariant($"{Held(noise, half):0.0000}"),
                FormattableString.Invariant($"{stated:0.0000}"),
                noise.Count
            )
        );
        Assert.That(stated, Is.AtLeast(0.95));
        Assert.That(Held(noise, half), Is.EqualTo(stated).Within(Tolerance));
        Assert.That(Held(noise, half - 1), Is.Not.EqualTo(stated).Within(Tolerance), "an interval one too narrow");
    }

    /// <summary>Exactly, in fractions: the error grows month by month, so that the last is the largest.</summary>
    [Test]
    public void The_law_of_the_last_month_is_within_2_1_deviations()
    {
        using var desk = Desk();
        var terms = desk.Plan.Find(PublishedTables.EnrolmentsToDate)!.Terms;
        var unit = ZeroConcentrated.Variance(Fraction.One, terms.Cost);
        var most = Fraction.Of(21, 10) * Fraction.Of(21, 10) * unit;
        var months = Enumerable
            .Range(1, WatchedFund.Months)
            .Select(month => SquareRootMechanism.PublishedVariance(terms.Variance, month))
            .ToList();
        Assert.That(terms.Periods, Is.EqualTo(WatchedFund.Months));
        Assert.That(months, Is.Ordered);
        Assert.That(months[^1], Is.LessThanOrEqualTo(most));

        // 2.0746²; and the planted plan, 24 draws added up, does not keep to it.
        var ratio = months[^1] / unit;
        Assert.That(Math.Sqrt((double)ratio.Numerator / (double)ratio.Denominator), Is.EqualTo(2.0746).Within(5e-5));
        Assert.That(Fraction.Of(WatchedFund.Months) * unit, Is.GreaterThan(most));
    }

    [Test]
    public void The_figure_to_date_errs_by_no_more_than_2_1_deviations_in_any_month()
    {
        var worst = Worst(Measured);
        TestContext.Out.WriteLine($"largest root mean square error {worst:0.000} deviations, tolerated {Most:0.000}");
        AttackResults.Note("coverage", "largest_error_to_date_in_deviations", worst, Runs);
        Assert.That(worst, Is.LessThanOrEqualTo(Most));
    }

    [Test]
    public void A_plain_sum_of_months_errs_too_much() => Assert.That(Worst(Summed), Is.GreaterThan(Most));

    private static int Runs => AttackSize.Of(2_000);

    /// <summary>A root mean square of so many runs is off by one part in √(2·runs); six of them.</summary>
    private static double Most => 2.1 * (1 + (6 / Math.Sqrt(2.0 * Runs)));

    private static CountDesk Desk() => new(CountDesk.Named("IDLE-", Parts));

    private static double Held(List<long> noise, long half) =>
        noise.Count(value => Math.Abs(value) <= half) / (double)noise.Count;

    private static IEnumerable<long> Drawn(CountDesk desk, CountSeries series)
    {
        var draws = desk.Drawing(series, CountDesk.Counts(series.Schema));
        return CountDesk
            .Quarters(Periods)
            .SelectMany(quarter => draws.Draw(quarter, [])!.Values.Select(cell => (long)cell));
    }

    /// <summary>The largest over the months of the root mean square error, in deviations of one release with the whole share.</summary>
    private static double Worst(Func<CountSeries, IEnumerable<double>> errors)
    {
        using var desk = Desk();
        var series = desk.Plan.Find(PublishedTables.EnrolmentsToDate)!;
        var unit = ZeroConcentrated.Variance(Fraction.One, series.Terms.Cost);
        var squares = new double[WatchedFund.Months];
        for (var run = 0; run < Runs; run++)
        {
            var month = 0;
            foreach (var error in errors(series))
            {
                squares[month++] += error * error;
            }
        }

        return Math.Sqrt(squares.Max() / Runs * (double)unit.Denominator / (double)unit.Numerator);
    }

    private static IEnumerable<double> Measured(CountSeries series)
    {
        List<long> counts = [];
        List<BigInteger> measured = [];
        for (var month = 0; month < WatchedFund.Months; month++)
        {
            counts.Add(25);
            measured.Add(SquareRootMechanism.Measure(counts, series.Terms.Variance));
            yield return (double)(SquareRootMechanism.Publish(measured) - counts.Sum());
        }
    }

    /// <summary>The planted plan: each month a draw of its own at the same cost, added up.</summary>
    private static IEnumerable<double> Summed(CountSeries series)
    {
        var noise = new DiscreteGaussian(ZeroConcentrated.Variance(Fraction.One, series.Terms.Cost));
        var error = 0.0;
        for (var month = 0; month < WatchedFund.Months; month++)
        {
            error += noise.SampleInt64();
            yield return error;
        }
    }
}
