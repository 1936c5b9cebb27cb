namespace Impact.Core.Noise.Accounting;

/// <summary>What an entry of a budget ledger says.</summary>
public abstract record BudgetEvent
{
    /// <summary>Only the kinds below exist.</summary>
    private protected BudgetEvent() { }

    /// <summary>The entry's kind in the file.</summary>
    public abstract string Kind { get; }
}

/// <summary>The first entry: the terms for life, and the digest of the key that signs every entry.</summary>
/// <param name="Terms">Fund, units, policy.</param>
/// <param name="KeySha256">SHA-256 of the thirty-two bytes of the public key, lower-case hexadecimal.</param>
public sealed record BudgetOpened(BudgetTerms Terms, string KeySha256) : BudgetEvent
{
    /// <summary>The kind of the first entry.</summary>
    public const string Code = "open";

    /// <inheritdoc />
    public override string Kind => Code;
}

/// <summary>A series is declared.</summary>
/// <param name="Terms">Its terms.</param>
public sealed record SeriesOpened(SeriesTerms Terms) : BudgetEvent
{
    /// <summary>The kind of a declaration.</summary>
    public const string Code = "series";

    /// <inheritdoc />
    public override string Kind => Code;
}

/// <summary>Budget is spent, before anything is read or drawn. It is never given back.</summary>
/// <param name="Terms">The series as declared.</param>
/// <param name="Period">The period that is drawn, for example <c>2019-Q3</c>.</param>
/// <param name="Cost">ρ charged by this entry; 0 where the series was charged already.</param>
/// <param name="ChargedAt">The entry that charged the series; 0 where this one pays.</param>
public sealed record BudgetReserved(SeriesTerms Terms, string Period, Fraction Cost, long ChargedAt) : BudgetEvent
{
    /// <summary>The kind of a reserve.</summary>
    public const string Code = "reserve";

    /// <inheritdoc />
    public override string Kind => Code;
}

/// <summary>The noisy result of a reserve is stored.</summary>
/// <param name="Reserve">The number of the reserve's entry.</param>
/// <param name="ResultSha256">SHA-256 of the stored result, lower-case hexadecimal.</param>
public sealed record ResultCommitted(long Reserve, string ResultSha256) : BudgetEvent
{
    /// <summary>The kind of a commit.</summary>
    public const string Code = "commit";

    /// <inheritdoc />
    public override string Kind => Code;
}

/// <summary>A reserve came to nothing. What it cost stays spent, and its period is lost.</summary>
/// <param name="Reserve">The number of the reserve's entry.</param>
public sealed record PeriodAbandoned(long Reserve) : BudgetEvent
{
    /// <summary>The kind of an abandonment.</summary>
    public const string Code = "abandon";

    /// <inheritdoc />
    public override string Kind => Code;
}
