namespace Impact.Core.Rehearsal;

/// <summary>One invented gift.</summary>
internal record struct RehearsalGift
{
    /// <summary>Its number, from 1, in the order of <see cref="OccurredOn"/>.</summary>
    public long Number { get; set; }

    /// <summary>64 bits that no other gift has: its transaction number.</summary>
    public ulong Transaction { get; set; }

    /// <summary>Who gave.</summary>
    public DonorTraits Donor { get; set; }

    /// <summary>Place in <see cref="RehearsalCast.Givers"/>, or -1 for a person.</summary>
    public int Organisation { get; set; }

    /// <summary>Day it was made.</summary>
    public int OccurredOn { get; set; }

    /// <summary>Day it became final: 1 to 4 days later, at the latest the last day.</summary>
    public int ClearedOn { get; set; }

    /// <summary>Gross amount in minor units of the giver's currency, above 0.</summary>
    public long Minor { get; set; }

    /// <summary>Gross amount in cents of the fund's currency, above 0.</summary>
    public long BaseMinor { get; set; }

    /// <summary>The processor's fee in cents: 2.9 % half to even, and 30 cents; 0 or more and below <see cref="BaseMinor"/>.</summary>
    public long FeeMinor { get; set; }

    /// <summary>Place in <see cref="RehearsalDescription.Designations"/>.</summary>
    public int Designation { get; set; }

    /// <summary>Whether it is one of a monthly series.</summary>
    public bool Recurring { get; set; }

    /// <summary>What became of it later.</summary>
    public GiftReturn Return { get; set; }
}

/// <summary>Whether a gift went back.</summary>
internal enum GiftReturnKind
{
    /// <summary>It stayed.</summary>
    None,

    /// <summary>The fund paid it back.</summary>
    Refund,

    /// <summary>The giver's bank took it back.</summary>
    Chargeback,
}

/// <summary>What went back of a gift: all of it, or half of it to the cent below.</summary>
/// <param name="Kind">How.</param>
/// <param name="Day">When, at least 15 days after the gift.</param>
/// <param name="Minor">How much in the giver's currency, above 0 and at most the gift.</param>
/// <param name="BaseMinor">How much in the fund's currency, above 0 and at most the gift.</param>
internal readonly record struct GiftReturn(GiftReturnKind Kind, int Day, long Minor, long BaseMinor);
