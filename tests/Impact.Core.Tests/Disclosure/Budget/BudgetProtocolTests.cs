using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Disclosure.Budget;

public sealed class BudgetProtocolTests
{
    private const string Quarter = "2019-Q3";
    private const string Next = "2019-Q4";

    private readonly SimulatedDisk _disk = new(new SeededNumbers(1, SeededPurpose.Days));

    [SetUp]
    public void Clear() => _disk.Restore([]);

    [Test]
    public void A_retry_gets_the_stored_bytes_and_cannot_draw()
    {
        byte[] drawn;
        using (var ledger = SampleBudget.Open(_disk.Open()))
        {
            drawn = ledger.Draw(SampleBudget.Disjoint, Quarter, 41);
        }

        using var again = SampleBudget.Open(_disk.Open());
        var found = again.Find(SampleBudget.Disjoint.Series, Quarter);

        Assert.Multiple(() =>
        {
            Assert.That((found.Status, found.Result), Is.EqualTo((PeriodStatus.Stored, drawn)));
            Assert.That(again.Reserve(SampleBudget.Disjoint, Quarter).Fault!.Code, Is.EqualTo("budget-period-drawn"));
            Assert.That(StoredResult.Read(drawn)!.Result.Cells[0].Value, Is.EqualTo((System.Numerics.BigInteger)41));
        });
    }

    [Test]
    public void A_result_that_is_stored_without_a_commit_is_committed_when_the_ledger_is_opened_and_not_drawn()
    {
        byte[] drawn;
        using (var ledger = SampleBudget.Open(_disk.Open()))
        {
            drawn = ledger.Draw(SampleBudget.Disjoint, Quarter, 41);
        }

        var chain = _disk.Files[BudgetFileNames.Chain];
        var withoutCommit = chain.AsSpan(0, chain.Length - 1).LastIndexOf((byte)'\n') + 1;
        _disk.Files[BudgetFileNames.Chain] = chain[..withoutCommit];
        using var again = SampleBudget.Open(_disk.Open());

        Assert.That(again.Find(SampleBudget.Disjoint.Series, Quarter).Result, Is.EqualTo(drawn));
        Assert.That(_disk.Files[BudgetFileNames.Chain], Is.EqualTo(chain));
    }

