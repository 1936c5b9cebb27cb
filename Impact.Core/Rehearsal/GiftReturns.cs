namespace Impact.Core.Rehearsal;

/// <summary>Decides which gifts are refunded or charged back, and never so many that a designation would be short on any day.</summary>
/// <remarks>
/// A return comes 15 days or more after its gift, when every gift before it is 10 days past clearing. So a designation whose gifts
/// so far, less their fees and all returns decided so far, are not below 0 is never short.
/// </remarks>
internal sealed class GiftReturns(ulong seed)
{
    /// <summary>60 gifts in 10,000 are refunded.</summary>
    private const int Refunds = 60;

    /// <summary>20 gifts in 10,000 are charged back.</summary>
    private const int RefundsAndChargebacks = Refunds + 20;
    private const int TenThousand = 10_000;

    private const int EarliestDays = 15;
    private const int LatestDays = 75;

    private readonly SeededNumbers numbers = new(seed, SeededPurpose.Returns);
    private readonly long[] kept = new long[RehearsalDescription.Designations.Count];

    /// <summary>What becomes of a gift; called once a gift, in their order.</summary>
    public GiftReturn Decide(in RehearsalGift gift)
    {
        kept[gift.Designation] += gift.BaseMinor - gift.FeeMinor;
        var draw = numbers.Below(TenThousand);
        if (draw >= RefundsAndChargebacks || gift.Organisation >= 0)
        {
            return default;
        }

        var kind = draw < Refunds ? GiftReturnKind.Refund : GiftReturnKind.Chargeback;
        var day = gift.OccurredOn + numbers.Between(EarliestDays, LatestDays);
        // Every third refund is of half a gift: someone typed too large a sum.
        var half = kind == GiftReturnKind.Refund && gift.Donor.Currency == ForeignCurrencies.Base && draw % 3 == 0;
        var (minor, baseMinor) = half ? (gift.Minor / 2, gift.BaseMinor / 2) : (gift.Minor, gift.BaseMinor);
        if (day >= RehearsalCalendar.Days || baseMinor > kept[gift.Designation])
        {
            return default;
        }

        kept[gift.Designation] -= baseMinor;
        return new(kind, day, minor, baseMinor);
    }
}
