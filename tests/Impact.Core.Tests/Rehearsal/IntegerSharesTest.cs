using CsCheck;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Rehearsal;

internal sealed class IntegerSharesTest
{
    [TestCase(5, 10, 0)]
    [TestCase(15, 10, 2)]
    [TestCase(25, 10, 2)]
    [TestCase(26, 10, 3)]
    [TestCase(0, 10, 0)]
    [TestCase(7, 3, 2)]
    [TestCase(8, 3, 3)]
    public void Halves_go_to_the_even_neighbour(long numerator, long denominator, long expected) =>
        Assert.That(IntegerShares.HalfEven(numerator, denominator), Is.EqualTo(expected));

    [Test]
    public void Rounding_agrees_with_decimals() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Long[1, 100_000])
            .Sample(
                (numerator, denominator) =>
                    IntegerShares.HalfEven(numerator, denominator)
                    == decimal.Round(decimal.Divide(numerator, denominator), MidpointRounding.ToEven),
                iter: PropertyCases.Count,
                seed: "0000KN6GxN5a"
            );

    [Test]
    public void Parts_sum_to_the_whole_and_none_is_below_zero() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[1, 9_000].Array[1, 8])
            .Sample(
                (amount, weights) =>
                {
                    var parts = IntegerShares.Split(amount, weights);
                    return parts.Sum() == amount && parts.Min() >= 0;
                },
                iter: PropertyCases.Count,
                seed: "0000KN6GxN5a"
            );

    [TestCase(99_99, 99_99)]
    [TestCase(123_45, 120_00)]
    [TestCase(1_234_56, 1_200_00)]
    [TestCase(0, 0)]
    public void A_board_decides_in_round_figures(long minor, long expected) =>
        Assert.That(IntegerShares.AsDecided(minor), Is.EqualTo(expected));
}
