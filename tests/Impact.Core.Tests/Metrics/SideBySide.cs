using Impact.Core.Metrics;
using Impact.Core.Metrics.Durations;
using Impact.Core.Metrics.Flows;
using Impact.Core.Metrics.Lots;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Register;
using Impact.Core.Metrics.Reporting;

namespace Impact.Core.Tests.Metrics;

/// <summary>What the figures of two ledgers that share nothing come to together, by adding alone: no family is computed here.</summary>
internal static class SideBySide
{
    /// <summary>Checks of the fund's own sheets and bank: they are about no organisation, so one more changes nothing of them.</summary>
    private static readonly string[] ChecksOfTheFund = ["sheets_taken_whole", "bank_at_quarter_end"];

    /// <summary>The sums of a family for both ledgers together.</summary>
    public static IReadOnlyList<object> Of(IReadOnlyList<object> left, IReadOnlyList<object> right) =>
        left.Concat(right).FirstOrDefault() switch
        {
            null => [],
            DelaySum => Delays([.. left.Concat(right).Cast<DelaySum>()]),
            _ => [.. left.Concat(right).Where(HasPlace).GroupBy(Key).Select(same => same.Aggregate(Add))],
        };

    /// <summary>The sums of money for both ledgers together; the bank is the left one's.</summary>
    public static MoneySums Of(MoneySums left, MoneySums right) =>
        new(
            Rows(left.ByMonth, right.ByMonth),
            Rows(left.ByQuarter, right.ByQuarter),
            Rows(left.ByOrganisation, right.ByOrganisation),
            Rows(left.OrganisationTotals, right.OrganisationTotals),
            Rows(left.Statement, right.Statement),
            Rows(left.Contributions, right.Contributions),
            Rows(left.People, right.People),
            Rows(left.Reporting, right.Reporting),
            Rows(left.Books, right.Books),
            left.Balance
        );

    /// <summary>Whether a row is compared at all.</summary>
    public static bool HasPlace(object sum) => sum is not QualitySum check || !ChecksOfTheFund.Contains(check.Check);

    private static IReadOnlyList<T> Rows<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : class => [.. Of([.. left], [.. right]).Cast<T>()];

    /// <summary>The row without what is added.</summary>
    private static object Key(object sum) =>
        sum switch
        {
            RaisedSum one => one with { AmountMinor = 0 },
            RateSum one => one with { NumeratorMinor = 0, DenominatorMinor = 0 },
            CategorySum one => one with { AmountMinor = 0 },
            EarmarkedSum one => one with { AmountMinor = 0, Evidence = NoGiver },
            LotSum one => one with { AmountMinor = 0, Givers = NoGiver },
            ReportTimeSum one => one,
            QualitySum one => one with { Passed = 0, Cases = 0 },
            RegisterSum one => (one.Match, one.Flow, one.Item, one.QuarterStart, one.AgeBand, one.State),
            ConvertedSum one => one with { OriginalMinor = 0, BaseMinor = 0 },
            DonorGiftSum one => (one.Month, one.Band),
            NewDonorSum one => one with { Donors = 0 },
            EnrolmentSum one => one with { Enrolled = 0 },
            ServiceSum one => one with { Services = 0, Households = 0 },
            OrganisationServiceSum one => one,
            SharedHouseholdSum one => one with { Households = 0 },
            FlowSum one => one with { AmountMinor = 0 },
            StatementSum one => one with { AmountMinor = 0 },
            GiverSum one => one with { AmountMinor = 0 },
            PeopleSum one => one with { People = 0 },
            ReportingSum one => one,
            KindSum one => one with { AmountMinor = 0 },
            _ => throw new ArgumentException($"{sum.GetType().Name} is not known here.", nameof(sum)),
        };

