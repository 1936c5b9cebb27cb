using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>Plain counts are drawn from the table, and what that adds to δ over the fund's life is in every statement.</summary>
[TestFixture]
internal sealed class CountNoiseTests
{
    private static readonly Fraction Largest = Fraction.Of(16);

    private static CountPlan Plan => CountPlan.Of(CountDesk.Fund, DisclosurePolicy.Default)!;

    [Test]
    public void Every_plain_series_of_the_policy_is_drawn_from_a_table()
    {
        foreach (var series in Plan.Series.Where(series => !series.IsToDate))
        {
            Assert.That(Source(series.Terms.Variance), Is.EqualTo(typeof(DiscreteGaussianTable)), series.Schema.Id);
        }
    }

    [TestCase("100", typeof(DiscreteGaussianTable))]
    [TestCase("101", typeof(DiscreteGaussian))]
    public void A_table_serves_up_to_its_largest_variance(string variance, Type source) =>
        Assert.That(Source(Fraction.Parse(variance)), Is.EqualTo(source));

    [Test]
    public void What_the_tables_add_over_the_whole_life_is_counted_cell_by_cell()
    {
        var expected = Plan
            .Series.Where(series => !series.IsToDate)
            .Aggregate(
                Fraction.Zero,
                (sum, series) =>
                    sum
                    + new DiscreteGaussianTable(series.Terms.Variance).DeltaIncrease(
                        Largest,
                        series.Terms.Periods * series.Parts.Count
                    )
            );

        Assert.That(CountNoise.DeltaIncrease(Plan, Largest), Is.EqualTo(expected));
        Assert.That(expected, Is.GreaterThan(Fraction.Zero).And.LessThan(CountNoise.SparedDelta));
    }

    [Test]
    public void What_is_spared_is_not_without_end()
    {
        // Quarters of ten thousand million organisations are more than a δ spares: enlarged by arithmetic, not by a list.
        var series = Plan.Find(PublishedTables.EnrolmentsByOrganisation)!;
        var ofOne = new DiscreteGaussianTable(series.Terms.Variance).DeltaIncrease(Largest, series.Terms.Periods);

        Assert.That(ofOne * Fraction.Of(10_000_000_000), Is.GreaterThan(CountNoise.SparedDelta));
    }

    // The statements of the shipped budgets, to the third decimal, are the same with and without what is spared.
    [TestCase("1/10", 7, "2.349")]
    [TestCase("1/10", 9, "2.716")]
    [TestCase("1/4", 7, "3.864")]
    [TestCase("1/4", 9, "4.437")]
    [TestCase("9/10", 7, "7.904")]
    public void What_is_spared_moves_no_printed_digit(string rho, int exponent, string printed)
    {
        var delta = Fraction.PowerOfTen(-exponent);
        var plain = ZeroConcentrated.Epsilon(Fraction.Parse(rho), delta);
        var spared = ZeroConcentrated.Epsilon(Fraction.Parse(rho), delta - CountNoise.SparedDelta);

        Assert.Multiple(() =>
        {
            Assert.That(spared, Is.GreaterThan(plain));
            Assert.That(spared.RoundedUp(PrivacyStatement.ShownDecimals), Is.EqualTo(printed));
            Assert.That(plain.RoundedUp(PrivacyStatement.ShownDecimals), Is.EqualTo(printed));
        });
    }

    /// <summary>What a sampler draws from: the object behind the function, or what it has captured.</summary>
    private static Type Source(Fraction variance)
    {
        var target = CountNoise.Of(variance).Target!;
        return target is DiscreteGaussian
            ? target.GetType()
            : target
                .GetType()
                .GetFields()
                .Select(field => field.GetValue(target)?.GetType())
                .Single(type => type?.Namespace == typeof(Fraction).Namespace)!;
    }
}
