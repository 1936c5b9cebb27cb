using System.Globalization;
using Impact.Core.Releases.Gifts;

namespace Impact.Benchmarks;

/// <summary>Gifts made by arithmetic as they are asked for: amounts as people give, three lines of lots each.</summary>
internal sealed class GeneratedGifts(long gifts) : IGiftSource
{
    private const int PartOf = 1 << 14;

    /// <summary>A prime spreads amounts from 5.00 to 505.00.</summary>
    private const long Step = 7919;
    private const long Span = 50_000;
    private const long Least = 500;
    private const long Fee = 59;

    public DateOnly CountedTo { get; } = new(2020, 12, 31);

    public static string TransactionOf(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"txn_{number:0000000000}");

    public IEnumerable<IReadOnlyList<ProvenGift>> Read()
    {
        for (var first = 0L; first < gifts; first += PartOf)
        {
            var part = new List<ProvenGift>(PartOf);
            for (var number = first; number < Math.Min(gifts, first + PartOf); number++)
            {
                part.Add(Gift(number));
            }

            yield return part;
        }
    }

    public ProvenGift Shorten(ProvenGift gift, int most) => gift;

    public void Dispose() { }

    private ProvenGift Gift(long number)
    {
        var minor = Least + (number * Step % Span);
        return new()
        {
            Transaction = TransactionOf(number),
            ClearedOn = CountedTo,
            Currency = "USD",
            AmountMinor = minor,
            BaseMinor = minor,
            Lots =
            [
                new("spent", "XI-REHEARSAL-ORG-1", "spent_programme", "2020-Q2", null, (minor - Fee) / 2),
                new("partner", "XI-REHEARSAL-ORG-2", null, null, CountedTo, minor - Fee - ((minor - Fee) / 2)),
                new("taken", null, "processor_fee", null, CountedTo, Fee),
            ],
        };
    }
}
