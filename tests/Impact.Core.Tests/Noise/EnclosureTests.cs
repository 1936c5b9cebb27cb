using CsCheck;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class EnclosureTests
{
    private const int Places = 128;

    private static readonly Gen<Fraction> Any = Gen.Select(
        Gen.Int[-1_000_000, 1_000_000],
        Gen.Int[1, 1_000_000],
        (numerator, denominator) => Fraction.Of(numerator, denominator)
    );

    [Test]
    public void Every_operation_holds_the_true_result_closely() =>
        Gen.Select(Any, Any)
            .Sample(
                (a, b) =>
                {
                    var (x, y) = (Enclosure.Of(a, Places), Enclosure.Of(b, Places));
                    AssertHolds(x + y, a + b);
                    AssertHolds(x - y, a - b);
                    AssertHolds(x * y, a * b);
                    if (b.Sign > 0 && b > Fraction.Of(1, 1000))
                    {
                        AssertHolds(x / y, a / b);
                        AssertHolds(x.Over(b.Numerator), a / Fraction.Of(b.Numerator));
                    }

                    AssertHolds((x * x).Root(), a.Sign < 0 ? -a : a);
                }
            );

    // Digits of a 60-digit computation.
    [TestCase("1", "2.7182818284590452353602874713526624")]
    [TestCase("-1/2", "0.6065306597126334236037995349911804")]
    [TestCase("20", "485165195.4097902779691068305415405586")]
    [TestCase("-20", "0.0000000020611536224385578279659403")]
    public void An_exponential_has_the_digits_of_the_reference(string at, string digits) =>
        AssertDigits(Transcendental.Exp(Enclosure.Of(Fraction.Parse(at), Places)), digits);

    [TestCase("2", "0.6931471805599453094172321214581765")]
    [TestCase("1/1000000000", "-20.7232658369464111561619230921592778")]
    [TestCase("1000000000000", "27.6310211159285482082158974562123704")]
    public void A_logarithm_has_the_digits_of_the_reference(string at, string digits) =>
        AssertDigits(Transcendental.Log(Enclosure.Of(Fraction.Parse(at), 160)), digits);

    [Test]
    public void Pi_has_its_digits() => AssertDigits(Transcendental.Pi(Places), "3.1415926535897932384626433832795028");

    [Test]
    public void A_logarithm_undoes_an_exponential() =>
        Gen.Int[-40_000, 40_000]
            .Sample(value =>
            {
                var at = Fraction.Of(value, 1000);
                var back = Transcendental.Log(Transcendental.Exp(Enclosure.Of(at, 256)));

                Assert.That(back.Lower <= at && at <= back.Upper, Is.True);
                Assert.That(back.Upper - back.Lower, Is.LessThan(Fraction.PowerOfTen(-40)));
            });

    [Test]
    public void No_logarithm_of_what_may_be_zero_and_no_division_by_it()
    {
        var zero = Enclosure.Whole(0, Places);

        Assert.That(() => Transcendental.Log(zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => zero / zero, Throws.InstanceOf<DivideByZeroException>());
    }

    // Digits of a 60-digit computation.
    [TestCase("0", "0.5")]
    [TestCase("1", "0.8413447460685429485852325456320379")]
    [TestCase("-3", "0.0013498980316300945266518147675949")]
    [TestCase("8", "0.9999999999999993779039425728215876")]
    public void The_normal_law_has_the_digits_of_the_reference(string at, string digits) =>
        AssertDigits(NormalLaw.Cumulative(Fraction.Parse(at)), digits);

    [Test]
    public void Far_out_the_normal_law_stays_between_nothing_and_certainty()
    {
        var (below, above) = (NormalLaw.Cumulative(Fraction.Of(-50)), NormalLaw.Cumulative(Fraction.Of(50)));

        Assert.That(below.Lower, Is.EqualTo(Fraction.Zero));
        Assert.That(below.Upper, Is.LessThan(Fraction.PowerOfTen(-70)));
        Assert.That(above.Upper, Is.EqualTo(Fraction.One));
        Assert.That(above.Lower, Is.GreaterThan(Fraction.One - Fraction.PowerOfTen(-70)));
    }

    [Test]
    public void A_quantile_has_the_digits_of_the_reference() =>
        Assert.That(
            NormalLaw.Quantile(Fraction.Of(39, 40)).Upper.RoundedDown(20),
            Is.EqualTo("1.95996398454005423552")
        );

    private static void AssertHolds(Enclosure value, Fraction truth)
    {
        Assert.That(value.Lower <= truth && truth <= value.Upper, Is.True);
        Assert.That(value.Upper - value.Lower, Is.LessThan(Fraction.PowerOfTen(-25)));
    }

    /// <summary>The digits are cut off, so the truth is in the last place above them (below, for a negative number).</summary>
    private static void AssertDigits(Enclosure value, string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var last = Fraction.PowerOfTen(-(digits.Length - point - 1));
        var printed = Fraction.Parse(digits.Remove(point, 1)) * last;
        Assert.That(value.Lower, Is.LessThanOrEqualTo(printed + last));
        Assert.That(value.Upper, Is.GreaterThanOrEqualTo(printed - last));
        Assert.That(value.Upper - value.Lower, Is.LessThan(Fraction.PowerOfTen(-25)));
    }
}
