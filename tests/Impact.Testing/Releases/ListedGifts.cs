using System.Globalization;
using Impact.Core.Releases.Gifts;

namespace Impact.Testing.Releases;

/// <summary>Gifts that a test lists: a source in memory.</summary>
internal sealed class ListedGifts(IReadOnlyList<ProvenGift> gifts, DateOnly countedTo) : IGiftSource
{
    private const int PartOf = 100;

    public DateOnly CountedTo => countedTo;

    /// <summary>Gifts that add up to totals: many small ones by arithmetic, and one for the rest; the first is refunded.</summary>
    public static ListedGifts For(long total, long refunds, int count, DateOnly countedTo)
    {
        var minor = Enumerable.Range(0, count - 1).Select(number => 500L + (number * 7919L % 20_000)).ToList();
        minor.Add(total - minor.Sum());
        return new(
            [
                .. minor.Select(
                    (amount, number) =>
                        new ProvenGift
                        {
                            Transaction = TransactionOf(number),
                            ClearedOn = countedTo.AddDays(-number % 90),
                            Currency = "USD",
                            AmountMinor = amount,
                            BaseMinor = amount,
                            RefundedMinor = number == 0 ? refunds : 0,
                            Lots =
                            [
                                new("spent", "XI-REHEARSAL-1", "spent_programme", "2020-Q1", null, amount - 31),
                                new("taken", null, "processor_fee", null, countedTo, 31),
                            ],
                        }
                ),
            ],
            countedTo
        );
    }

    public static string TransactionOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"txn_{number:000000}");

    public IReadOnlyList<ProvenGift> All => gifts;

    public IEnumerable<IReadOnlyList<ProvenGift>> Read() => gifts.Chunk(PartOf);

    public ProvenGift Shorten(ProvenGift gift, int most) => gift with { Lots = [.. gift.Lots.Take(most)] };

    public void Dispose() { }
}
