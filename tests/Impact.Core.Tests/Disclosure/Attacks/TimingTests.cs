using System.Diagnostics;
using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack I, time: how long a draw or a release step takes must not tell the size of its noise. No duration is asserted, only a correlation.</summary>
/// <remarks>
/// The draw is that of the plan's plain counts; the step is the draw and the store of a period. The square-root mechanism's draw is not
/// even (see the table in <c>docs/noise.md</c>): it runs in a batch that nobody outside can watch.
/// </remarks>
[TestFixture]
internal sealed class TimingTests
{
    /// <summary>So many draws take a fraction of a second: the same in the suite and at night.</summary>
    private const int Draws = 200_000;

    /// <summary>What is asked of a sampler; at this number chance alone stays below 6/√N = 0.0134, and that is what is held.</summary>
    private const double MostOfADraw = 0.02;

    /// <summary>A budget grows, and its steps take longer: a short one keeps the work around a draw small.</summary>
    private const int StepsOfADesk = 200;

    private const int DesksInCi = 10;

    /// <summary>Two thousand steps; at night two hundred thousand.</summary>
    private static readonly int Desks = AttackSize.IsNightly ? 100 * DesksInCi : DesksInCi;

    [Test]
    public void The_time_of_a_draw_of_a_plain_count_does_not_tell_its_size()
    {
        var plain = CountDesk.PlanOf([TestFunds.Partner]).Series.Where(series => !series.IsToDate).ToList();
        Assert.That(plain, Has.Count.EqualTo(3));
        foreach (var variance in plain.Select(series => series.Terms.Variance).Distinct())
        {
            var seen = OfADraw(CountNoise.Of(variance));
            TestContext.Out.WriteLine($"σ² = {variance}: |r| = {seen:0.0000} over {Draws} draws");
            Assert.That(seen, Is.LessThanOrEqualTo(Math.Min(MostOfADraw, Correlation.Most(Draws))), $"σ² = {variance}");
        }
    }

    [Test]
    public void A_discrete_Laplace_of_scale_ten_in_its_place_is_found()
    {
        var seen = OfADraw(new DiscreteLaplace(Fraction.Of(10)).Sample);
        TestContext.Out.WriteLine($"planted: |r| = {seen:0.0000} over {Draws} draws");
        Assert.That(seen, Is.GreaterThan(5 * MostOfADraw));
    }

    [Test]
    public void The_time_of_a_step_does_not_tell_the_noise()
    {
        var (noise, time) = Steps(Desks, _ => { });
        var seen = Math.Abs(Correlation.Of(noise, time));
        TestContext.Out.WriteLine($"|r| = {seen:0.0000} over {noise.Count} steps");
        Assert.That(seen, Is.LessThanOrEqualTo(Correlation.Most(noise.Count)));
    }

    [Test]
    public void A_sampler_that_works_longer_for_larger_noise_is_found()
    {
        const int turns = 2_000;
        var (noise, time) = Steps(DesksInCi, size => Thread.SpinWait((int)size * turns));
        Assert.That(Math.Abs(Correlation.Of(noise, time)), Is.GreaterThan(Correlation.Most(noise.Count)));
    }

    private static double OfADraw(Func<BigInteger> draw)
    {
        var (noise, time) = (new List<double>(Draws), new List<double>(Draws));
        for (var one = -Draws / 10; one < Draws; one++)
        {
            var began = Stopwatch.GetTimestamp();
            var drawn = draw();
            var took = Stopwatch.GetTimestamp() - began;

            // The first tenth warms up.
            if (one >= 0)
            {
                time.Add(took);
                noise.Add(Math.Abs((double)drawn));
            }
        }

        return Math.Abs(Correlation.Of(noise, Ranks(time)));
    }

    /// <summary>Size of the noise and the rank of the step's time: whatever else the machine does must not hide what is looked for.</summary>
    private static (List<double> Noise, List<double> Time) Steps(int desks, Action<double> slower)
    {
        var (noise, time) = (new List<double>(), new List<double>());
        for (var one = 0; one < desks; one++)
        {
            using var desk = new CountDesk(["ONE"]);
            var series = desk.Series(PublishedTables.EnrolmentsByOrganisation, StepsOfADesk);
            var draws = desk.Drawing(series, CountDesk.Counts(series.Schema));
            foreach (var quarter in CountDesk.Quarters(StepsOfADesk))
            {
                var began = Stopwatch.GetTimestamp();
                var size = Math.Abs((double)draws.Draw(quarter, [])!["ONE"]);
                slower(size);
                time.Add(Stopwatch.GetTimestamp() - began);
                noise.Add(size);
            }
        }

        return (noise, Ranks(time));
    }

    private static List<double> Ranks(List<double> values)
    {
        var ranks = new double[values.Count];
        foreach (var (rank, place) in Enumerable.Range(0, values.Count).OrderBy(place => values[place]).Index())
        {
            ranks[place] = rank;
        }

        return [.. ranks];
    }
}
