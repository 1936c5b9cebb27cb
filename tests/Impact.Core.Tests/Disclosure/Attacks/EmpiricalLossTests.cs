using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack B: how much the cells that one household can touch truly tell, from its records through the program's SQL to the drawn figure.</summary>
[TestFixture]
internal sealed class EmpiricalLossTests
{
    private const int Million = 1_000_000;

    /// <summary>One quarter, the most that a policy may claim.</summary>
    private const string Most = "1/4";

    private static readonly DisclosurePolicy Policy = CountDesk.AllInOneTable(Most);

    private static readonly double Claimed = Number(Most);

    private static readonly PlantedLine ListedAgain = new(
        "household_enrol",
        "WHERE listed.household = first_help.household",
        "WHERE FALSE AND listed.household = first_help.household"
    );

    private static readonly PlantedLine NotDistinct = new(
        "first_help",
        "occurred_on <= $cut_off\n    GROUP BY household, organisation_id",
        "occurred_on <= $cut_off\n    GROUP BY household, organisation_id, occurred_on"
    );

    private static readonly PlantedLine ByEachOrganisation = new("first_help", "WHERE NOT $once_a_fund", "WHERE TRUE");

    private static readonly TestCaseData<HouseholdKind, PlantedLine>[] Kinds =
    [
        Case(HouseholdKind.One, ListedAgain, "One_service_and_the_list_is_not_looked_at"),
        Case(HouseholdKind.Eight, NotDistinct, "Eight_services_in_a_quarter_and_each_is_a_first_one"),
        Case(HouseholdKind.Moves, ByEachOrganisation, "A_household_that_moves_and_is_counted_by_each_organisation"),
        Case(HouseholdKind.Maximal, ByEachOrganisation, "Every_cap_touched_and_counted_by_each_organisation"),
        Case(HouseholdKind.Maximal, ListedAgain, "Every_cap_touched_and_the_list_is_not_looked_at"),
    ];

    private ServedHouseholds _million = null!;

    /// <summary>At night the smallest budget at which a tester of ten million must see, too.</summary>
    private static IEnumerable<string> Budgets => AttackSize.IsNightly ? [Most, "7/100"] : [Most];

    [OneTimeSetUp]
    public void Count() => _million = new(HouseholdKind.One, Million, quarters: 1);

    [TestCaseSource(nameof(Budgets))]
    public void A_million_households_tell_what_is_claimed_and_no_more(string budget)
    {
        // A million households, and as many cells without anybody: the tight pair.
        var seen = _million.Attack(CountDesk.AllInOneTable(budget), AttackSize.Of(1), HouseholdKind.Own);
        Tell("families", seen, Number(budget));
        if (budget == Most)
        {
            NightRecord.Note(
                new("empirical-loss", FormattableString.Invariant($"{seen.Bound:0.0000}"), "0.25", seen.With)
            );
        }

        Assert.That(seen.With, Is.EqualTo(AttackSize.Of(Million)));
        Assert.That(seen.Exceeds(Number(budget)), Is.False);
        Assert.That(seen.IsBlind(Number(budget)), Is.False);
    }

    [TestCase("1/4", 0.20, true, false, TestName = "A_variance_a_fifth_too_small_is_found")]
    [TestCase("1/5", 0.25, false, true, TestName = "A_tester_that_sees_too_little_is_called_blind")]
    public void What_is_drawn_and_what_is_claimed_must_be_the_same(
        string drawn,
        double claimed,
        bool exceeds,
        bool blind
    )
    {
        var served = new ServedHouseholds(HouseholdKind.One, Million / 4, quarters: 1);
        var seen = served.Attack(CountDesk.AllInOneTable(drawn), 1, HouseholdKind.Own);
        Assert.That((seen.Exceeds(claimed), seen.IsBlind(claimed)), Is.EqualTo((exceeds, blind)));
    }

    [TestCaseSource(nameof(Kinds))]
    public void No_household_tells_more_and_one_that_counts_more_often_is_seen(HouseholdKind kind, PlantedLine planted)
    {
        Assert.That(Attacked(kind, planted: null).Seen.Exceeds(Claimed), Is.False);
        var (seen, isRefused) = Attacked(kind, planted);
        Assert.That(seen.Exceeds(Claimed), Is.True, $"proven {seen.Bound:0.000}");
        Assert.That(isRefused, Is.True, "the program looks at every row itself");
    }

