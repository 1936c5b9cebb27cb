using Impact.Core.Catalogue;
using Impact.Core.Disclosure.HouseholdMoney;
using Impact.Core.Noise;

namespace Impact.Core.Disclosure.Counts;

/// <summary>What the published counts of new families tell gate G: how many families an organisation can have aided by a quarter's end.</summary>
internal static class CountBounds
{
    /// <summary>Simultaneously over all cells, the true counts are within the bounds in 999 of 1,000 funds.</summary>
    private static readonly Fraction Level = Fraction.Of(999, 1000);

    /// <summary>One bound for each organisation and quarter up to the first lost draw; none where the table is not published.</summary>
    /// <param name="plan">The noise of the table.</param>
    /// <param name="counts">The table as it is published.</param>
    public static IReadOnlyList<CountBound> Of(CountPlan plan, ControlledTable counts)
    {
        var rows = counts.Table.Rows;
        if (plan.Find(counts.Table.Schema) is not { } series || rows.Count == 0)
        {
            return [];
        }

        var variance = series.Terms.Variance;
        var twoSigma = TwoSigma(variance);
        var halves = new Dictionary<int, long>();
        return
        [
            .. rows.GroupBy(row => row.Text("organisation_id"), StringComparer.Ordinal)
                .SelectMany(own => ToDate([.. own.OrderBy(row => DayOf(row))], Half, twoSigma)),
        ];

        // The sum of k draws has k times the variance.
        long Half(int quarters)
        {
            if (!halves.TryGetValue(quarters, out var half))
            {
                half = new DiscreteGaussianLaw(variance * Fraction.Of(quarters)).HalfWidth(Level, rows.Count);
                halves.Add(quarters, half);
            }

            return half;
        }
    }

    /// <summary>Twice the standard deviation of the noise in counts of new families, rounded up; 0 where none are published.</summary>
    public static long TwoSigma(FundDescription fund, DisclosurePolicy policy) =>
        CountPlan.Of(fund, policy)?.Find(PublishedTables.EnrolmentsByOrganisation) is { } series
            ? TwoSigma(series.Terms.Variance)
            : 0;

    /// <summary>Twice the standard deviation of a variance, rounded up.</summary>
    internal static long TwoSigma(Fraction variance) => (long)WholeRoot.Ceiling(variance * Fraction.Of(4));

    private static IEnumerable<CountBound> ToDate(List<TableRow> quarters, Func<int, long> half, long twoSigma)
    {
        var sum = 0L;
        var number = 0;
        foreach (var row in quarters)
        {
            if (row.Integer("value") is not { } value)
            {
                yield break;
            }

            sum = checked(sum + value);
            number++;
            var high = Math.Max(0, checked(sum + half(number)));
            yield return new(row.Text("organisation_id"), DayOf(row), Low: 0, high) { TwoSigma = twoSigma };
        }
    }

    private static DateOnly DayOf(TableRow row) => (DateOnly)row["period_start"]!;
}
