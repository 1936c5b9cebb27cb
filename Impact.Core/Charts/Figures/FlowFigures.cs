namespace Impact.Core.Charts.Figures;

/// <summary>Where money of the fund is, or what became of it.</summary>
internal enum FlowEnd
{
    /// <summary>Given back to donors: refunds and chargebacks.</summary>
    Refunds,

    /// <summary>Fees of processor, platform and bank, and the cost of running the fund.</summary>
    Costs,

    /// <summary>With the fund, promised to partners.</summary>
    WaitingAllocated,

    /// <summary>With the fund, not promised to anyone.</summary>
    WaitingUnallocated,

    /// <summary>With the fund; whether it is promised is not known for the same day.</summary>
    Waiting,

    /// <summary>Not allocated to partners, where what was sent is not told.</summary>
    NotAllocated,

    /// <summary>Left over, and the source does not tell for what.</summary>
    NotTold,

    /// <summary>Spent on programmes.</summary>
    SpentProgramme,

    /// <summary>Spent on administration.</summary>
    SpentManagement,

    /// <summary>Spent on fundraising.</summary>
    SpentFundraising,

    /// <summary>Spent, by no kind.</summary>
    Spent,

    /// <summary>With partners, not yet spent.</summary>
    WithPartners,
}

/// <summary>One part of the flow.</summary>
/// <param name="End">What it is.</param>
/// <param name="Amount">How much, above 0, in minor units.</param>
internal sealed record FlowPart(FlowEnd End, long Amount);

/// <summary>The flow of money from what came in to where it is now. Every amount comes from the tables or is the rest of two of them.</summary>
internal sealed record FlowFigures
{
    /// <summary>All that came in: gifts, interest, other income and an opening balance.</summary>
    public required long Sources { get; init; }

    /// <summary>The part of the sources that is no gift, by the code of its statement line.</summary>
    public required IReadOnlyList<(string Line, long Amount)> OtherSources { get; init; }

    /// <summary>What went out beyond the sources, where the tables do not explain it; else 0.</summary>
    public required long BeyondSources { get; init; }

    /// <summary>What went on to partners: sent, or only allocated where what was sent is not told.</summary>
    public required long Onward { get; init; }

    /// <summary>Whether <see cref="Onward"/> is money that was sent.</summary>
    public required bool IsSent { get; init; }

    /// <summary>What partners spent or hold beyond what was sent: an opening balance, or spending ahead of transfers; else 0.</summary>
    public required long BeyondOnward { get; init; }

    /// <summary>Where money ended that did not go to partners.</summary>
    public required IReadOnlyList<FlowPart> FundEnds { get; init; }

    /// <summary>Where money ended that went to partners.</summary>
    public required IReadOnlyList<FlowPart> PartnerEnds { get; init; }

    /// <summary>Measures that the source does not tell, by their published code.</summary>
    public required IReadOnlyList<string> NotTold { get; init; }

    /// <summary>Whether some figure may still change.</summary>
    public required bool IsProvisional { get; init; }
}