    [Test]
    public void A_disjoint_series_is_charged_once_and_later_periods_name_the_entry_that_paid()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        _ = ledger.Draw(SampleBudget.Disjoint, Quarter, 1);
        _ = ledger.Draw(SampleBudget.Disjoint, Next, 2);
        var reserves = Entries(ledger).Select(entry => entry.Event).OfType<BudgetReserved>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(reserves[0].Cost, Is.EqualTo(Fraction.Of(1, 20)));
            Assert.That((reserves[1].Cost, reserves[1].ChargedAt), Is.EqualTo((Fraction.Zero, 3L)));
            Assert.That(Spent(ledger, BudgetUnits.HouseholdOrganisation), Is.EqualTo(Fraction.Of(1, 20)));
            Assert.That(ledger.Publish().Rows[^1].Spent, Is.EqualTo(Fraction.Of(1, 20)));
        });
    }

    [Test]
    public void Without_the_rule_that_a_household_is_counted_once_each_period_pays_until_the_exact_boundary()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        string[] affordable = ["2019-Q3", "2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3"];
        foreach (var period in affordable)
        {
            _ = ledger.Draw(SampleBudget.Recounted, period, 1);
        }

        var head = ledger.Head;
        var refused = ledger.Reserve(SampleBudget.Recounted, "2020-Q4");

        Assert.Multiple(() =>
        {
            Assert.That(Spent(ledger, BudgetUnits.Donor), Is.EqualTo(Fraction.Of(1, 4)));
            Assert.That(refused.Fault!.Code, Is.EqualTo("budget-exhausted"));
            Assert.That(refused.Fault!.Message(Language.Spanish), Does.Contain("agotado"));
            Assert.That(ledger.Head, Is.EqualTo(head), "a refusal writes nothing");
        });
    }

    [Test]
    public void What_was_not_declared_or_declared_otherwise_is_refused()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        Assert.That(ledger.Reserve(SampleBudget.Disjoint, Quarter).Fault!.Code, Is.EqualTo("budget-series-unknown"));
        Assert.That(ledger.Declare(SampleBudget.Disjoint), Is.Null);
        Assert.That(ledger.Declare(SampleBudget.Disjoint), Is.Null);
        var other = SampleBudget.Disjoint with { Unit = BudgetUnits.Donor };
        var narrower = SampleBudget.Disjoint with { Variance = Fraction.Of(9, 1) };
        var household = SampleBudget.Disjoint with { Series = "households", Unit = BudgetUnits.Household };
        var rootless = SampleBudget.Cumulative with { OnePeriodPerUnit = false };
        var shorter = SampleBudget.Cumulative with { Periods = 9 };

        Assert.Multiple(() =>
        {
            Assert.That(ledger.Reserve(other, Quarter).Fault!.Code, Is.EqualTo("budget-unit"));
            Assert.That(ledger.Reserve(narrower, Quarter).Fault!.Code, Is.EqualTo("budget-series-differs"));
            Assert.That(ledger.Declare(narrower)!.Code, Is.EqualTo("budget-series-differs"));
            Assert.That(ledger.Declare(household)!.Code, Is.EqualTo("budget-unit"));
            Assert.That(ledger.Declare(rootless)!.Code, Is.EqualTo("budget-series-differs"));
            Assert.That(ledger.Declare(shorter)!.Code, Is.EqualTo("budget-series-differs"));
            Assert.That(
                ledger.Reserve(SampleBudget.Disjoint, "../2019").Fault!.Code,
                Is.EqualTo("budget-series-differs")
            );
        });
    }

    [Test]
    public void A_series_ends_with_its_last_declared_period_and_a_burnt_one_counts()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        var brief = SampleBudget.Disjoint with { Periods = 2 };
        Assert.That(ledger.Declare(brief), Is.Null);
        ledger.Abandon(ledger.Reserve(brief, Quarter).Reservation!);
        _ = ledger.Draw(brief, Next, 1);

        Assert.Multiple(() =>
        {
            Assert.That(ledger.Find(brief.Series, Quarter).Status, Is.EqualTo(PeriodStatus.Burnt));
            Assert.That(ledger.Reserve(brief, Quarter).Fault!.Code, Is.EqualTo("budget-period-drawn"));
            Assert.That(ledger.Reserve(brief, "2020-Q1").Fault!.Code, Is.EqualTo("budget-series-ended"));
            Assert.That(Spent(ledger, BudgetUnits.HouseholdOrganisation), Is.EqualTo(Fraction.Of(1, 20)));
        });
    }

    [Test]
    public void A_reservation_is_used_once_and_only_with_its_own_ledger()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        var elsewhere = new SimulatedDisk(new SeededNumbers(2, SeededPurpose.Days));
        using var other = SampleBudget.Open(elsewhere.Open());
        Assert.That(ledger.Declare(SampleBudget.Disjoint), Is.Null);
        var reservation = ledger.Reserve(SampleBudget.Disjoint, Quarter).Reservation!;

        Assert.Throws<InvalidOperationException>(() => other.Commit(reservation, SampleBudget.Result(1)));
        _ = ledger.Commit(reservation, SampleBudget.Result(1));
        Assert.Throws<InvalidOperationException>(() => ledger.Commit(reservation, SampleBudget.Result(2)));
        Assert.Throws<InvalidOperationException>(() => ledger.Abandon(reservation));
    }

    [Test]
    public void The_square_root_series_freezes_its_counts_before_it_commits_and_a_burnt_period_leaves_none()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        var terms = SampleBudget.Cumulative;
        Assert.That(ledger.Declare(terms), Is.Null);
        var first = ledger.Reserve(terms, Quarter).Reservation!;
        Assert.Throws<InvalidOperationException>(() => ledger.Commit(first, SampleBudget.Result(1)));
        ledger.Frozen.Freeze(first, Counts(5));
        Assert.Throws<InvalidOperationException>(() => ledger.Frozen.Freeze(first, Counts(6)));
        _ = ledger.Commit(first, SampleBudget.Result(1));
        var second = ledger.Reserve(terms, Next).Reservation!;
        ledger.Frozen.Freeze(second, Counts(7));
        ledger.Abandon(second);

        Assert.That(ledger.Frozen.Read(terms.Series), Is.EqualTo(new[] { Counts(5) }));
        Assert.That(
            _disk.Files.Keys.Count(name => name.StartsWith("frozen/", StringComparison.Ordinal)),
            Is.EqualTo(1)
        );
        ledger.Frozen.Destroy(terms.Series);
        Assert.That(
            Assert.Throws<FaultException>(() => ledger.Frozen.Read(terms.Series))!.Fault.Code,
            Is.EqualTo("budget-broken")
        );
    }

    [Test]
    public void After_a_failed_write_the_ledger_answers_nothing_until_it_is_opened_anew()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        Assert.That(ledger.Declare(SampleBudget.Disjoint), Is.Null);
        _disk.FailAfter(0);
        Assert.Throws<PowerFailure>(() => ledger.Reserve(SampleBudget.Disjoint, Quarter));

        Assert.Throws<InvalidOperationException>(() => ledger.Find(SampleBudget.Disjoint.Series, Quarter));
        Assert.Throws<InvalidOperationException>(() => ledger.Reserve(SampleBudget.Disjoint, Next));
    }

    [Test]
    public void Other_units_or_a_lifetime_above_one_quarter_are_refused()
    {
        var above = SampleBudget.Terms with { Units = [new(BudgetUnits.Donor, "processor", Fraction.Of(26, 100))] };
        var both = SampleBudget.Terms with
        {
            Units =
            [
                new(BudgetUnits.Household, "cards", Fraction.Of(1, 10)),
                new(BudgetUnits.HouseholdOrganisation, "cards", Fraction.Of(1, 10)),
            ],
        };
        Assert.That(OpenWith(above), Is.EqualTo("budget-terms"));
        Assert.That(OpenWith(both), Is.EqualTo("budget-terms"));
        Assert.That(_disk.Files, Is.Empty);
        SampleBudget.Open(_disk.Open()).Dispose();
        var raised = SampleBudget.Terms with
        {
            Units = [SampleBudget.Terms.Units[0] with { Lifetime = Fraction.Of(1, 4) }, SampleBudget.Terms.Units[1]],
        };
        var newPolicy = SampleBudget.Terms with { Policy = SampleBudget.Terms.Policy with { Version = "2" } };
        Assert.That(OpenWith(raised), Is.EqualTo("budget-terms"));
        Assert.That(OpenWith(newPolicy), Is.Empty);
    }

    private static Dictionary<string, long> Counts(long all) => new(StringComparer.Ordinal) { ["all"] = all };

    private static IReadOnlyList<BudgetEntry> Entries(BudgetLedger ledger)
    {
        var published = ledger.Publish();
        return BudgetChain.Verify(published.Lines, published.PublicKey).Entries;
    }

    private static Fraction Spent(BudgetLedger ledger, string unit)
    {
        var published = ledger.Publish();
        return BudgetChain.Verify(published.Lines, published.PublicKey).Account.Units[unit].Spent;
    }

    private string OpenWith(BudgetTerms terms)
    {
        try
        {
            BudgetLedger.Open(_disk.Open(), terms, []).Dispose();
            return string.Empty;
        }
        catch (FaultException refused)
        {
            return refused.Fault.Code;
        }
    }
}
