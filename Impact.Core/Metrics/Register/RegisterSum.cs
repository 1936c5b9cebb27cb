namespace Impact.Core.Metrics.Register;

/// <summary>One row of the difference register, with the evidence of the people behind it.</summary>
internal sealed record RegisterSum
{
    /// <summary>Which two sides: a code of matches.</summary>
    public required string Match { get; init; }

    /// <summary>What flows: a code of flows; only what flows between organisations stands item by item.</summary>
    public required string Flow { get; init; }

    /// <summary>The item's own number, for spending the partner's identifier, or null for a sum.</summary>
    public string? Item { get; init; }

    /// <summary>The partner, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>First day of the quarter of the item.</summary>
    public required DateOnly QuarterStart { get; init; }

    /// <summary>Age at the statement day: a code of age bands.</summary>
    public required string AgeBand { get; init; }

    /// <summary>What differs: a code of differences.</summary>
    public required string Difference { get; init; }

    /// <summary>Open, explained, in transit or resolved.</summary>
    public required string State { get; init; }

    /// <summary>The other side less the fund's, minor units of the base currency; 0 when two receipts add up to what was sent.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Days from the transfer to the partner's receipt, where there is one; may be below 0.</summary>
    public long? LagDays { get; init; }

    /// <summary>Who must settle it, or null when nobody has explained it.</summary>
    public string? Owner { get; init; }

    /// <summary>A code of explanations, or null.</summary>
    public string? Explanation { get; init; }

    /// <summary>The operator's own words in English, or null.</summary>
    public string? NoteEn { get; init; }

    /// <summary>The operator's own words in Spanish, or null.</summary>
    public string? NoteEs { get; init; }

    /// <summary>People behind a sum; 0 for an item between organisations.</summary>
    public long People { get; init; }

    /// <summary>What is behind a sum, each difference without its sign, minor units.</summary>
    public long AbsoluteMinor { get; init; }

    /// <summary>What of it is the largest person's.</summary>
    public long LargestMinor { get; init; }

    /// <summary>What of it is the second largest person's.</summary>
    public long SecondMinor { get; init; }
}
