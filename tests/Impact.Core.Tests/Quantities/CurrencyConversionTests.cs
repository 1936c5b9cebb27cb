using System.Numerics;
using System.Text;
using Impact.Core.Quantities;
using Impact.Core.Rehearsal;
using Impact.Core.Tests.Metrics;

namespace Impact.Core.Tests.Quantities;

[TestFixture]
internal sealed class CurrencyConversionTests
{
    private static readonly string[] Codes = ["USD", "EUR", "JPY", "KWD"];

    [TestCase("1", 1L, 0)]
    [TestCase("1.0842", 10842L, 4)]
    [TestCase("1.10", 110L, 2)]
    [TestCase("0.000000000000000001", null, 0)]
    [TestCase("0.00000000000000001", 1L, 17)]
    [TestCase("999999999999999999", 999_999_999_999_999_999L, 0)]
    [TestCase("1000000000000000000", null, 0)]
    [TestCase("0", null, 0)]
    [TestCase("0.000", null, 0)]
    [TestCase("", null, 0)]
    [TestCase(".5", null, 0)]
    [TestCase("5.", null, 0)]
    [TestCase("1.2.3", null, 0)]
    [TestCase("-1", null, 0)]
    [TestCase("1e2", null, 0)]
    [TestCase("1,5", null, 0)]
    [TestCase("N/A", null, 0)]
    public void A_rate_keeps_exactly_the_digits_it_was_published_with(string text, long? unscaled, int decimals)
    {
        var isRate = PublishedRate.TryRead(Encoding.UTF8.GetBytes(text), out var rate);
        Assert.That(isRate, Is.EqualTo(unscaled is not null));
        if (unscaled is { } digits)
        {
            Assert.That(rate, Is.EqualTo(new PublishedRate(digits, decimals)));
            Assert.That(rate.ToString(), Is.EqualTo(text));
        }
    }

    [Test]
    public void A_converted_amount_is_the_nearest_one_and_of_two_the_even_one() =>
        ForEachCase(
            (conversion, minor) =>
            {
                var converted = conversion.Convert(minor)!.Value;
                // |converted × denominator − minor × numerator| is at most half a unit, and on the half the result is even.
                var off = 2 * BigInteger.Abs((converted * conversion.Denominator) - (minor * conversion.Numerator));
                Assert.That(off, Is.LessThanOrEqualTo(conversion.Denominator));
                Assert.That(off < conversion.Denominator || converted % 2 == 0, Is.True);
                Assert.That(conversion.Convert(-minor), Is.EqualTo(-converted));
            }
        );

    [Test]
    public void The_total_of_one_amount_is_its_conversion_and_with_its_reversal_nothing() =>
        ForEachCase(
            (conversion, minor) =>
            {
                var total = new ConversionTotal();
                total.Add(conversion, minor);
                Assert.That(total.Rounded(), Is.EqualTo(conversion.Convert(minor)));
                total.Add(conversion, -minor);
                Assert.That(total.Rounded(), Is.Zero);
            }
        );

    [Test]
    public void Entries_rounded_alone_stray_from_the_total_by_at_most_half_a_unit_each()
    {
        var numbers = new SeededNumbers(seed: 7, SeededPurpose.Fund);
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var (total, alone, entries) = (new ConversionTotal(), 0L, 1 + numbers.Below(40));
            for (var entry = 0; entry < entries; entry++)
            {
                var (conversion, minor) = Draw(numbers);
                total.Add(conversion, minor);
                alone += conversion.Convert(minor)!.Value;
            }

            // Half a unit an entry, and half for rounding the total.
            Assert.That(2 * Math.Abs(alone - total.Rounded()), Is.LessThanOrEqualTo(entries + 1), $"case {number}");
        }
    }

    [Test]
    public void Three_halves_rounded_alone_come_to_less_than_at_once()
    {
        var half = new CurrencyConversion(
            Currency.Parse("EUR"),
            new(2, 0),
            Currency.UnitedStatesDollar,
            PublishedRate.One
        );
        var total = new ConversionTotal();
        total.Add(half, 1);
        total.Add(half, 1);
        total.Add(half, 1);
        Assert.That((half.Convert(1) * 3, total.Rounded()), Is.EqualTo((0L, 2L)));
    }

    [Test]
    public void A_result_beyond_64_bits_is_none()
    {
        var large = new CurrencyConversion(
            Currency.Parse("EUR"),
            new(1, 17),
            Currency.Parse("KWD"),
            new(999_999_999_999_999_999, 0)
        );
        Assert.That(large.Convert(long.MaxValue), Is.Null);
    }

    private static void ForEachCase(Action<CurrencyConversion, long> check)
    {
        var numbers = new SeededNumbers(seed: 5, SeededPurpose.Fund);
        for (var number = 0; number < GeneratedCases.Count * 10; number++)
        {
            var (conversion, minor) = Draw(numbers);
            check(conversion, minor);
        }
    }

    private static (CurrencyConversion Conversion, long Minor) Draw(SeededNumbers numbers)
    {
        var (from, to) = (Codes[numbers.Below(Codes.Length)], Codes[numbers.Below(Codes.Length)]);
        return (new(Currency.Parse(from), Rate(numbers), Currency.Parse(to), Rate(numbers)), numbers.Between(1, 1000));
    }

    /// <summary>Small whole rates too, so that halves are met.</summary>
    private static PublishedRate Rate(SeededNumbers numbers) =>
        numbers.Below(5) switch
        {
            0 or 1 => new(numbers.Between(1, 8), numbers.Below(2)),
            2 => new(900_000_000_000_000_000 + numbers.Between(1, 2_000_000), 17),
            _ => new(numbers.Between(1, 2_000_000), numbers.Below(7)),
        };
}
