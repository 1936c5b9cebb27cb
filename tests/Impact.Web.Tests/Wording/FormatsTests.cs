using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Web.Wording;

namespace Impact.Web.Tests.Wording;

/// <summary>Amounts, days and sizes as readers of both languages write them.</summary>
[TestFixture]
internal sealed class FormatsTests
{
    private static readonly Reader English = new(Language.English, "/", string.Empty);
    private static readonly Reader Spanish = new(Language.Spanish, "/", string.Empty);

    [TestCase(123_456_789, "USD", "$1,234,567.89")]
    [TestCase(-100, "USD", "−$1.00")]
    [TestCase(0, "USD", "$0.00")]
    [TestCase(123_456_789, "CHF", "1,234,567.89\u00A0CHF")]
    [TestCase(1_234, "JPY", "1,234\u00A0JPY")]
    [TestCase(1_234_567, "KWD", "1,234.567\u00A0KWD")]
    public void An_exact_amount(long minor, string currency, string expected) =>
        Assert.That(Formats.Exact(new(minor, Currency.Parse(currency))), Is.EqualTo(expected));

    [TestCase(150, "$2")]
    [TestCase(250, "$2")]
    [TestCase(-49, "$0")]
    [TestCase(101_626_863_800, "$1,016,268,638")]
    public void A_headline_in_whole_units_half_to_even(long minor, string expected) =>
        Assert.That(Formats.Whole(new(minor, Currency.UnitedStatesDollar)), Is.EqualTo(expected));

    [Test]
    public void A_day_in_full_and_short()
    {
        var day = new DateOnly(2019, 9, 30);
        Assert.Multiple(() =>
        {
            Assert.That(English.Day(day), Is.EqualTo("30 September 2019"));
            Assert.That(Spanish.Day(day), Is.EqualTo("30 de septiembre de 2019"));
            Assert.That(English.ShortDay(day), Is.EqualTo("30\u00A0Sep\u00A02019"));
            Assert.That(Spanish.ShortDay(day), Is.EqualTo("30\u00A0sep\u00A02019"));
        });
    }

    [TestCase("2019-07-01", "2019-09-30", "Jul–Sep 2019", "jul–sep 2019")]
    [TestCase("2019-01-01", "2019-12-31", "2019", "2019")]
    [TestCase("2019-08-01", "2019-08-31", "Aug 2019", "ago 2019")]
    [TestCase("2019-11-01", "2020-01-31", "Nov 2019–Jan 2020", "nov 2019–ene 2020")]
    public void A_period_by_its_months(string start, string end, string english, string spanish)
    {
        var (first, last) = (DateOnly.Parse(start, null), DateOnly.Parse(end, null));
        Assert.Multiple(() =>
        {
            Assert.That(English.Span(first, last), Is.EqualTo(english));
            Assert.That(Spanish.Span(first, last), Is.EqualTo(spanish));
        });
    }

    [Test]
    public void A_ratio_as_per_cent()
    {
        Assert.Multiple(() =>
        {
            Assert.That(English.Percent(0.62549m), Is.EqualTo("62.5%"));
            Assert.That(Spanish.Percent(0.62549m), Is.EqualTo("62.5\u00A0%"));
            Assert.That(English.Percent(-0.0125m), Is.EqualTo("−1.2%"));
        });
    }

    [TestCase(999, "999\u00A0B")]
    [TestCase(1_000, "1\u00A0kB")]
    [TestCase(2_649_999, "2.6\u00A0MB")]
    [TestCase(5_000_000_000, "5\u00A0GB")]
    public void A_size(long bytes, string expected) => Assert.That(Formats.Bytes(bytes), Is.EqualTo(expected));
}
