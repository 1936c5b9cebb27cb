using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack C: whoever keeps all 24 releases and knows all other households guesses no better than the budget says.</summary>
[TestFixture]
internal sealed class DifferencingTests
{
    private static readonly int Runs = AttackSize.Of(10_000);

    private readonly WatchedFund _fund = new();
    private List<Watched> _without = null!;
    private List<Watched> _with = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _without = [.. Enumerable.Range(0, Runs).Select(_ => _fund.Publish(joined: false))];
        _with = [.. Enumerable.Range(0, Runs).Select(_ => _fund.Publish(joined: true))];
    }

    [Test]
    public void The_rise_of_the_figure_to_date_tells_no_more_than_is_claimed() =>
        Assert.That(Of(WatchedFund.Rise).Excesses(_fund.Rho), Is.Empty);

    [Test]
    public void The_quarter_of_the_organisation_tells_no_more_than_is_claimed() =>
        Assert.That(Of(seen => seen.Quarter).Excesses(_fund.Rho), Is.Empty);

    [Test]
    public void All_tables_and_months_together_tell_what_is_claimed_and_no_more()
    {
        var best = Of(_fund.Best);
        TestContext.Out.WriteLine($"area {best.Area:0.0000}, true positives at 1 % {best.TruePositives:0.0000}");
        AttackResults.Note("C", "area_under_curve", best.Area, Runs);
        AttackResults.Note("C", "true_positives_at_one_percent", best.TruePositives, Runs);
        Assert.That(best.Excesses(_fund.Rho), Is.Empty);

        // The attack sees: half a percent below Φ(√ρ) = 0.624 for what rounding hides, and six standard errors.
        Assert.That(best.Area, Is.GreaterThan(0.619 - (6 * Math.Sqrt(1.0 / (6 * Runs)))));
    }

    [Test]
    public void A_figure_that_is_drawn_anew_for_each_release_averages_out()
    {
        Assert.That(Guesses.Of(Averages(0), Averages(1)).Excesses(_fund.Rho), Is.Not.Empty);

        List<double> Averages(int count) =>
            WatchedFund.Scores(
                Runs,
                () => Enumerable.Range(0, WatchedFund.Months).Average(_ => count + _fund.QuarterNoise.SampleInt64())
            );
    }

    [TestCase(1, TestName = "A_closed_month_that_is_filled_in_later_under_the_same_noise_shows_who_came")]
    [TestCase(-1, TestName = "A_revision_that_takes_one_record_out_under_the_same_noise_shows_who_went")]
    public void The_same_noise_over_other_data_is_a_difference(int change)
    {
        Assert.That(Guesses.Of(Differences(0), Differences(change)).Excesses(_fund.Rho), Is.Not.Empty);

        List<double> Differences(int moved) =>
            WatchedFund.Scores(
                1_000,
                () =>
                {
                    var noise = _fund.QuarterNoise.SampleInt64();
                    return Math.Abs((7 + moved + noise) - (7 + noise));
                }
            );
    }

    /// <summary>The same two planted bugs against the program: it shows the first draw again, whatever the list says now.</summary>
    [TestCase(1)]
    [TestCase(-1)]
    public void The_program_shows_a_closed_quarter_as_it_was_drawn(int change)
    {
        const int runs = 100;
        Assert.That(Guesses.Of(Differences(0), Differences(change)).Excesses(_fund.Rho), Is.Empty);

        List<double> Differences(int moved) =>
            WatchedFund.Scores(
                runs,
                () =>
                {
                    using var desk = new CountDesk([TestFunds.Partner]);
                    var quarter = CountDesk.Quarters(1)[0];
                    return Math.Abs(Shown(desk, quarter, 7 + moved) - Shown(desk, quarter, 7));
                }
            );
    }

    private static double Shown(CountDesk desk, Period quarter, long count)
    {
        var counts = CountDesk.Counts(
            PublishedTables.EnrolmentsByOrganisation,
            (quarter.Code, TestFunds.Partner, count)
        );
        return desk.Publish(counts, quarter.End).Table.Rows.Single().Integer("value")!.Value;
    }

    private Guesses Of(Func<Watched, double> attack) =>
        Guesses.Of([.. _without.Select(attack)], [.. _with.Select(attack)]);
}
