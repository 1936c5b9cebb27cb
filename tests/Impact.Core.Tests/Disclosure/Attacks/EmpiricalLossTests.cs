using Impact.Core.Disclosure;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack B: how much a cell of one household truly tells, counted from the list and drawn by the program, against what is claimed.</summary>
[TestFixture]
internal sealed class EmpiricalLossTests
{
    private const int Organisations = 1_000;
    private const int Quarters = 250;

    /// <summary>One quarter, the most that a policy may claim.</summary>
    private const double Claimed = 0.25;

    private static readonly DisclosurePolicy Policy = CountDesk.AllInOneTable("1/4");

    [Test]
    public void A_million_households_tell_what_is_claimed_and_no_more()
    {
        // A million households, and as many cells without anybody, in passes of a quarter of a million.
        var seen = new EmpiricalLoss(0, 0, 0, 0);
        using (var listed = new ListedHouseholds(Organisations, Quarters))
        {
            for (var pass = 0; pass < AttackSize.Of(4); pass++)
            {
                seen = seen.Plus(listed.Attack(Policy));
            }
        }

        TestContext.Out.WriteLine($"claimed {Claimed}, proven {seen.Bound:0.0000} with {seen.With} households");
        NightRecord.Note(new("empirical-loss", FormattableString.Invariant($"{seen.Bound:0.0000}"), "0.25", seen.With));
        Assert.That(seen.Exceeds(Claimed), Is.False);
        Assert.That(seen.IsBlind(Claimed), Is.False);
    }

    [Test]
    public void A_household_that_is_counted_once_for_each_of_two_events_tells_more_than_is_claimed()
    {
        using var listed = new ListedHouseholds(Organisations, Quarters / 2, timesListed: 2);
        Assert.That(listed.Attack(Policy).Exceeds(Claimed), Is.True);
    }

    [TestCase("1/4", 0.20, true, false, TestName = "A_variance_a_fifth_too_small_is_found")]
    [TestCase("1/5", 0.25, false, true, TestName = "A_tester_that_sees_too_little_is_called_blind")]
    public void What_is_drawn_and_what_is_claimed_must_be_the_same(
        string drawn,
        double claimed,
        bool exceeds,
        bool blind
    )
    {
        using var listed = new ListedHouseholds(Organisations, Quarters);
        var seen = listed.Attack(CountDesk.AllInOneTable(drawn));
        Assert.That((seen.Exceeds(claimed), seen.IsBlind(claimed)), Is.EqualTo((exceeds, blind)));
    }

    [Test]
    public void Without_noise_a_hundred_identical_tables_are_enough()
    {
        var seen = EmpiricalLoss.Of(Enumerable.Repeat(0L, 100), Enumerable.Repeat(1L, 100), figure => figure >= 1);
        Assert.That(seen.Exceeds(1), Is.True);
    }

    // P[Bin(n, p) ≥ k] = α by hand: k = n gives pⁿ = α; k = 1 gives 1 − (1 − p)ⁿ = α.
    [TestCase(100, 100, 0.93325, 1)]
    [TestCase(1, 100, 0.00001, 0.08863)]
    [TestCase(0, 100, 0, 0.06675)]
    public void Bounds_of_a_share_are_exact(long successes, long trials, double lower, double upper)
    {
        Assert.That(ClopperPearson.Lower(successes, trials, 1e-3), Is.EqualTo(lower).Within(5e-5));
        Assert.That(ClopperPearson.Upper(successes, trials, 1e-3), Is.EqualTo(upper).Within(5e-5));
    }

    [TestCase(0.02)]
    [TestCase(0.1)]
    [TestCase(0.25)]
    public void What_the_best_test_finds_gives_the_budget_back(double rho) =>
        Assert.That(CellTradeOff.LeastRho(0.3, CellTradeOff.Power(rho, 0.3)), Is.EqualTo(rho).Within(1e-6));
}
