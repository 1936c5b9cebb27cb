namespace Impact.Core.Metrics.Reference;

/// <summary>One line of the bank's or the processor's own account.</summary>
internal sealed record ReferenceAccountLine
{
    /// <summary>The batch it came with, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>The account's own number of the line.</summary>
    public required string SourceId { get; init; }

    /// <summary><c>bank</c> or <c>processor</c>.</summary>
    public required string Account { get; init; }

    /// <summary>The day it was booked.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>Minor units of the base currency; above 0 into the fund's account.</summary>
    public required long BaseMinor { get; init; }

    /// <summary>What the account says it is, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>The reference it carries, or null.</summary>
    public string? RefersTo { get; init; }

    /// <summary>The line it takes back, or null.</summary>
    public string? Reverses { get; init; }
}

/// <summary>One explanation of one difference.</summary>
/// <param name="Batch">The batch it came with, from 1.</param>
/// <param name="Match">Which two sides.</param>
/// <param name="Item">The item's number.</param>
/// <param name="AmountMinor">The difference that it explains, minor units of the base currency.</param>
internal sealed record ReferenceExplanation(int Batch, string Match, string Item, long AmountMinor)
{
    /// <summary>Who must settle it.</summary>
    public string Owner { get; init; } = "fund";

    /// <summary>A code of explanations.</summary>
    public string Code { get; init; } = "other";

    /// <summary>The operator's words in English, or null.</summary>
    public string? NoteEn { get; init; }

    /// <summary>The operator's words in Spanish, or null.</summary>
    public string? NoteEs { get; init; }
}
