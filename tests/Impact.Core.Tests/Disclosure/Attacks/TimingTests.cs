using System.Diagnostics;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack I, time: how long a release step takes must not tell the size of its noise. No duration is asserted, only a correlation.</summary>
/// <remarks>
/// The step is the draw and the store of a period. The draw alone is not even: see the table in <c>docs/noise.md</c>. It runs in a batch
/// that nobody outside can watch, and the work around it drowns it.
/// </remarks>
[TestFixture]
internal sealed class TimingTests
{
    /// <summary>A budget grows, and its steps take longer: a short one keeps the work around a draw small.</summary>
    private const int StepsOfADesk = 200;

    private const int DesksInCi = 10;

    /// <summary>Two thousand steps; at night two hundred thousand.</summary>
    private static readonly int Desks = AttackSize.IsNightly ? 100 * DesksInCi : DesksInCi;

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
