using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Disclosure;

[TestFixture]
internal sealed class MonthlyInflowsTests
{
    private static readonly IReadOnlyList<Period> Months = Period.Range(
        PeriodGrain.Month,
        new(2019, 8, 1),
        new(2019, 12, 31)
    );

    [Test]
    public void Ten_givers_are_enough() => Assert.That(MayBeShown(Even(10)), Is.True);

    [Test]
    public void Nine_givers_are_too_few() => Assert.That(MayBeShown(Even(9)), Is.False);

    [TestCase(1000, 100, true)]
    [TestCase(1000, 99, false)]
    public void The_others_must_have_given_a_tenth_of_the_largest_gift(long largest, long others, bool shown)
    {
        const long second = 50;
        Assert.That(MayBeShown(new(20, largest + second + others, largest, second)), Is.EqualTo(shown));
    }

    [Test]
    public void Ten_people_whose_gifts_were_mostly_taken_back_are_not_shown() =>
        Assert.That(MayBeShown(new(12, -800, 100, 100)), Is.False);

    [Test]
    public void A_month_in_which_nobody_gave_is_not_shown() => Assert.That(MayBeShown(new(0, 0, 0, 0)), Is.False);

    [Test]
    public void Months_with_enough_givers_stand_alone() =>
        Assert.That(
            Group(10, 10, 10, 10, 10),
            Is.EqualTo((string[])["2019-08", "2019-09", "2019-10", "2019-11", "2019-12"])
        );

    [Test]
    public void A_month_with_too_few_rolls_into_the_next() =>
        Assert.That(
            Group(10, 4, 6, 10, 10),
            Is.EqualTo((string[])["2019-08", "2019-09/2019-10", "2019-11", "2019-12"])
        );

    [Test]
    public void Several_months_roll_until_ten_gave() =>
        Assert.That(Group(3, 3, 0, 3, 1), Is.EqualTo((string[])["2019-08/2019-12"]));

    [Test]
    public void The_last_months_are_left_for_a_later_release() =>
        Assert.That(Group(10, 10, 9, 0, 0), Is.EqualTo((string[])["2019-08", "2019-09"]));

    [Test]
    public void Nothing_is_shown_where_too_few_ever_gave() => Assert.That(Group(1, 2, 1, 2, 1), Is.Empty);

    [Test]
    public void What_was_shown_stays_as_it_was_when_months_are_added()
    {
        int[] people = [10, 4, 6, 10, 3];
        for (var count = 1; count <= people.Length; count++)
        {
            Assert.That(Group(people), Is.SupersetOf(Group(people[..count])));
        }
    }

    private static InflowEvidence Even(long people) => new(people, people * 100, 100, 100);

    private static bool MayBeShown(InflowEvidence evidence) =>
        MonthlyInflows.MayBeShown(evidence, DisclosurePolicy.Default);

    /// <summary>The periods when each month has these many givers, all different people who gave the same.</summary>
    private static IReadOnlyList<string> Group(params int[] people)
    {
        var months = Months.Take(people.Length).ToList();
        var periods = MonthlyInflows.Group("received", months, Together, DisclosurePolicy.Default);
        Assert.That(
            periods.Select(one => one.Evidence),
            Is.EqualTo(periods.Select(one => Together(one.First, one.Last)))
        );
        return
        [
            .. periods.Select(period =>
                period.First == period.Last ? period.Last.Code : $"{period.First.Code}/{period.Last.Code}"
            ),
        ];

        InflowEvidence Together(Period first, Period last)
        {
            var given = people
                .Where((_, place) => months[place].Start >= first.Start && months[place].End <= last.End)
                .Sum();
            return given == 0 ? new(0, 0, 0, 0) : Even(given);
        }
    }
}
