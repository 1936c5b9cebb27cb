using Impact.Core.Catalogue;

namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>What one organisation spent in one quarter, or in several that are shown as one.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="First">First day of the first quarter.</param>
/// <param name="Last">Last day of the last quarter.</param>
/// <param name="Categories">Amounts in minor units by category; <c>unclassified</c> is one of them.</param>
internal sealed record QuarterSpending(
    string Organisation,
    DateOnly First,
    DateOnly Last,
    IReadOnlyDictionary<string, long> Categories
)
{
    /// <summary>Whether a number of households could be read from it: a cash programme could pay, or cash was booked though none was declared.</summary>
    public bool IsOfHouseholds(FundDescription fund) =>
        fund.Organisations.Any(one => one.Id == Organisation && one.PaysCashIn(First, Last))
        || Categories.ContainsKey(HouseholdAidCase.Cash);

    /// <summary>The lines of a level with their amounts.</summary>
    public IReadOnlyDictionary<string, long> Lines(SpendingLevel level) =>
        Categories
            .GroupBy(category => SpendingLines.Of(category.Key, level), StringComparer.Ordinal)
            .ToDictionary(
                line => line.Key,
                line => line.Aggregate(0L, (sum, category) => checked(sum + category.Value)),
                StringComparer.Ordinal
            );

    /// <summary>What a reader would know at a level: every line with programmes in it, and what all programmes cost, which other tables show.</summary>
    public HouseholdAidCase Known(SpendingLevel level, FundDescription fund, IReadOnlyList<CountBound> bounds)
    {
        var programmes = Lines(SpendingLevel.Programme).GetValueOrDefault(SpendingLines.Programme);
        var lines = Lines(level)
            .Select(line => new SpendingStatement(SpendingLines.CategoriesOf(line.Key), line.Value))
            .Where(statement => statement.Categories.Any(SpendingLines.ProgrammeCategories.Contains));
        return new($"{Organisation} {First:yyyy-MM-dd}", [.. lines, new(SpendingLines.ProgrammeCategories, programmes)])
        {
            Stipends =
            [
                .. fund
                    .Stipends.Where(stipend =>
                        stipend.OrganisationId == Organisation && stipend.From <= Last && !(stipend.Until < First)
                    )
                    .Select(stipend => stipend.AmountMinor)
                    .Distinct(),
            ],
            Bounds = [.. bounds.Where(bound => bound.Organisation == Organisation).SelectMany(Binding)],
        };
    }

    /// <summary>A count of the enrolled binds by its last quarter, once for each quarter that is shown together: each may have paid everyone.</summary>
    private IEnumerable<CountBound> Binding(CountBound bound)
    {
        const int monthsPerQuarter = 3;
        if (bound.QuarterStart < First || bound.QuarterStart > Last)
        {
            return [];
        }

        var months = ((Last.Year - First.Year) * 12) + Last.Month - First.Month + 1;
        var isLast = bound.QuarterStart.AddMonths(monthsPerQuarter) > Last;
        return bound.IsOfAided ? [bound]
            : isLast ? [bound with { High = checked(bound.High * (months / monthsPerQuarter)) }]
            : [];
    }

    /// <summary>The same with the spending of an earlier quarter that is shown with it.</summary>
    public QuarterSpending With(QuarterSpending earlier) =>
        this with
        {
            First = earlier.First,
            Categories = Categories
                .Concat(earlier.Categories)
                .GroupBy(category => category.Key, StringComparer.Ordinal)
                .ToDictionary(
                    category => category.Key,
                    category => category.Aggregate(0L, (sum, one) => checked(sum + one.Value)),
                    StringComparer.Ordinal
                ),
        };
}
