using Impact.Core.Noise;
using Impact.Core.Tests.Disclosure.Attacks;

namespace Impact.Core.Tests.Noise;

/// <summary>Vectors: OpenDP, the reference of Canonne, Kamath and Steinke, the 2020 census; digits from a 60-digit computation of their own.</summary>
[TestFixture]
internal sealed class ZeroConcentratedTests
{
    // ρ, ε, and δ rounded down in the last digit given.
    private static readonly string[][] Deltas =
    [
        ["1/20", "1/4", "0.081772753103695520874257304994"],
        ["1/2", "0", "0.558835639347434633589808447364"],
        ["1/32", "0", "0.150845784562286090212894876764"],
        ["1/40", "1", "0.000001336131906403222452563171"],
    ];

    // ρ, −log10 δ, and ε rounded down in the last digit given.
    private static readonly object[][] Epsilons =
    [
        ["1/32", 3, "0.68800245548780839431806393"],
        ["1/40", 6, "1.01407425472612792726333262"],
        ["1/50", 6, "0.89993526766064186678270706"],
        ["1/50", 7, "0.99508074065778161095216783"],
        ["1/50", 9, "1.16328732629788752454580272"],
        ["1/10", 6, "2.14193892838547366139748650"],
        ["1/10", 7, "2.34835173235646622512866818"],
        ["1/10", 9, "2.71548188673050193022092256"],
        ["1/4", 6, "3.54229130047701551998902738"],
        ["1/4", 7, "3.86355767627661371627037135"],
        ["1/4", 9, "4.43668422223265578147597089"],
        ["1", 6, "7.76621662531172073643548400"],
        ["1", 7, "8.39514264594625899880056320"],
        ["1", 9, "9.52146367179223224947859505"],
        ["8/5", 7, "11.02230419681519734611890057"],
        ["9/10", 7, "7.90397120402360968916122895"],
        ["18/5", 7, "17.90108658841447161235601827"],
        ["1/5", 7, "3.41947835263978961468041474"],
        ["293764/114921", 10, "17.14355074359592315173853011"],
        // What the census published by this accounting: redistricting, demographic and housing file, detailed files A and B.
        ["263/100", 10, "17.43058448734511231499473734"],
        ["1529/100", 10, "51.56257618794161732474588869"],
        ["2472/125", 10, "61.11475384695872682346295631"],
        ["1779/100", 10, "56.96458393709837389585757793"],
    ];

    [Test]
    public void A_draw_costs_half_the_squared_sensitivity_over_the_variance()
    {
        Assert.That(Rho(1, 1), Is.EqualTo(Fraction.Of(1, 2)));
        Assert.That(Rho(4, 1), Is.EqualTo(Fraction.Of(2)));
        Assert.That(Rho(9, 1), Is.EqualTo(Fraction.Of(9, 2)));
        Assert.That(ZeroConcentrated.Variance(Fraction.One, Fraction.Of(1, 20)), Is.EqualTo(Fraction.Of(10)));
    }

    [Test]
    public void Cost_and_variance_are_each_others_inverse()
    {
        var squared = SquareRootMechanism.SensitivitySquared(24);
        var rho = Fraction.Of(104, 4099);

        Assert.That(ZeroConcentrated.Cost(squared, ZeroConcentrated.Variance(squared, rho)), Is.EqualTo(rho));
    }

    /// <summary>At night it is written down how many of these figures came out.</summary>
    [OneTimeTearDown]
    public void NoteNight()
    {
        var result = TestContext.CurrentContext.Result;
        var all = result.PassCount + result.FailCount;
        NightRecord.Note(new("vectors", $"{result.PassCount}", $"{all}", Math.Max(all, 1)));
    }

    [TestCaseSource(nameof(Deltas))]
    public void A_delta_is_the_published_one_rounded_up(string rho, string epsilon, string digits)
    {
        var delta = ZeroConcentrated.Delta(Fraction.Parse(rho), Fraction.Parse(epsilon));

        AssertJustAbove(delta, digits);
    }

    [Test]
    public void A_delta_far_below_what_a_double_tells_apart_keeps_its_digits()
    {
        var delta = ZeroConcentrated.Delta(Fraction.Of(5) * Fraction.PowerOfTen(-30), Fraction.PowerOfTen(-13));

        AssertJustAbove(delta * Fraction.PowerOfTen(234), "2.61967632972970974184955126");
    }

    [TestCaseSource(nameof(Epsilons))]
    public void An_epsilon_is_the_published_one_rounded_up(string rho, int exponent, string digits) =>
        AssertJustAbove(ZeroConcentrated.Epsilon(Fraction.Parse(rho), Fraction.PowerOfTen(-exponent)), digits);

    [TestCase(1, 6, "0.0243559703595383728942432458985")]
    [TestCase(1, 7, "0.0201871324418249468941877410166")]
    [TestCase(2, 7, "0.0741805930535990015272251059302")]
    [TestCase(3, 7, "0.157265387168367898265190420471")]
    [TestCase(4, 7, "0.266313968646768970619164641381")]
    public void A_budget_for_an_epsilon_is_rounded_down(int epsilon, int exponent, string digits)
    {
        var rho = ZeroConcentrated.RhoFor(Fraction.Of(epsilon), Fraction.PowerOfTen(-exponent));
        var printed = Decimal(digits);

        Assert.That(rho, Is.LessThan(printed + (printed * Fraction.PowerOfTen(-27))));
        Assert.That(rho, Is.GreaterThan(printed - (printed * Fraction.PowerOfTen(-24))));
    }

