using Impact.Core.Metrics.Enrolment;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>Months are closed together only where no closed one lies between them: whoever is told late would enter that one.</summary>
[TestFixture]
internal sealed class OpenMonthsTests
{
    private static readonly DateOnly January = new(2020, 1, 1);
    private static readonly DateOnly MiddleOfJune = new(2020, 6, 15);

    [Test]
    public void Months_that_follow_each_other_are_closed_together()
    {
        var open = OpenMonths.Of(January, MiddleOfJune, new HashSet<DateOnly> { January });
        Assert.That(open.Select(Ends), Is.EqualTo((string[])["2020-02 2020-05"]));
    }

    [Test]
    public void A_closed_month_between_two_parts_them()
    {
        var closed = new HashSet<DateOnly> { January.AddMonths(1), January.AddMonths(2) };
        var open = OpenMonths.Of(January, MiddleOfJune, closed);
        Assert.That(open.Select(Ends), Is.EqualTo((string[])["2020-01 2020-01", "2020-04 2020-05"]));
        Assert.That(open.SelectMany(one => one.Months).Intersect(closed), Is.Empty);
    }

    [Test]
    public void Where_all_are_closed_nothing_is_open() =>
        Assert.That(OpenMonths.Of(January, new(2020, 1, 31), new HashSet<DateOnly> { January }), Is.Empty);

    private static string Ends(OpenMonths open) =>
        FormattableString.Invariant($"{open.Months[0]:yyyy-MM} {open.Months[^1]:yyyy-MM}");
}
