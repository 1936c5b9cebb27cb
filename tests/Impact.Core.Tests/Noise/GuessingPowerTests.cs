using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class GuessingPowerTests
{
    // ρ; best guess, at most, true positives at 1 % and at 0.1 % false alarms, all in per cent.
    [TestCase("1/50", 54.0, 55.0, 1.7, 0.19)]
    [TestCase("1/10", 58.8, 61.2, 3.0, 0.41)]
    [TestCase("1/4", 63.8, 67.7, 5.3, 0.86)]
    [TestCase("1", 76.0, 85.4, 18, 4.7)]
    public void A_budget_means_what_the_table_says(string budget, double guess, double most, double one, double tenth)
    {
        var rho = Fraction.Parse(budget);
        var atOne = one == 18 ? 0.5 : 0.05;
        var atTenth = tenth == 4.7 ? 0.05 : 0.005;

        Assert.That(Percent(GuessingPower.BestGuess(rho)), Is.EqualTo(guess).Within(0.05));
        Assert.That(Percent(GuessingPower.MostBestGuess(rho)), Is.EqualTo(most).Within(0.05));
        Assert.That(Percent(GuessingPower.TruePositiveRate(rho, Fraction.Of(1, 100))), Is.EqualTo(one).Within(atOne));
        Assert.That(
            Percent(GuessingPower.TruePositiveRate(rho, Fraction.Of(1, 1000))),
            Is.EqualTo(tenth).Within(atTenth)
        );
    }

    // One discrete cell that holds all of ρ: above the normal law's figure, below the bound for any mechanism.
    [TestCase("1/10", 58.92)]
    [TestCase("1/4", 64.10)]
    [TestCase("1", 78.2)]
    public void One_cell_tells_more_than_the_normal_law_and_less_than_the_bound(string budget, double guess)
    {
        var rho = Fraction.Parse(budget);
        var one = GuessingPower.OneCellGuess(rho);
        Assert.That(Percent(one), Is.EqualTo(guess).Within(budget == "1" ? 0.05 : 0.005));
        Assert.That(one > GuessingPower.BestGuess(rho), Is.True);
        Assert.That(one < GuessingPower.MostBestGuess(rho), Is.True);
        Assert.That(() => GuessingPower.OneCellGuess(Fraction.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Without_a_budget_a_guess_is_a_guess()
    {
        Assert.That(Percent(GuessingPower.BestGuess(Fraction.Zero)), Is.EqualTo(50).Within(1e-10));
        Assert.That(
            Percent(GuessingPower.TruePositiveRate(Fraction.Zero, Fraction.Of(1, 100))),
            Is.EqualTo(1).Within(1e-10)
        );
        Assert.That(GuessingPower.MostBestGuess(Fraction.Of(50)), Is.EqualTo(Fraction.One));
        Assert.That(() => GuessingPower.BestGuess(-Fraction.One), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => GuessingPower.TruePositiveRate(Fraction.One, Fraction.One),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    private static double Percent(Fraction share) => (double)(share * Fraction.PowerOfTen(17)).Floor * 1e-15;
}