    [Test]
    public void There_and_back_gives_no_more_and_hardly_less()
    {
        foreach (var rho in (Fraction[])[Fraction.Of(1, 1000), Fraction.Of(1, 50), Fraction.Of(1, 4), Fraction.Of(20)])
        {
            var delta = Fraction.PowerOfTen(-8);
            var epsilon = ZeroConcentrated.Epsilon(rho, delta);
            var back = ZeroConcentrated.RhoFor(epsilon, delta);

            Assert.That(ZeroConcentrated.Epsilon(back, delta), Is.LessThan(epsilon * NearlyOne));
            Assert.That(back * NearlyOne, Is.GreaterThan(rho));
            Assert.That(ZeroConcentrated.Delta(rho, epsilon), Is.LessThan(delta * NearlyOne));
            Assert.That(ZeroConcentrated.Delta(rho, epsilon) * NearlyOne, Is.GreaterThan(delta));
        }
    }

    [Test]
    public void More_budget_or_a_smaller_delta_costs_more_epsilon()
    {
        var rhos = Enumerable.Range(1, 30).Select(index => Fraction.Of(index * index, 500)).ToList();
        var byRho = rhos.Select(rho => ZeroConcentrated.Epsilon(rho, Fraction.PowerOfTen(-7))).ToList();
        var byDelta = Enumerable
            .Range(1, 20)
            .Select(exponent => ZeroConcentrated.Epsilon(Fraction.Of(1, 10), Fraction.PowerOfTen(-exponent)))
            .ToList();
        var deltas = rhos.Select(rho => ZeroConcentrated.Delta(rho, Fraction.One)).ToList();

        Assert.That(byRho, Is.Ordered.And.Unique);
        Assert.That(byDelta, Is.Ordered.And.Unique);
        Assert.That(deltas, Is.Ordered.And.Unique);
    }

    [Test]
    public void A_planted_double_rounds_below_the_truth_somewhere()
    {
        // The same formula with doubles to the nearest: some figures come out too small, which the exact one never does.
        var below = Enumerable
            .Range(1, 200)
            .Count(index =>
            {
                var rho = Fraction.Of(index, 400);
                return Exactly(DoubleEpsilon(index / 400.0)) < ZeroConcentrated.Epsilon(rho, Fraction.PowerOfTen(-6));
            });

        Assert.That(below, Is.AtLeast(1));
    }

    [Test]
    public void What_is_no_budget_is_refused()
    {
        var delta = Fraction.PowerOfTen(-7);

        Assert.That(() => ZeroConcentrated.Epsilon(Fraction.Zero, delta), Refused);
        Assert.That(() => ZeroConcentrated.Epsilon(Fraction.One, Fraction.Zero), Refused);
        Assert.That(() => ZeroConcentrated.Epsilon(Fraction.One, Fraction.One), Refused);
        Assert.That(() => ZeroConcentrated.Delta(Fraction.Zero, Fraction.One), Refused);
        Assert.That(() => ZeroConcentrated.Delta(Fraction.One, -Fraction.One), Refused);
        Assert.That(() => ZeroConcentrated.RhoFor(-Fraction.One, delta), Refused);
        Assert.That(() => ZeroConcentrated.Cost(Fraction.Zero, Fraction.One), Refused);
        Assert.That(() => ZeroConcentrated.Variance(Fraction.One, Fraction.Zero), Refused);
    }

    [Test]
    public void A_statement_has_everything_beside_its_epsilon()
    {
        var scope = new PrivacyScope("household", PrivacyAdjacency.AddOrRemoveOne, "the programme's life");
        var statement = PrivacyStatement.Of(Fraction.Of(1, 10), Fraction.PowerOfTen(-7), scope);

        Assert.That(statement.ShownEpsilon, Is.EqualTo("2.349"));
        Assert.That(statement.Delta, Is.EqualTo(Fraction.PowerOfTen(-7)));
        Assert.That(statement.Unit, Is.EqualTo("household"));
        Assert.That(
            () => PrivacyStatement.Of(Fraction.One, Fraction.PowerOfTen(-7), scope with { Unit = " " }),
            Throws.InstanceOf<ArgumentException>()
        );
    }

    private static NUnit.Framework.Constraints.Constraint Refused => Throws.InstanceOf<ArgumentOutOfRangeException>();

    private static Fraction NearlyOne { get; } = Fraction.One + Fraction.PowerOfTen(-20);

    private static Fraction Rho(int sensitivitySquared, int variance) =>
        ZeroConcentrated.Cost(Fraction.Of(sensitivitySquared), Fraction.Of(variance));

    private static void AssertJustAbove(Fraction value, string digits)
    {
        var printed = Decimal(digits);
        Assert.That(value, Is.GreaterThan(printed), "rounded up");
        Assert.That(value, Is.LessThan(printed + (printed * Fraction.PowerOfTen(-22))), "and no more");
    }

    private static Fraction Decimal(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = Fraction.Parse(digits.Remove(point, 1));
        return whole * Fraction.PowerOfTen(-(digits.Length - point - 1));
    }

    private static double DoubleEpsilon(double rho)
    {
        var (low, high) = (-20.0, 50.0);
        for (var halving = 0; halving < 100; halving++)
        {
            var middle = (low + high) / 2;
            var step = Math.Exp(middle);
            (low, high) =
                (rho * step * step) + Math.Log(1 + step) + Math.Log(1e-6) < 0 ? (middle, high) : (low, middle);
        }

        var best = Math.Exp(low);
        var log = (best * low) - ((1 + best) * Math.Log(1 + best)) - Math.Log(1e-6);
        return ((1 + best) * rho) + (log / best);
    }

    private static Fraction Exactly(double value) =>
        Fraction.Of(new System.Numerics.BigInteger(Math.ScaleB(value, 60)), System.Numerics.BigInteger.One << 60);
}