    private static object Add(object left, object right) =>
        (left, right) switch
        {
            (RaisedSum one, RaisedSum two) => one with { AmountMinor = one.AmountMinor + two.AmountMinor },
            (RateSum one, RateSum two) => one with
            {
                NumeratorMinor = one.NumeratorMinor + two.NumeratorMinor,
                DenominatorMinor = one.DenominatorMinor + two.DenominatorMinor,
            },
            (EarmarkedSum one, EarmarkedSum two) => one with
            {
                AmountMinor = one.AmountMinor + two.AmountMinor,
                Evidence = Add(one.Evidence, two.Evidence),
            },
            (LotSum one, LotSum two) => one with
            {
                AmountMinor = one.AmountMinor + two.AmountMinor,
                Givers = Add(one.Givers, two.Givers),
            },
            (QualitySum one, QualitySum two) => one with
            {
                Passed = one.Passed + two.Passed,
                Cases = one.Cases + two.Cases,
            },
            (RegisterSum one, RegisterSum two) => Add(one, two),
            (DonorGiftSum one, DonorGiftSum two) => one with
            {
                Donors = one.Donors + two.Donors,
                Gifts = one.Gifts + two.Gifts,
                AmountMinor = one.AmountMinor + two.AmountMinor,
                RecurringGifts = one.RecurringGifts + two.RecurringGifts,
                RecurringMinor = one.RecurringMinor + two.RecurringMinor,
            },
            (NewDonorSum one, NewDonorSum two) => one with { Donors = one.Donors + two.Donors },
            (ServiceSum one, ServiceSum two) => one with
            {
                Services = one.Services + two.Services,
                Households = one.Households + two.Households,
            },
            (SharedHouseholdSum one, SharedHouseholdSum two) => one with
            {
                Households = one.Households + two.Households,
            },
            (FlowSum one, FlowSum two) => one with { AmountMinor = one.AmountMinor + two.AmountMinor },
            (StatementSum one, StatementSum two) => one with { AmountMinor = one.AmountMinor + two.AmountMinor },
            (GiverSum one, GiverSum two) => one with { AmountMinor = one.AmountMinor + two.AmountMinor },
            (KindSum one, KindSum two) => one with { AmountMinor = one.AmountMinor + two.AmountMinor },
            // The others are of one organisation or currency, and only one of the ledgers has it.
            _ => throw new ArgumentException($"Both ledgers have {left}.", nameof(right)),
        };

    private static RegisterSum Add(RegisterSum one, RegisterSum two)
    {
        var givers = Add(Givers(one), Givers(two));
        return one with
        {
            Difference = one.Difference == two.Difference ? one.Difference : "various",
            AmountMinor = one.AmountMinor + two.AmountMinor,
            Owner = one.Owner == two.Owner ? one.Owner : null,
            Explanation = one.Explanation == two.Explanation ? one.Explanation : null,
            People = givers.People,
            AbsoluteMinor = givers.AmountMinor,
            LargestMinor = givers.LargestMinor,
            SecondMinor = givers.SecondMinor,
        };
    }

    private static InflowEvidence Givers(RegisterSum sum) =>
        new(sum.People, sum.AbsoluteMinor, sum.LargestMinor, sum.SecondMinor);

    private static InflowEvidence NoGiver { get; } = new(0, 0, 0, 0);

    private static InflowEvidence Add(InflowEvidence one, InflowEvidence two)
    {
        List<long> largest = [.. Largest(one).Concat(Largest(two)).OrderDescending()];
        return new(
            one.People + two.People,
            one.AmountMinor + two.AmountMinor,
            largest.FirstOrDefault(),
            largest.Skip(1).FirstOrDefault()
        );
    }

    private static IEnumerable<long> Largest(InflowEvidence one) =>
        new[] { one.LargestMinor, one.SecondMinor }.Take((int)Math.Min(2, one.People));

    /// <summary>What waits at a number of days is what either ledger sent or still holds after as many days or more.</summary>
    private static IReadOnlyList<object> Delays(IReadOnlyList<DelaySum> all) =>
        [
            .. all.GroupBy(one => one.Days)
                .Select(step => new DelaySum(
                    step.Key,
                    all.Where(one => one.Days >= step.Key).Sum(one => one.DisbursedMinor + one.CensoredMinor),
                    step.Sum(one => one.DisbursedMinor),
                    step.Sum(one => one.CensoredMinor)
                )),
        ];
}
