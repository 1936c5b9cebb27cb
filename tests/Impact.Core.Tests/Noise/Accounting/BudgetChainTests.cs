using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Tests.Disclosure.Budget;

namespace Impact.Core.Tests.Noise.Accounting;

/// <summary>What a reader can find in a chain whose keeper signs whatever it likes.</summary>
public sealed class BudgetChainTests
{
    private const string Quarter = "2019-Q3";
    private const string Next = "2019-Q4";

    private static readonly SeriesTerms Recounted = SampleBudget.Recounted;
    private static readonly SeriesTerms Once = SampleBudget.Disjoint;

    private readonly string _digest = new('b', 64);
    private SignedChain _chain = null!;

    [SetUp]
    public void Begin()
    {
        _chain = new();
        _chain.Add(new BudgetOpened(SampleBudget.Terms, _chain.KeySha256));
        _chain.Add(new SeriesOpened(Recounted)).Add(new SeriesOpened(Once));
    }

    [TearDown]
    public void End() => _chain.Dispose();

    [Test]
    public void A_chain_that_keeps_the_rules_holds_and_says_its_sums()
    {
        _chain
            .Add(new BudgetReserved(Once, Quarter, Once.Cost, 0))
            .Add(new ResultCommitted(4, _digest))
            .Add(new BudgetReserved(Once, Next, Fraction.Zero, 4))
            .Add(new PeriodAbandoned(6));
        var verdict = _chain.Verdict;

        Assert.Multiple(() =>
        {
            Assert.That(verdict.Break, Is.Null);
            Assert.That(verdict.Head.Entries, Is.EqualTo(7));
            Assert.That(verdict.Account.Units[Once.Unit].Spent, Is.EqualTo(Fraction.Of(1, 20)));
            Assert.That(
                verdict.Account.Reserves.Select(reserve => reserve.Status),
                Is.EqualTo((PeriodStatus[])[PeriodStatus.Stored, PeriodStatus.Burnt])
            );
            Assert.That(verdict.Heads.All(verdict.Contains), Is.True);
            Assert.That(verdict.Contains(new(7, _digest)), Is.False);
            Assert.That(verdict.Contains(new(8, verdict.Head.Sha256)), Is.False);
        });
    }

    [Test]
    public void A_keeper_who_spends_more_than_the_lifetime_is_seen()
    {
        string[] quarters = ["2019-Q3", "2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"];
        foreach (var quarter in quarters)
        {
            _chain.Add(new BudgetReserved(Recounted, quarter, Recounted.Cost, 0));
        }

        Assert.That(_chain.Verdict.Break, Is.EqualTo(Rule(9, BudgetRefusal.Exhausted)));
    }

    [Test]
    public void A_keeper_who_books_less_than_the_noise_costs_is_seen() =>
        Broken(new BudgetReserved(Recounted, Quarter, Fraction.Of(1, 21), 0), BudgetRefusal.CostWrong);

    [Test]
    public void A_keeper_who_charges_once_without_the_rule_is_seen()
    {
        _chain.Add(new BudgetReserved(Recounted, Quarter, Recounted.Cost, 0));
        Broken(new BudgetReserved(Recounted, Next, Fraction.Zero, 4), BudgetRefusal.CostWrong);
    }

    [Test]
    public void A_keeper_who_names_a_charge_that_there_was_not_is_seen() =>
        Broken(new BudgetReserved(Once, Quarter, Fraction.Zero, 2), BudgetRefusal.CostWrong);

    [Test]
    public void A_keeper_who_draws_a_period_again_is_seen()
    {
        _chain.Add(new BudgetReserved(Once, Quarter, Once.Cost, 0)).Add(new PeriodAbandoned(4));
        Broken(new BudgetReserved(Once, Quarter, Fraction.Zero, 4), BudgetRefusal.PeriodDrawn);
    }

    [Test]
    public void A_keeper_who_commits_a_burnt_period_or_commits_twice_is_seen()
    {
        _chain.Add(new BudgetReserved(Once, Quarter, Once.Cost, 0)).Add(new PeriodAbandoned(4));
        Broken(new ResultCommitted(4, _digest), BudgetRefusal.NotReserved);
    }

    [Test]
    public void A_keeper_who_opens_anew_in_the_middle_is_seen() =>
        Broken(new BudgetOpened(SampleBudget.Terms, _chain.KeySha256), BudgetRefusal.Misplaced);

    [Test]
    public void A_keeper_who_changes_a_series_on_the_way_is_seen()
    {
        var wider = Once with { Variance = Fraction.Of(20, 1) };
        _chain.Add(new BudgetReserved(wider, Quarter, wider.Cost, 0));

        Assert.That(_chain.Verdict.Break, Is.EqualTo(Rule(4, BudgetRefusal.SeriesDiffers)));
    }

    [Test]
    public void A_lifetime_above_the_ceiling_is_no_opening()
    {
        using var chain = new SignedChain();
        var terms = SampleBudget.Terms with { Units = [new(BudgetUnits.Donor, "processor", Fraction.Of(1, 3))] };

        Assert.That(
            chain.Add(new BudgetOpened(terms, chain.KeySha256)).Verdict.Break,
            Is.EqualTo(Rule(1, BudgetRefusal.AboveCeiling))
        );
    }

    [Test]
    public void A_line_that_was_left_out_or_moved_is_seen()
    {
        _chain.Add(new SeriesOpened(SampleBudget.Cumulative), number: 5);
        Assert.That(_chain.Verdict.Break, Is.EqualTo(new BudgetBreak(4, BudgetBreakKind.Number, BudgetRefusal.None)));
        using var other = new SignedChain();
        other.Add(new BudgetOpened(SampleBudget.Terms, other.KeySha256));
        other.Add(new SeriesOpened(Once), previous: _digest);
        Assert.That(other.Verdict.Break, Is.EqualTo(new BudgetBreak(2, BudgetBreakKind.Previous, BudgetRefusal.None)));
    }

    [Test]
    public void A_first_entry_that_names_another_key_is_seen()
    {
        using var chain = new SignedChain();

        Assert.That(
            chain.Add(new BudgetOpened(SampleBudget.Terms, _digest)).Verdict.Break!.Kind,
            Is.EqualTo(BudgetBreakKind.Signature)
        );
    }

    [TestCase("{\"entry\":1}\n")]
    [TestCase("\n")]
    [TestCase("no entry")]
    public void What_is_no_entry_has_no_form(string text) =>
        Assert.That(
            BudgetChain.Verify(System.Text.Encoding.UTF8.GetBytes(text), _chain.PublicKey).Break!.Kind,
            Is.EqualTo(BudgetBreakKind.Form)
        );

    private static BudgetBreak Rule(long line, BudgetRefusal refusal) => new(line, BudgetBreakKind.Rule, refusal);

    private void Broken(BudgetEvent next, BudgetRefusal refusal)
    {
        var line = _chain.Verdict.Head.Entries + 1;

        Assert.That(_chain.Add(next).Verdict.Break, Is.EqualTo(Rule(line, refusal)));
    }
}
