using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.People;

/// <summary>Gifts of individual donors in one month, of those whose first gift was in one band.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Band">A code of the bands of gifts.</param>
/// <param name="Donors">Donors who gave in the month.</param>
/// <param name="Gifts">Their gifts; the amount over these is the average.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
/// <param name="RecurringGifts">Those of a recurring plan.</param>
/// <param name="RecurringMinor">Their amount.</param>
internal sealed record DonorGiftSum(
    DateOnly Month,
    string Band,
    long Donors,
    long Gifts,
    long AmountMinor,
    long RecurringGifts,
    long RecurringMinor
);

/// <summary>Donors, gifts, amount and what is recurring, by month and first-gift band. It stays in until noise protects it.</summary>
internal sealed class DonorGifts : MetricFamily<DonorGiftSum>
{
    /// <inheritdoc />
    public override string Sql => "donor_gifts";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [WorkTablesOfPeople.DonorFirst];

    /// <inheritdoc />
    protected override DonorGiftSum Read(LedgerRow row) =>
        new(
            row.Day("month_start")!.Value,
            row.Text("band")!,
            row.Integer("donors"),
            row.Integer("gifts"),
            row.Integer("amount_minor"),
            row.Integer("recurring_gifts"),
            row.Integer("recurring_minor")
        );

    /// <inheritdoc />
    protected override IReadOnlyList<DonorGiftSum> Compute(ReferenceLedger ledger)
    {
        var gifts = ReferenceDonors.Standing(ledger);
        var first = ReferenceDonors.First(gifts);
        var bands = GiftBands.Of(ledger.Scope.Fund.Currency);
        var sums = new List<DonorGiftSum>();
        foreach (
            var cell in gifts.GroupBy(gift =>
                (
                    Month: ReferenceDonors.Month(gift.ClearedOn),
                    Band: bands.Last(band => band.FromMinor <= first[gift.Donor].BaseMinor).Band
                )
            )
        )
        {
            var recurring = cell.Where(gift => gift.IsRecurring).ToList();
            sums.Add(
                new(
                    cell.Key.Month,
                    cell.Key.Band,
                    cell.Select(gift => gift.Donor).Distinct().Count(),
                    cell.Count(),
                    cell.Sum(gift => gift.BaseMinor),
                    recurring.Count,
                    recurring.Sum(gift => gift.BaseMinor)
                )
            );
        }

        return sums;
    }

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<DonorGiftSum> sums, TableContext context) =>
        [
            new(TablesAwaitingNoise.DonorGifts, [.. sums.SelectMany(sum => Rows(sum, context))]),
            new(
                TablesAwaitingNoise.DonorRates,
                [.. sums.GroupBy(sum => sum.Month).SelectMany(month => Rates(month.Key, [.. month], context))]
            ),
        ];

    /// <summary>Both parts of each quotient, added over the bands of a month; a quotient of quotients would be another figure.</summary>
    private static IEnumerable<RawRow> Rates(DateOnly start, IReadOnlyList<DonorGiftSum> bands, TableContext context)
    {
        var month = Period.Of(PeriodGrain.Month, start);
        var gifts = bands.Sum(sum => sum.Gifts);
        (string Metric, long Numerator)[] rates =
        [
            ("average_gift", bands.Sum(sum => sum.AmountMinor)),
            ("recurring_share", bands.Sum(sum => sum.RecurringGifts)),
        ];
        return rates.Select(rate =>
            context.Writer.Plain(
                [month.Code, rate.Metric, rate.Numerator, gifts],
                new("ok", month.End, RowWriter.OneSource)
            )
        );
    }

    private static IEnumerable<RawRow> Rows(DonorGiftSum sum, TableContext context)
    {
        var month = Period.Of(PeriodGrain.Month, sum.Month);
        (string Measure, long Value)[] measures =
        [
            ("donors", sum.Donors),
            ("gifts", sum.Gifts),
            ("amount", sum.AmountMinor),
            ("recurring_gifts", sum.RecurringGifts),
            ("recurring_amount", sum.RecurringMinor),
        ];
        return measures.Select(one =>
            context.Writer.Plain(
                [month.Code, sum.Band, one.Measure, one.Value],
                new("ok", month.End, RowWriter.OneSource)
            )
        );
    }
}
