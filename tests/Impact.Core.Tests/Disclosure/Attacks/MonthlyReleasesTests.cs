using System.Numerics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack C on one real history: 24 monthly releases of a small fund, from its files to the published bytes, while households come.</summary>
[TestFixture]
internal sealed class MonthlyReleasesTests
{
    private const int Months = 24;

    /// <summary>The months in which a household comes, from 0; the last is told of late, of the month before the first.</summary>
    private static readonly int[] Arrivals = [2, 9, 14];

    private readonly List<PublishedCounts> _releases = [];
    private readonly List<Fraction> _spent = [];
    private readonly PublishedFund _fund = new();

    /// <summary>The true counts of all months but the last, in which nobody comes: with it they are removed.</summary>
    private IReadOnlyList<long> _frozen = [];

    private static IReadOnlyList<Period> Calendar => CountDesk.Months(Months);

    private string Unit => _fund.Plan.Budget.Units[0].Unit;

    [OneTimeSetUp]
    public void Publish()
    {
        foreach (var (place, month) in Calendar.Index())
        {
            if (Arrivals.Contains(place))
            {
                _fund.Help($"case {place}", place == Arrivals[^1] ? Calendar[1].Start : month.Start.AddDays(4));
            }

            // Who has come before comes again, which must change nothing.
            if (place == Arrivals[1] + 1)
            {
                _fund.Help($"case {Arrivals[0]}", month.Start.AddDays(9));
            }

            if (place == Months - 1)
            {
                _frozen = _fund.OfBudget(budget => Frozen(budget).Select(before => before.Values.Single()).ToList());
            }

            _releases.Add(_fund.Publish(month.End));
            _spent.Add(_fund.OfBudget(budget => budget.Spent(Unit)));
        }
    }

    [OneTimeTearDown]
    public void Remove() => _fund.Dispose();

    [Test]
    public void A_published_cell_is_never_moved()
    {
        Assert.That(_releases[^1].ToDate, Has.Count.EqualTo(Months + 1));
        Assert.That(_releases[^1].ByOrganisation, Has.Count.EqualTo((Months / 3) + 1));
        Assert.That(Moved(_releases), Is.Empty);
    }

    [Test]
    public void A_cell_that_was_moved_is_seen()
    {
        var last = _releases[^1];
        var planted = last with
        {
            ToDate =
            [
                .. last.ToDate.Take(Arrivals[1] + 1),
                .. last.ToDate.Skip(1).Take(1),
                .. last.ToDate.Skip(Arrivals[1] + 2),
            ],
        };
        Assert.That(Moved([.. _releases.SkipLast(1), planted]), Is.Not.Empty);
    }

    [Test]
    public void The_budget_is_charged_once_for_all_months()
    {
        var plan = _fund.Plan;
        var (toDate, byOrganisation) = (
            plan.Find(PublishedTables.EnrolmentsToDate)!.Terms,
            plan.Find(PublishedTables.EnrolmentsByOrganisation)!.Terms
        );
        Assert.That(_spent.Take(2), Is.All.EqualTo(toDate.Cost), "no quarter is closed yet");
        Assert.That(_spent.Skip(2), Is.All.EqualTo(toDate.Cost + byOrganisation.Cost));
        Assert.That(_spent[^1], Is.EqualTo(plan.Budget.Units[0].Lifetime));
        string[] series = [toDate.Series, byOrganisation.Series];
        Assert.That(
            Reserves().Where(reserve => series.Contains(reserve.Series, StringComparer.Ordinal)),
            Is.Unique.And.Exactly(Months + (Months / 3)).Items
        );
    }

    [Test]
    public void Each_figure_is_the_counts_and_the_noise_that_was_drawn_for_its_month()
    {
        var terms = _fund.Plan.Find(PublishedTables.EnrolmentsToDate)!.Terms;
        var measured = _fund.OfBudget(budget =>
            Calendar.Select(month => Stored(budget, terms.Series, month).Measurement!.Value).ToList()
        );
        List<long> counts = [.. _frozen, 0];
        Assert.That(counts.Index().Where(month => month.Item != 0), Is.EqualTo(Arrivals.Select(place => (place, 1L))));

        // What the releases show is what was measured, added up; nothing is drawn between two releases.
        Assert.That(
            _releases[^1].FiguresToDate,
            Is.EqualTo(
                Enumerable
                    .Range(1, Months)
                    .Select(month => (long)SquareRootMechanism.Publish([.. measured.Take(month)]))
            )
        );

        // And what was measured is the frozen counts and one draw each, of the plan's variance: χ² of 24, at six deviations.
        var drawn = Enumerable.Range(0, Months).Select(month => Noise(counts, measured, month)).ToList();
        var variance = (double)terms.Variance.Numerator / (double)terms.Variance.Denominator;
        Assert.That(drawn, Is.Unique);
        Assert.That(drawn.Sum(noise => noise * noise) / variance, Is.InRange(2.0, 90.0));
    }

    /// <summary>Cells that stand otherwise in a release than in the one before.</summary>
    private static IEnumerable<string> Moved(IReadOnlyList<PublishedCounts> releases) =>
        releases
            .Zip(releases.Skip(1))
            .SelectMany(pair =>
                pair.First.ToDate.Except(pair.Second.ToDate.Take(pair.First.ToDate.Count), StringComparer.Ordinal)
                    .Concat(
                        pair.First.ByOrganisation.Except(
                            pair.Second.ByOrganisation.Take(pair.First.ByOrganisation.Count),
                            StringComparer.Ordinal
                        )
                    )
            );

    private IReadOnlyList<IReadOnlyDictionary<string, long>> Frozen(BudgetLedger budget) =>
        budget.Frozen.Read(_fund.Plan.Find(PublishedTables.EnrolmentsToDate)!.Terms.Series);

    private static NoisyCell Stored(BudgetLedger budget, string series, Period month) =>
        StoredResult.Read(budget.Find(series, month.Code).Result!)!.Result.Cells.Single();

    /// <summary>m_t − Σ_j f_{t−j}·x_j, in counts.</summary>
    private static double Noise(List<long> counts, List<BigInteger> measured, int month)
    {
        var noise = Fraction.Of(measured[month], BigInteger.One << SquareRootMechanism.GridBits);
        for (var before = 0; before <= month; before++)
        {
            noise -= SquareRootMechanism.Factor(month - before) * Fraction.Of(counts[before]);
        }

        return (double)noise.Numerator / (double)noise.Denominator;
    }

    private List<ReservedPeriod> Reserves() =>
        _fund.OfBudget(budget =>
        {
            var published = budget.Publish();
            return BudgetChain.Verify(published.Lines, published.PublicKey).Account.Reserves.ToList();
        });
}
