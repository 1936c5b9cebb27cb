using System.Numerics;
using CsCheck;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class FractionTests
{
    private static readonly Gen<Fraction> Any = Gen.Select(
        Gen.Long,
        Gen.Long.Where(value => value != 0),
        (numerator, denominator) => Fraction.Of(numerator, denominator)
    );

    [Test]
    public void It_is_a_field_with_an_order() =>
        Gen.Select(Any, Any, Any)
            .Sample(
                (a, b, c) =>
                {
                    Assert.That(a + b, Is.EqualTo(b + a));
                    Assert.That(a + b + c, Is.EqualTo(a + (b + c)));
                    Assert.That(a * (b + c), Is.EqualTo((a * b) + (a * c)));
                    Assert.That(a * b * c, Is.EqualTo(a * (b * c)));
                    Assert.That(a - a, Is.EqualTo(Fraction.Zero));
                    Assert.That(b.Sign == 0 || a / b * b == a, Is.True);
                    Assert.That(a < b, Is.EqualTo(a + c < b + c));
                    Assert.That(a.CompareTo(b), Is.EqualTo((a - b).Sign));
                }
            );

    [Test]
    public void It_is_reduced_with_a_positive_denominator() =>
        Any.Sample(value =>
        {
            Assert.That(value.Denominator.Sign, Is.EqualTo(1));
            Assert.That(
                BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator),
                Is.EqualTo(BigInteger.One)
            );
        });

    [Test]
    public void It_is_read_as_it_is_written() =>
        Any.Sample(value => Assert.That(Fraction.Parse(value.ToString()), Is.EqualTo(value)));

    [Test]
    public void A_quotient_is_taken_once_on_whole_numbers()
    {
        Assert.That(Fraction.Of(-2, 3) / Fraction.Of(4), Is.EqualTo(Fraction.Of(-1, 6)));
        Assert.That(PlantedQuotient(-2, 3, 4), Is.Not.EqualTo(Fraction.Of(-1, 6)));
    }

    [Test]
    public void A_sum_of_many_small_costs_is_exact_in_any_order()
    {
        var costs = Enumerable.Range(1, 2_000).Select(index => Fraction.Of((index * 7919 % 997) + 1, 30_030)).ToList();
        var sum = costs.Aggregate((left, right) => left + right);

        Assert.That(sum, Is.EqualTo(costs.AsEnumerable().Reverse().Aggregate((left, right) => left + right)));
        Assert.That(sum, Is.EqualTo(costs.Order().Aggregate((left, right) => left + right)));
        Assert.That(Enumerable.Repeat(0.1, 10).Sum(), Is.Not.EqualTo(1.0));
        Assert.That(
            Enumerable.Repeat(Fraction.Of(1, 10), 10).Aggregate((left, right) => left + right),
            Is.EqualTo(Fraction.One)
        );
    }

    [TestCase("1/20", 1, 20)]
    [TestCase("-2/3", -2, 3)]
    [TestCase("5", 5, 1)]
    [TestCase("0/7", 0, 1)]
    [TestCase("2/40", 1, 20)]
    public void Whole_numbers_with_a_stroke_are_read(string text, int numerator, int denominator) =>
        Assert.That(Fraction.Parse(text), Is.EqualTo(Fraction.Of(numerator, denominator)));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1/0")]
    [TestCase("1/-2")]
    [TestCase("1/+2")]
    [TestCase("1/2/3")]
    [TestCase(" 1/2")]
    [TestCase("1/2 ")]
    [TestCase("0.05")]
    [TestCase("1e-2")]
    [TestCase("/2")]
    [TestCase("1/")]
    [TestCase("١/٢")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.That(Fraction.TryParse(text, out var nothing), Is.False);
        Assert.That(nothing, Is.EqualTo(Fraction.Zero));
        Assert.That(() => Fraction.Parse(text!), Throws.InstanceOf<FormatException>());
    }

    [Test]
    public void A_denominator_of_zero_is_refused_and_the_default_is_zero()
    {
        Assert.That(() => Fraction.Of(1, 0), Throws.InstanceOf<DivideByZeroException>());
        Assert.That(() => Fraction.One / Fraction.Zero, Throws.InstanceOf<DivideByZeroException>());
        Assert.That(default(Fraction).ToString(), Is.EqualTo("0/1"));
        Assert.That(default(Fraction) + Fraction.One, Is.EqualTo(Fraction.One));
    }

    [TestCase("7/2", 3, 4)]
    [TestCase("-7/2", -4, -3)]
    [TestCase("-4/2", -2, -2)]
    [TestCase("0/1", 0, 0)]
    [TestCase("-1/3", -1, 0)]
    public void Whole_parts_are_right_below_zero_too(string text, int floor, int ceiling)
    {
        Assert.That(Fraction.Parse(text).Floor, Is.EqualTo((BigInteger)floor));
        Assert.That(Fraction.Parse(text).Ceiling, Is.EqualTo((BigInteger)ceiling));
    }

    [TestCase("23483/10000", 3, "2.349", "2.348")]
    [TestCase("1/3", 2, "0.34", "0.33")]
    [TestCase("-1/3", 2, "-0.33", "-0.34")]
    [TestCase("5/1", 0, "5", "5")]
    [TestCase("5/1", 2, "5.00", "5.00")]
    [TestCase("1/1000000", 3, "0.001", "0.000")]
    public void Decimals_are_rounded_to_the_side_that_is_asked_for(string text, int decimals, string up, string down)
    {
        Assert.That(Fraction.Parse(text).RoundedUp(decimals), Is.EqualTo(up));
        Assert.That(Fraction.Parse(text).RoundedDown(decimals), Is.EqualTo(down));
    }

    /// <summary>The division of a library in use until it was found: (b / g) * i.</summary>
    private static Fraction PlantedQuotient(BigInteger a, BigInteger b, BigInteger i)
    {
        var common = BigInteger.GreatestCommonDivisor(a, i);
        return Fraction.Of(a / common, b / common * i);
    }
}
