using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class WholeRootTests
{
    [TestCase("0", 0)]
    [TestCase("1/1000000", 1)]
    [TestCase("1", 1)]
    [TestCase("101/100", 2)]
    [TestCase("16", 4)]
    [TestCase("40", 7)]
    public void A_root_is_rounded_up_to_the_next_whole_number(string value, int root) =>
        Assert.That((int)WholeRoot.Ceiling(Fraction.Parse(value)), Is.EqualTo(root));

    [Test]
    public void A_root_that_a_double_rounds_down_is_rounded_up()
    {
        // The square of 2^27 + 1 plus one has no root below 2^27 + 2; a double cannot tell it from the square.
        var side = (1L << 27) + 1;
        var value = Fraction.Of((side * side) + 1);

        Assert.That((long)Math.Ceiling(Math.Sqrt((double)value.Numerator)), Is.EqualTo(side), "planted: a double");
        Assert.That((long)WholeRoot.Ceiling(value), Is.EqualTo(side + 1));
    }
}
