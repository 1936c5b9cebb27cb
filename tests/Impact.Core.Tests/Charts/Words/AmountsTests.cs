using Impact.Core.Catalogue;
using Impact.Core.Charts.Words;

namespace Impact.Core.Tests.Charts.Words;

[TestFixture]
public sealed class AmountsTests
{
    private static readonly Amounts English = new("USD", Language.English);

    private static readonly Amounts Spanish = new("USD", Language.Spanish);

    [TestCase(0, "$0")]
    [TestCase(123_456_789_00, "$123,456,789")]
    [TestCase(123_456_789_05, "$123,456,789.05")]
    [TestCase(-1_50, "−$1.50")]
    public void An_exact_amount_shows_cents_only_where_there_are_some(long minor, string text)
    {
        Assert.That(English.Exact(minor), Is.EqualTo(text));
        Assert.That(Spanish.Exact(minor), Is.EqualTo(text));
    }

    [TestCase(812_345_49, "$812,345", "$812,345")]
    [TestCase(999_999_50, "$1M", "$1\u00a0M")]
    [TestCase(1_234_567_00, "$1.23M", "$1.23\u00a0M")]
    [TestCase(12_345_678_00, "$12.3M", "$12.3\u00a0M")]
    [TestCase(999_600_000_00, "$1B", "$1,000\u00a0M")]
    [TestCase(4_567_890_123_45, "$4.57B", "$4,570\u00a0M")]
    [TestCase(-9_500_00, "−$9,500", "−$9,500")]
    [TestCase(12, "$0.12", "$0.12")]
    public void Beside_a_mark_it_is_whole_up_to_a_million_and_then_three_digits(
        long minor,
        string english,
        string spanish
    )
    {
        Assert.That(English.Short(minor), Is.EqualTo(english));
        Assert.That(Spanish.Short(minor), Is.EqualTo(spanish));
    }

    [Test]
    public void Another_currency_carries_its_code_where_the_language_puts_it()
    {
        Assert.That(new Amounts("EUR", Language.English).Exact(1_234_50), Is.EqualTo("EUR\u00a01,234.50"));
        Assert.That(new Amounts("EUR", Language.Spanish).Exact(1_234_50), Is.EqualTo("1,234.50\u00a0EUR"));
        Assert.That(new Amounts("JPY", Language.English).Exact(1_234_567), Is.EqualTo("JPY\u00a01,234,567"));
        Assert.That(new Amounts("KWD", Language.English).Exact(1_500), Is.EqualTo("KWD\u00a01.500"));
    }

    [TestCase(0, 5_000, "$0", "$0")]
    [TestCase(2_500, 5_000, "$2,500", "$2,500")]
    [TestCase(250_000, 500_000, "$250K", "$250\u00a0mil")]
    [TestCase(-500_000, 2_000_000, "−$0.5M", "−$0.5\u00a0M")]
    [TestCase(500_000_000, 1_500_000_000, "$0.5B", "$500\u00a0M")]
    public void An_axis_has_one_unit(int value, int highest, string english, string spanish)
    {
        Assert.That(English.Axis(value, highest), Is.EqualTo(english));
        Assert.That(Spanish.Axis(value, highest), Is.EqualTo(spanish));
    }

    [TestCase(81, 100, "81 cents of each dollar", "81¢")]
    [TestCase(1, 100, "one cent of each dollar", "1¢")]
    [TestCase(1, 1000, "less than one cent of each dollar", "<1¢")]
    [TestCase(999, 1000, "99 cents of each dollar", "99¢")]
    [TestCase(1000, 1000, "100 cents of each dollar", "100¢")]
    [TestCase(0, 1000, "0 cents of each dollar", "0¢")]
    public void A_share_is_never_rounded_to_all_or_to_nothing(long part, long whole, string words, string sign)
    {
        Assert.That(English.ShareInWords(part, whole), Is.EqualTo(words));
        Assert.That(English.ShareShort(part, whole), Is.EqualTo(sign));
    }

    [Test]
    public void Shares_of_another_currency_are_per_cent()
    {
        Assert.That(new Amounts("EUR", Language.English).ShareShort(1, 4), Is.EqualTo("25%"));
        Assert.That(new Amounts("EUR", Language.Spanish).ShareInWords(1, 4), Is.EqualTo("el 25%"));
    }

    [Test]
    public void Shares_of_amounts_near_the_largest_number_do_not_overflow() =>
        Assert.That(English.ShareShort(long.MaxValue / 2, long.MaxValue), Is.EqualTo("50¢"));
}
