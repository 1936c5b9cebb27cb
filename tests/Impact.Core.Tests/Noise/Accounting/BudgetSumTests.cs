using System.Numerics;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Rehearsal;
using Impact.Core.Tests.Disclosure.Budget;

namespace Impact.Core.Tests.Noise.Accounting;

/// <summary>Attack K: sums are exact in ℚ, and the boundary is where it is.</summary>
public sealed class BudgetSumTests
{
    private const int Million = 1_000_000;

    /// <summary>A prime with thirty-one digits, so that nothing cancels by chance.</summary>
    private static readonly BigInteger Denominator = BigInteger.Parse(
        "1000000000000000000000000000057",
        System.Globalization.CultureInfo.InvariantCulture
    );

    [Test]
    public void A_million_random_costs_add_up_exactly_and_the_next_one_is_refused_at_the_boundary()
    {
        var parts = Parts();
        var total = parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part);
        var exact = new BudgetMeter(Fraction.Of(total, Denominator));
        var short1 = new BudgetMeter(Fraction.Of(total - 1, Denominator));
        var refused = 0;
        var refusedEarly = 0;
        foreach (var part in parts)
        {
            var cost = Fraction.Of(part, Denominator);
            refused += exact.Charge(cost) ? 0 : 1;
            refusedEarly += short1.Charge(cost) ? 0 : 1;
        }

        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.Zero);
            Assert.That(exact.Spent, Is.EqualTo(exact.Lifetime));
            Assert.That(exact.Charge(Fraction.Of(1, BigInteger.Pow(10, 30))), Is.False);
            Assert.That(exact.Charge(Fraction.Of(-1, 2)), Is.False, "a refund");
            Assert.That(exact.Charge(Fraction.Zero), Is.True);
            Assert.That(refusedEarly, Is.EqualTo(1), "one part of the denominator short");
        });
    }

    [Test]
    public void A_sum_of_floating_point_numbers_would_miss_the_boundary_and_the_tiny_costs()
    {
        var tiny = 1e-30;
        Assert.That(0.25 + tiny, Is.EqualTo(0.25));
        Assert.That(Enumerable.Repeat(0.1 / 7, 70).Sum(), Is.Not.EqualTo(1.0));
    }

    [Test]
    public void The_order_of_costs_does_not_matter()
    {
        var parts = Parts()[..1000];
        var forward = new BudgetMeter(Fraction.One);
        var backward = new BudgetMeter(Fraction.One);
        Assert.That(parts.All(part => forward.Charge(Fraction.Of(part, Denominator))), Is.True);
        Assert.That(Enumerable.Reverse(parts).All(part => backward.Charge(Fraction.Of(part, Denominator))), Is.True);

        Assert.That(forward.Spent, Is.EqualTo(backward.Spent));
    }

    [Test]
    public void Thousands_of_series_reach_the_exact_boundary_of_an_account()
    {
        const int series = 5000;
        var account = new BudgetAccount();
        Take(account, new BudgetOpened(SampleBudget.Terms, new string('c', 64)));
        var cost = Fraction.Of(1, 4 * series);
        for (var number = 1; number <= series; number++)
        {
            var terms = SampleBudget.Of($"series-{number}", cost);
            Take(account, new SeriesOpened(terms));
            Take(account, new BudgetReserved(terms, "2019-Q3", cost, 0));
        }

        var tiny = SampleBudget.Of("tiny", Fraction.Of(1, BigInteger.Pow(10, 30)));
        Take(account, new SeriesOpened(tiny));
        Assert.That(account.Units[BudgetUnits.Donor].Spent, Is.EqualTo(Fraction.Of(1, 4)));
        Assert.That(
            account.Take(new BudgetReserved(tiny, "2019-Q3", tiny.Cost, 0)),
            Is.EqualTo(BudgetRefusal.Exhausted)
        );
    }

    [Test]
    public void A_tiny_cost_is_counted()
    {
        var account = new BudgetAccount();
        var cost = Fraction.Of(1, BigInteger.Pow(10, 30));
        var terms = SampleBudget.Of("tiny", cost);
        Take(account, new BudgetOpened(SampleBudget.Terms, new string('c', 64)));
        Take(account, new SeriesOpened(terms));
        Take(account, new BudgetReserved(terms, "2019-Q3", cost, 0));

        Assert.That(account.Units[BudgetUnits.Donor].Spent, Is.EqualTo(cost));
    }

    private static void Take(BudgetAccount account, BudgetEvent next) =>
        Assert.That(account.Take(next), Is.EqualTo(BudgetRefusal.None));

    private static BigInteger[] Parts()
    {
        var chance = new SeededNumbers(20190807, SeededPurpose.Days);
        var parts = new BigInteger[Million];
        for (var place = 0; place < parts.Length; place++)
        {
            parts[place] = new BigInteger(chance.Next() >> 1) + 1;
        }

        return parts;
    }
}
