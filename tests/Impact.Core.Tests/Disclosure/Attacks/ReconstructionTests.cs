using Impact.Core.Catalogue;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack F: whether each of 128 families was helped, from counts of subsets; the budget ends before the counts are enough.</summary>
[TestFixture]
internal sealed class ReconstructionTests
{
    private const int Families = 128;

    /// <summary>The share of right guesses that is accepted; a coin has 0.5.</summary>
    private const double Accepted = 0.62;

    private static readonly int Trials = AttackSize.Of(20);

    private static CountDesk Desk => new(["ONE"]);

    [Test]
    public void The_plan_answers_two_tables_and_refuses_the_third()
    {
        using var desk = Desk;
        Assert.That(Answered(desk.Ask), Is.EqualTo(2));
    }

    [Test]
    public void A_budget_for_each_asker_would_answer_all()
    {
        Assert.That(Answered(Session), Is.EqualTo(Families));

        static Fault? Session(SeriesTerms terms, string period)
        {
            using var desk = Desk;
            return desk.Ask(terms, period);
        }
    }

    // As many subsets as the plan has tables, each at its noise; or more of them, the budget shared out.
    [TestCase(2)]
    [TestCase(16)]
    [TestCase(Families)]
    public void What_the_budget_pays_for_does_not_give_the_families_away(int subsets)
    {
        var accuracy = MeanAccuracy(subsets, VarianceOf(subsets));
        AttackResults.Note("F", $"share_of_families_guessed_from_{subsets}_tables", accuracy, Trials);
        Assert.That(accuracy, Is.LessThanOrEqualTo(Accepted));
    }

    [Test]
    public void Cells_of_the_plan_itself_do_not_give_the_families_away()
    {
        // Sixteen disjoint cells of eight families, and the whole to date.
        using var desk = Desk;
        var cell = desk.Plan.Find(PublishedTables.EnrolmentsByOrganisation)!.Terms.Variance;
        var accuracy = Enumerable.Range(0, Trials).Average(trial => Accuracy(trial, Cells(), cell));
        Assert.That(accuracy, Is.LessThanOrEqualTo(Accepted));

        static IReadOnlyList<int[]> Cells() => [.. Enumerable.Range(0, Families).Chunk(8)];
    }

    [Test]
    public void A_tenth_of_the_noise_gives_the_families_away() =>
        Assert.That(MeanAccuracy(Families, VarianceOf(Families) * Fraction.Of(1, 100)), Is.GreaterThan(Accepted));

    /// <summary>σ² of each of so many counts that together spend what families may lose: with two, the plan's own.</summary>
    private static Fraction VarianceOf(int subsets)
    {
        using var desk = Desk;
        var each = desk.Plan.Budget.Units[0].Lifetime / Fraction.Of(subsets);
        return ZeroConcentrated.Variance(Fraction.One, each);
    }

    /// <summary>How many tables by organisation, each with a name of its own, the budget answers.</summary>
    private static int Answered(Func<SeriesTerms, string, Fault?> ask)
    {
        using var desk = Desk;
        var terms = desk.Plan.Find(PublishedTables.EnrolmentsByOrganisation)!.Terms;
        var refusals = Enumerable
            .Range(0, Families)
            .Select(table =>
                ask(
                    terms with
                    {
                        Series = $"subset_{(char)('a' + (table / 26))}{(char)('a' + (table % 26))}",
                    },
                    "2019-Q3"
                )
            )
            .OfType<Fault>()
            .ToList();
        Assert.That(refusals.Select(refusal => refusal.Kind), Has.All.EqualTo(Faults.BudgetExhausted));
        return Families - refusals.Count;
    }

    private static double MeanAccuracy(int subsets, Fraction variance) =>
        Enumerable
            .Range(0, Trials)
            .Average(trial =>
            {
                var chance = new SeededNumbers((ulong)trial, SeededPurpose.Days);
                return Accuracy(trial, [.. Enumerable.Range(0, subsets).Select(_ => Half(chance))], variance);
            });

    private static double Accuracy(int trial, IReadOnlyList<int[]> subsets, Fraction variance)
    {
        var chance = new SeededNumbers((ulong)trial, SeededPurpose.Gifts);
        var secret = Enumerable.Range(0, Families).Select(_ => chance.Below(2) == 1).ToArray();
        var noise = new DiscreteGaussian(variance);
        var answers = subsets.Select(subset => (double)(subset.Count(place => secret[place]) + noise.SampleInt64()));
        return SubsetDecoder.Accuracy(secret, subsets, [.. answers]);
    }

    private static int[] Half(SeededNumbers chance) =>
        [.. Enumerable.Range(0, Families).Where(_ => chance.Below(2) == 1)];
}
