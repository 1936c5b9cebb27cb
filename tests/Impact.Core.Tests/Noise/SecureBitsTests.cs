using System.Numerics;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

[TestFixture]
internal sealed class SecureBitsTests
{
    private const double Deviations = 6;

    [Test]
    public void Nothing_lies_below_zero()
    {
        var bits = SecureBits.OfThread;

        Assert.That(() => bits.Below(0UL), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => bits.Below(UInt128.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => bits.Below(BigInteger.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => bits.Below(BigInteger.MinusOne), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Only_zero_lies_below_one()
    {
        var bits = SecureBits.OfThread;

        Assert.That(bits.Below(1UL), Is.Zero);
        Assert.That(bits.Below(UInt128.One), Is.EqualTo(UInt128.Zero));
        Assert.That(bits.Below(BigInteger.One), Is.EqualTo(BigInteger.Zero));
    }

    // The least and most of each width: 32 bits, 64 bits, 128 bits, more; whole powers of two and their neighbours.
    private static readonly string[] Limits =
    [
        "2",
        "3",
        "7",
        "8",
        "4294967295",
        "4294967296",
        "4294967297",
        "12297829382473034411",
        "18446744073709551615",
        "18446744073709551616",
        "18446744073709551617",
        "27670116110564327424",
        "340282366920938463463374607431768211455",
        "340282366920938463463374607431768211456",
        "340282366920938463463374607431768211457",
        "510423550381407695195061911147652317184",
    ];

    [TestCaseSource(nameof(Limits))]
    public void Every_part_of_a_range_is_as_likely(string text)
    {
        var limit = BigInteger.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(Statistic(limit, () => SecureBits.OfThread.Below(limit)), Is.AtLeast(ChiSquare.Alarm));
        if (limit <= (BigInteger)UInt128.MaxValue)
        {
            Assert.That(Statistic(limit, () => SecureBits.OfThread.Below((UInt128)limit)), Is.AtLeast(ChiSquare.Alarm));
        }
    }

    [Test]
    public void A_planted_modulo_is_found()
    {
        // Two thirds of 2^64: the lower half of the range comes twice as often.
        var limit = (BigInteger.One << 65) / 3;

        Assert.That(Statistic(limit, () => SecureBits.OfThread.Next64() % (ulong)limit), Is.LessThan(ChiSquare.Alarm));
    }

    [Test]
    public void Every_bit_is_as_often_one_as_zero()
    {
        var ones = new int[64];
        for (var draw = 0; draw < LawChecks.Draws; draw++)
        {
            var value = SecureBits.OfThread.Next64();
            for (var bit = 0; bit < ones.Length; bit++)
            {
                ones[bit] += (int)((value >> bit) & 1);
            }
        }

        Assert.That(
            ones,
            Has.All.InRange(
                (LawChecks.Draws / 2.0) - (Deviations * Math.Sqrt(LawChecks.Draws / 4.0)),
                (LawChecks.Draws / 2.0) + (Deviations * Math.Sqrt(LawChecks.Draws / 4.0))
            )
        );
    }

    [Test]
    public void Two_threads_never_draw_the_same()
    {
        var drawn = new UInt128[8][];
        Parallel.For(
            0,
            drawn.Length,
            thread => drawn[thread] = [.. Enumerable.Range(0, 5_000).Select(_ => SecureBits.OfThread.Next128())]
        );

        Assert.That(drawn.SelectMany(values => values).Distinct().Count(), Is.EqualTo(40_000));
    }

    /// <summary>The probability of what is seen in up to sixty equal parts of the range.</summary>
    private static double Statistic(BigInteger limit, Func<BigInteger> draw)
    {
        // Where 60 does not divide the limit, a part's share is taken exactly.
        var parts = (int)BigInteger.Min(limit, 60);
        var seen = new int[parts];
        var outside = false;
        for (var index = 0; index < LawChecks.Draws / 4; index++)
        {
            var value = draw();
            outside |= value.Sign < 0 || value >= limit;
            seen[(int)BigInteger.Clamp(value * parts / limit, 0, parts - 1)]++;
        }

        Assert.That(outside, Is.False, "every draw lies in the range");
        var total = seen.Sum();
        var statistic = seen.Select(
                (count, part) =>
                {
                    var from = ((part * limit) + parts - 1) / parts;
                    var to = (((part + 1) * limit) + parts - 1) / parts;
                    var expected = total * Math.Exp(BigInteger.Log(to - from) - BigInteger.Log(limit));
                    return (count - expected) * (count - expected) / expected;
                }
            )
            .Sum();
        return ChiSquare.Tail(parts - 1, statistic);
    }
}
