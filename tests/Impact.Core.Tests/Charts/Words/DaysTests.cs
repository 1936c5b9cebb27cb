using Impact.Core.Catalogue;
using Impact.Core.Charts.Words;

namespace Impact.Core.Tests.Charts.Words;

[TestFixture]
public sealed class DaysTests
{
    private static readonly DateOnly Day = new(2020, 9, 5);

    [Test]
    public void Days_months_and_quarters_are_written_in_both_languages()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Days.Day(Day, Language.English), Is.EqualTo("5 September 2020"));
            Assert.That(Days.Day(Day, Language.Spanish), Is.EqualTo("5 de septiembre de 2020"));
            Assert.That(Days.ShortMonth(Day, Language.English), Is.EqualTo("Sep"));
            Assert.That(Days.ShortMonth(Day, Language.Spanish), Is.EqualTo("sep"));
            Assert.That(Days.Quarter(Day, Language.English), Is.EqualTo("Q3"));
            Assert.That(Days.Quarter(Day, Language.Spanish), Is.EqualTo("T3"));
        }
    }

    [TestCase("2020", "2020", "2020")]
    [TestCase("2020-Q3", "Q3 2020", "T3 2020")]
    [TestCase("2020-09", "September 2020", "septiembre de 2020")]
    public void A_published_period_is_put_into_words(string code, string english, string spanish)
    {
        Assert.That(Days.Period(code, Day, Language.English), Is.EqualTo(english));
        Assert.That(Days.Period(code, Day, Language.Spanish), Is.EqualTo(spanish));
    }

    [Test]
    public void One_month_is_no_stretch()
    {
        Assert.That(Days.Between(Day, Day.AddDays(20), Language.English), Is.EqualTo("September 2020"));
        Assert.That(
            Days.Between(Day, Day.AddDays(40), Language.Spanish),
            Is.EqualTo("septiembre de 2020 a octubre de 2020")
        );
    }

    [TestCase(new string[0], "", "")]
    [TestCase(new[] { "a" }, "a", "a")]
    [TestCase(new[] { "a", "b", "c" }, "a, b and c", "a, b y c")]
    [TestCase(new[] { "a", "intereses" }, "a and intereses", "a e intereses")]
    public void Words_are_joined_as_each_language_does(string[] words, string english, string spanish)
    {
        Assert.That(Lists.Join(words, Language.English), Is.EqualTo(english));
        Assert.That(Lists.Join(words, Language.Spanish), Is.EqualTo(spanish));
    }
}
