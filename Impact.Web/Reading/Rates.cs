using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Web.Reading;

/// <summary>A rate with both its parts.</summary>
/// <param name="Metric">Identifier of the metric.</param>
/// <param name="Numerator">Upper part; null where it is not told.</param>
/// <param name="Denominator">Lower part; null where it is not told.</param>
/// <param name="Ratio">The quotient to six decimals; null where there is none.</param>
/// <param name="Standing">What stands beside it.</param>
public sealed record RateReading(
    string Metric,
    Money? Numerator,
    Money? Denominator,
    decimal? Ratio,
    Standing Standing
);

/// <summary>The published rates.</summary>
public static class Rates
{
    /// <summary>The rates of one organisation, or of the fund itself.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="organisation">Identifier of the organisation; empty for the fund.</param>
    public static IReadOnlyList<RateReading> Of(FundReading fund, string organisation) =>
        [
            .. fund.Rows(PublishedTables.Rates.Id)
                .Where(row => string.Equals(row.Text("organisation_id"), organisation, StringComparison.Ordinal))
                .Select(row => new RateReading(
                    row.Text("metric"),
                    Amount.MoneyOf(row, "numerator_minor"),
                    Amount.MoneyOf(row, "denominator_minor"),
                    row.Decimal("ratio"),
                    Standing.Of(row)
                )),
        ];
}
