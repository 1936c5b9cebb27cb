namespace Impact.Core.Releases.Gifts;

/// <summary>One transaction of a payment processor as the ledger nets it: what a donor can check. It is about one giver and stays in.</summary>
internal sealed record ProvenGift
{
    /// <summary>The processor's own transaction id, 1 or more characters: what the donor's receipt says.</summary>
    public required string Transaction { get; init; }

    /// <summary>The day the gift cleared; null where the books hold only what went back.</summary>
    public required DateOnly? ClearedOn { get; init; }

    /// <summary>The currency the donor paid in, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>What the donor paid, minor units of <see cref="Currency"/>.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>The net of the transaction's gift entries, minor units of the base currency: 0 has no leaf, below 0 stops the release.</summary>
    public required long BaseMinor { get; init; }

    /// <summary>What was refunded or charged back, net, minor units of the base currency: as above.</summary>
    public long RefundedMinor { get; init; }

    /// <summary>What became of the money, in lines that add up to <see cref="BaseMinor"/>; at most <see cref="MostLots"/>.</summary>
    public IReadOnlyList<GiftLot> Lots { get; init; } = [];

    /// <summary>Thirty-two lines are the most that a gift's record tells.</summary>
    public const int MostLots = 32;
}

/// <summary>One line of what became of a gift, by the fund's rule of lots.</summary>
/// <param name="Place">Where the money is: <c>fund</c>, <c>taken</c>, <c>advanced</c>, <c>partners</c>, <c>partner</c>, <c>returned</c> or <c>spent</c>.</param>
/// <param name="Organisation">The partner, or null.</param>
/// <param name="Measure">What took it or what it was spent on, a code; or null.</param>
/// <param name="Quarter">The quarter it was spent in, for example <c>2019-Q3</c>; or null.</param>
/// <param name="Since">The day it was taken or came to its partner; or null.</param>
/// <param name="AmountMinor">Minor units of the base currency, above 0.</param>
internal sealed record GiftLot(
    string Place,
    string? Organisation,
    string? Measure,
    string? Quarter,
    DateOnly? Since,
    long AmountMinor
);

/// <summary>Where a release's gifts come from. It is read more than once and must tell the same each time.</summary>
internal interface IGiftSource : IDisposable
{
    /// <summary>The last day that counts: the day of the statement's lines.</summary>
    DateOnly CountedTo { get; }

    /// <summary>Every transaction once, ordered by its id, in parts that fit in memory.</summary>
    IEnumerable<IReadOnlyList<ProvenGift>> Read();

    /// <summary>The same gift with its lots told in at most so many lines, coarser as they get fewer.</summary>
    /// <param name="gift">A gift of this source.</param>
    /// <param name="most">1 or more; a source that cannot say it in so few lines returns the fewest it can.</param>
    ProvenGift Shorten(ProvenGift gift, int most);
}
