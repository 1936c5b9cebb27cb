using Impact.Core.Disclosure.HouseholdMoney;

namespace Impact.Core.Tests.Disclosure.HouseholdMoney;

/// <summary>Attack G: households from exact money. The vectors are those of the specification.</summary>
internal sealed class HouseholdAidGateTests
{
    private const int Needed = 10;
    private const int More = 100;
    private static readonly DateOnly Quarter = new(2019, 10, 1);

    private static HouseholdAidCase Cash(long amountMinor, params long[] stipends) =>
        new("XI-TEST-1 2019-Q4", [new(["cash_aid"], amountMinor)]) { Stipends = stipends };

    [Test]
    public void A_flat_stipend_gives_the_families_away() =>
        Assert.That(HouseholdAidGate.PossibleValues(Cash(6_850_000, 50_000), Needed), Is.EqualTo([137L]));

    [Test]
    public void Two_stipends_leave_eighteen_solutions() =>
        Assert.That(
            HouseholdAidGate.PossibleValues(Cash(6_850_000, 50_000, 80_000), More),
            Is.EquivalentTo(Enumerable.Range(0, 18).Select(step => 137L - (3 * step)))
        );

    [Test]
    public void A_count_of_ten_more_or_less_leaves_seven_values_of_eighteen()
    {
        var counted = Cash(6_850_000, 50_000, 80_000) with
        {
            Bounds = [new("XI-TEST-1", Quarter, Low: 100, High: 120) { IsOfAided = true }],
        };
        Assert.That(HouseholdAidGate.PossibleValues(counted, More), Has.Count.EqualTo(7));
        // The planted bug: a gate that measures the width lets these seven pass.
        Assert.That(Width(HouseholdAidGate.PossibleValues(counted, More)), Is.GreaterThanOrEqualTo(Needed));
    }

    [Test]
    public void Enrolments_bind_from_above_only()
    {
        var enrolled = Cash(6_850_000, 50_000, 80_000) with { Bounds = [new("XI-TEST-1", Quarter, 100, 110)] };
        var values = HouseholdAidGate.PossibleValues(enrolled, More);
        Assert.That(values.Max(), Is.LessThanOrEqualTo(110));
        Assert.That(values.Min(), Is.EqualTo(86), "households that are enrolled may get nothing");
    }

    [Test]
    public void Without_declared_stipends_any_amount_is_possible()
    {
        Assert.That(HouseholdAidGate.PossibleValues(Cash(6_850_000), Needed), Has.Count.EqualTo(Needed));
        // The planted bug: a gate that forgets the schedule lets the flat stipend pass.
        Assert.That(HouseholdAidGate.PossibleValues(Cash(6_850_000, 50_000), Needed), Has.Count.LessThan(Needed));
    }

    [TestCase(1, 1)]
    [TestCase(9, 9)]
    [TestCase(10, 10)]
    public void Of_cents_no_more_households_than_cents(long minor, int values) =>
        Assert.That(HouseholdAidGate.PossibleValues(Cash(minor), Needed), Has.Count.EqualTo(values));

    [Test]
    public void An_observed_zero_is_one_value() =>
        Assert.That(HouseholdAidGate.PossibleValues(Cash(0, 50_000), Needed), Is.EqualTo([0L]));

    [Test]
    public void An_empty_set_is_a_defect_and_never_a_pass() =>
        Assert.That(
            () => HouseholdAidGate.PossibleValues(Cash(6_850_001, 50_000), Needed),
            Throws.TypeOf<ImpossibleHouseholdAidException>().With.Message.Not.Contains("685")
        );

    [Test]
    public void A_statement_of_an_earlier_release_that_says_otherwise_is_a_defect()
    {
        var now = Cash(6_850_000, 50_000);
        var changed = now with { Statements = [.. now.Statements, new(["cash_aid"], 6_800_000)] };
        Assert.That(
            () => HouseholdAidGate.PossibleValues(changed, Needed),
            Throws.TypeOf<ImpossibleHouseholdAidException>()
        );
    }

    [Test]
    public void Merged_categories_hide_what_their_parts_told_and_a_published_part_tells_it_again()
    {
        HouseholdAidCase merged = new("merged", [new(["cash_aid", "food", "rent_utilities"], 6_850_000)])
        {
            Stipends = [50_000],
        };
        Assert.That(HouseholdAidGate.PossibleValues(merged, Needed), Has.Count.EqualTo(Needed));
        var told = merged with
        {
            Statements = [.. merged.Statements, new(["food"], 100_000), new(["rent_utilities"], 250_000)],
        };
        Assert.That(HouseholdAidGate.PossibleValues(told, Needed), Is.EqualTo([130L]));
    }

    [Test]
    public void A_correction_in_another_category_leaves_the_cash_its_room()
    {
        HouseholdAidCase corrected = new("corrected", [new(["cash_aid", "staff"], 400_000), new(["staff"], -100_000)])
        {
            Stipends = [50_000],
        };
        Assert.That(HouseholdAidGate.PossibleValues(corrected, Needed), Is.EqualTo([10L]));
    }

    [Test]
    public void Cash_below_nothing_has_no_value_and_is_no_defect() =>
        Assert.That(HouseholdAidGate.PossibleValues(Cash(-50_000, 50_000), Needed), Is.Empty);

    [Test]
    public void Needed_is_the_policys_number_or_twice_sigma()
    {
        var noisy = Cash(1) with { Bounds = [new("XI-TEST-1", Quarter, 0, 50) { TwoSigma = 13 }] };
        Assert.That((noisy.Needed(10), noisy.Needed(20)), Is.EqualTo((13, 20)));
    }

    private static long Width(IReadOnlyList<long> values) => values.Max() - values.Min() + 1;
}
