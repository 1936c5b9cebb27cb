using CsCheck;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Rehearsal;

internal sealed class RehearsalBooksTest
{
    [Test]
    public void Books_of_every_size_and_seed_keep_every_rule(
        [Values(1UL, 20190807UL, ulong.MaxValue)] ulong seed,
        [Values(1, 50, 5_000, 50_000)] int gifts,
        [Values(0, 1, 600)] int households
    )
    {
        using var fund = new RehearsalFolder(new(seed, gifts, households));
        var books = fund.Read();
        Assert.That(LayoutCheck.Faults(books), Is.Empty);
        Assert.That(MoneyCheck.Faults(books), Is.Empty);
    }

    [Test]
    public void Books_of_any_small_fund_keep_every_rule() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 400], Gen.Int[0, 20])
            .Sample(
                (seed, gifts, households) =>
                {
                    using var fund = new RehearsalFolder(new(seed, gifts, households));
                    var books = fund.Read();
                    Assert.That(LayoutCheck.Faults(books).Concat(MoneyCheck.Faults(books)), Is.Empty);
                },
                iter: PropertyCases.Count,
                seed: "0000KN6GxN5a",
                threads: 1
            );

    [Test]
    public void The_default_fund_shows_every_kind_of_row_that_the_demonstration_needs()
    {
        using var fund = new RehearsalFolder(new());
        var books = fund.Read();
        string[] kinds =
        [
            "pledge",
            "gift_refund",
            "chargeback",
            "processor_fee",
            "platform_fee",
            "bank_charge",
            "interest",
            "other_income",
            "fund_cost",
            "allocation",
            "allocation_change",
            "disbursement",
            "return",
        ];
        Assert.That(
            books["fund_entries"].Select(row => row["kind"]).Distinct(StringComparer.Ordinal),
            Is.EquivalentTo(kinds)
        );
        var changes = books["fund_entries"]
            .Where(row => row["kind"] is "allocation_change")
            .Select(row => row.Decimal("amount"))
            .ToList();
        Assert.That(changes, Has.Some.Positive.And.Some.Negative);
        Assert.That(books["partner_entries"].Count(row => row["reverses"] is not ""), Is.EqualTo(2));
        Assert.That(
            books["gifts"].Select(row => row["currency"]).Distinct(StringComparer.Ordinal),
            Is.EquivalentTo(["USD", "EUR", "CAD"])
        );
        Assert.That(
            books["balances"].Select(row => row["as_of"]).Distinct(StringComparer.Ordinal).Count(),
            Is.EqualTo(17)
        );
        var transit = books["balances"]
            .Where(row => row["account"] is "in_transit")
            .Select(row => row.Decimal("amount"))
            .ToList();
        Assert.That(transit, Has.Some.Positive.And.Some.Negative);
    }

    [Test]
    public void Two_transfers_are_confirmed_in_the_quarter_after()
    {
        using var fund = new RehearsalFolder(new());
        var books = fund.Read();
        var sent = books["fund_entries"]
            .Where(row => row["kind"] is "disbursement")
            .ToDictionary(row => row["entry_id"], row => row.Day("cleared_on"), StringComparer.Ordinal);
        var late = books["partner_entries"]
            .Where(row => row["kind"] is "receipt")
            .DistinctBy(row => row["disbursement"], StringComparer.Ordinal)
            .Count(row => Quarter(row.Day("cleared_on")) != Quarter(sent[row["disbursement"]]));
        Assert.That(late, Is.EqualTo(2));

        static int Quarter(DateOnly day) => (day.Year * 4) + ((day.Month - 1) / 3);
    }

    [Test]
    public void Splits_of_an_indicator_sum_to_its_total_and_some_cell_is_under_ten()
    {
        using var fund = new RehearsalFolder(new());
        var figures = fund.Read()["indicators"]
            .GroupBy(row => (row["organisation_id"], row["indicator"], row["period"], row["measure"]))
            .ToList();
        foreach (var figure in figures.Where(figure => figure.Count() > 1))
        {
            Assert.That(
                figure.Where(row => row["split"] is not "total").Sum(row => row.Decimal("value")),
                Is.EqualTo(figure.First(row => row["split"] is "total").Decimal("value"))
            );
        }

        Assert.That(
            figures
                .SelectMany(figure => figure)
                .Where(row => row["split"] is not "total")
                .Select(row => row.Decimal("value")),
            Has.Some.InRange(1, 9)
        );
        Assert.That(
            figures.Select(figure => figure.Key.Item4).Distinct(StringComparer.Ordinal),
            Is.EquivalentTo(["baseline", "planned", "reached"])
        );
    }

    [Test]
    public void Households_first_helped_are_those_in_the_services()
    {
        using var fund = new RehearsalFolder(new(Households: 2000));
        var books = fund.Read();
        var stated = books["indicators"]
            .Where(row => row["indicator"] is "households-first-helped" && row["measure"] is "reached");
        var first = books["services"]
            .GroupBy(row => (row["organisation_id"], row["household"]))
            .Select(rows => (rows.Key.Item1, Quarter: QuarterCode(rows.Min(row => row.Day("occurred_on")))))
            .ToList();
        foreach (var row in stated)
        {
            Assert.That(
                first.Count(pair => (pair.Item1, pair.Quarter) == (row["organisation_id"], row["period"])),
                Is.EqualTo(row.Decimal("value")),
                row.Where
            );
        }

        static string QuarterCode(DateOnly day) => $"{day.Year}-Q{((day.Month - 1) / 3) + 1}";
    }

    [Test]
    public void Some_households_go_to_two_partners_and_no_case_number_meets_another_partners()
    {
        var households = new Households(RehearsalOptions.DefaultSeed);
        var partners = Enumerable
            .Range(0, 1000)
            .Select(household =>
                Enumerable
                    .Range(0, Households.MostPartners)
                    .Select(order => households.Case(household, order))
                    .Where(time => time.Partner >= 0)
                    .ToList()
            )
            .ToList();
        Assert.That(partners.Select(times => times.Count).Distinct(), Is.EquivalentTo([1, 2, 3]));
        Assert.That(partners.Count(times => times.Count > 1), Is.InRange(120, 280));
        Assert.That(
            partners,
            Has.All.Matches<List<HouseholdCase>>(times =>
                times!.DistinctBy(time => time.Partner).Count() == times!.Count
            )
        );
        Assert.That(partners.SelectMany(times => times).Select(time => time.Case), Is.Unique);
    }

    [TestCase(1UL)]
    [TestCase(20190807UL)]
    public void A_few_givers_give_much_and_most_give_little(ulong seed)
    {
        using var fund = new RehearsalFolder(new(seed));
        var gifts = fund.Read()["gifts"].Where(row => row["giver_kind"] is "individual").ToList();
        var givers = gifts
            .GroupBy(row => row["donor"], StringComparer.Ordinal)
            .Select(rows => rows.Sum(row => row.BaseAmount))
            .OrderDescending()
            .ToList();
        Assert.That(givers.Take(givers.Count / 100).Sum() / givers.Sum(), Is.GreaterThan(0.15m));
        var amounts = gifts.Select(row => row.BaseAmount).Order().ToList();
        Assert.That(amounts[amounts.Count / 2], Is.LessThan(amounts.Average()));
        Assert.That(gifts.Count - givers.Count, Is.GreaterThan(gifts.Count / 5), "gifts by someone who gave before");
        Assert.That(gifts.Count(row => row["recurring"] is "yes"), Is.InRange(gifts.Count / 20, gifts.Count / 4));
    }

    [Test]
    public void Gifts_come_in_a_burst_that_fades_and_again_at_the_end_of_the_year()
    {
        using var fund = new RehearsalFolder(new());
        var months = fund.Read()["gifts"].CountBy(row => row["occurred_on"][..7]).ToDictionary(StringComparer.Ordinal);
        Assert.That(months["2019-08"], Is.GreaterThan(3 * months["2019-11"]));
        Assert.That(months["2019-12"], Is.GreaterThan(2 * months["2020-02"]));
        Assert.That(months["2020-04"], Is.GreaterThan(months["2020-03"]));
        Assert.That(months.Values.Min(), Is.GreaterThanOrEqualTo(50));
    }

    [Test]
    public void Refunds_and_chargebacks_are_as_rare_as_they_are_in_life()
    {
        using var fund = new RehearsalFolder(new(Gifts: 50_000, Households: 0));
        var kinds = fund.Read()["fund_entries"].CountBy(row => row["kind"]).ToDictionary(StringComparer.Ordinal);
        Assert.That(kinds["gift_refund"], Is.InRange(200, 350));
        Assert.That(kinds["chargeback"], Is.InRange(60, 130));
    }
}