    [Test]
    public void A_donor_who_gives_again_and_moves_tells_no_more_than_is_claimed()
    {
        var policy = CountDesk.AllInOneTable(Most, PublishedTables.NewDonorsByRegion);
        var seen = new GivingDonors().Attack(policy, AttackSize.Of(10));
        Tell("donors", seen, Claimed);
        Assert.That(seen.Exceeds(Claimed), Is.False);
        Assert.That(seen.Bound, Is.GreaterThan(Claimed / 2), "the tester sees");

        var planted = new GivingDonors(new("donor_enrol", "WHERE listed.donor", "WHERE FALSE AND listed.donor"));
        Assert.That(planted.Attack(policy, 2).Exceeds(Claimed), Is.True);
        Assert.That(planted.IsRefused, Is.True);
    }

    [Test]
    public void The_figure_to_date_tells_no_more_than_is_claimed()
    {
        var policy = CountDesk.AllInOneTable(Most, PublishedTables.EnrolmentsToDate);
        var seen = new SeriesOfOneHousehold(AttackSize.Of(1_000)).Attack(policy);
        Tell("families to date", seen, Claimed);
        Assert.That(seen.Exceeds(Claimed), Is.False);
        Assert.That(seen.Bound, Is.GreaterThan(0), "the tester sees");
        Assert.That(new SeriesOfOneHousehold(2_000, ListedAgain).Attack(policy).Exceeds(Claimed), Is.True);
    }

    [Test]
    public void Without_noise_a_hundred_identical_tables_are_enough()
    {
        var seen = EmpiricalLoss.Of(Enumerable.Repeat(0L, 100), Enumerable.Repeat(1L, 100), figure => figure >= 1);
        Assert.That(seen.Exceeds(1), Is.True);
    }

    // P[Bin(n, p) ≥ k] = α by hand: k = n gives pⁿ = α; k = 1 gives 1 − (1 − p)ⁿ = α.
    [TestCase(100, 100, 0.93325, 1)]
    [TestCase(1, 100, 0.00001, 0.08863)]
    [TestCase(0, 100, 0, 0.06675)]
    public void Bounds_of_a_share_are_exact(long successes, long trials, double lower, double upper)
    {
        Assert.That(ClopperPearson.Lower(successes, trials, 1e-3), Is.EqualTo(lower).Within(5e-5));
        Assert.That(ClopperPearson.Upper(successes, trials, 1e-3), Is.EqualTo(upper).Within(5e-5));
    }

    [TestCase(0.02)]
    [TestCase(0.1)]
    [TestCase(0.25)]
    public void What_the_best_test_finds_gives_the_budget_back(double rho) =>
        Assert.That(CellTradeOff.LeastRho(0.3, CellTradeOff.Power(rho, 0.3)), Is.EqualTo(rho).Within(1e-6));

    private static (EmpiricalLoss Seen, bool IsRefused) Attacked(HouseholdKind kind, PlantedLine? planted)
    {
        var served = new ServedHouseholds(kind, 2_000, quarters: 2, planted);
        return (served.Attack(Policy, AttackSize.Of(5), HouseholdKind.Own, HouseholdKind.Other), served.IsRefused);
    }

    private static void Tell(string table, EmpiricalLoss seen, double claimed)
    {
        TestContext.Out.WriteLine(
            $"{table}: claimed {claimed}, proven {seen.Bound:0.0000} with {seen.With} on each side"
        );
        AttackResults.Note("B", $"rho_proven, {table}, claimed {claimed}", seen.Bound, seen.With);
    }

    private static double Number(string budget)
    {
        var rho = Fraction.Parse(budget);
        return (double)rho.Numerator / (double)rho.Denominator;
    }

    private static TestCaseData<HouseholdKind, PlantedLine> Case(
        HouseholdKind kind,
        PlantedLine planted,
        string name
    ) => new(kind, planted) { TestName = name };
}
