using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Catalogue.Derivations;

/// <summary>Invented populations whose true number of people is known, beside the interval that statements about them give.</summary>
[TestFixture]
internal sealed class PeopleIntervalTests
{
    private const int Populations = 2000;
    private const int Partners = 3;
    private const int Periods = 3;
    private const int Counties = 3;

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(50)]
    public void The_interval_always_brackets_the_people(int moversPercent)
    {
        for (var number = 0; number < Populations; number++)
        {
            var population = new Population(number, moversPercent);
            var interval = population.Interval();
            Assert.That(population.People, Is.InRange(interval.Lower, interval.Upper), $"population {number}");
        }
    }

    [Test]
    public void Adding_the_largest_cell_of_each_county_breaks_it_once_people_move()
    {
        Assert.That(Broken(moversPercent: 0), Is.Zero);
        Assert.That(Broken(moversPercent: 10), Is.Positive);
    }

    private static int Broken(int moversPercent) =>
        Enumerable
            .Range(0, Populations)
            .Select(number => new Population(number, moversPercent))
            .Count(population => population.LowerByCounty() > population.People);

    /// <summary>People whom partners serve in periods and counties; a mover may live elsewhere at each contact.</summary>
    private sealed class Population
    {
        private readonly HashSet<(int Person, int Partner, int Period, int County)> _contacts = [];

        public Population(int number, int moversPercent)
        {
            var numbers = new SeededNumbers((ulong)number, SeededPurpose.Households);
            var size = numbers.Between(1, 25);
            for (var person = 0; person < size; person++)
            {
                var home = numbers.Below(Counties);
                var moves = numbers.Below(100) < moversPercent;
                for (var contact = 0; contact < numbers.Between(1, 4); contact++)
                {
                    _contacts.Add(
                        (
                            person,
                            numbers.Below(Partners),
                            numbers.Below(Periods),
                            moves ? numbers.Below(Counties) : home
                        )
                    );
                }
            }
        }

        public long People => _contacts.Select(contact => contact.Person).Distinct().LongCount();

        /// <summary>What partners state of each period, rounded and withheld as it is published, over partners and periods.</summary>
        public PeopleInterval Interval()
        {
            var rule = new IndicatorRule("output", AxisRule.Bounds, AxisRule.Bounds, 2, 10);
            var partners = _contacts
                .GroupBy(contact => contact.Partner)
                .Select(own =>
                    PeopleInterval.Combine(
                        [
                            .. own.GroupBy(contact => contact.Period)
                                .Select(period => period.Select(contact => contact.Person).Distinct().LongCount())
                                .Select(people => PeopleInterval.Of(people < 10 ? null : (people + 2) / 5 * 5, rule)),
                        ],
                        rule.Time
                    )!
                );
            return PeopleInterval.Combine([.. partners], rule.Organisation)!;
        }

        /// <summary>The planted bug: the largest partner of each county, by residence at contact, added over counties.</summary>
        public long LowerByCounty() =>
            _contacts
                .GroupBy(contact => contact.County)
                .Sum(county =>
                    county
                        .GroupBy(contact => contact.Partner)
                        .Max(own => own.Select(contact => contact.Person).Distinct().LongCount())
                );
    }
}
