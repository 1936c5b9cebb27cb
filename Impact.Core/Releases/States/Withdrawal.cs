using System.Text.RegularExpressions;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.States;

/// <summary>A decision of the fund that a release must not be used.</summary>
internal sealed partial record Withdrawal
{
    /// <summary>A reason has at most three hundred characters: two sentences.</summary>
    private const int LongestReason = 300;

    private Withdrawal(ReleaseState state, BilingualText reason, DateTimeOffset at)
    {
        State = state;
        Reason = reason;
        At = at;
    }

    /// <summary><see cref="ReleaseState.Withdrawn"/>, or <see cref="ReleaseState.WithdrawnForSafety"/> when its files are to be deleted.</summary>
    public ReleaseState State { get; }

    /// <summary>Why, for readers.</summary>
    public BilingualText Reason { get; }

    /// <summary>When, in whole seconds.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Makes a decision, once its reason may be published.</summary>
    /// <param name="reason">Why; it is published and stays.</param>
    /// <param name="forSafety">Whether the release's files endanger people and are to be deleted.</param>
    /// <param name="clock">Says when.</param>
    /// <exception cref="FaultException"><see cref="Faults.ReasonUnfit"/>: names the language, never the text.</exception>
    public static Withdrawal For(BilingualText reason, bool forSafety, TimeProvider clock)
    {
        RequireFit(reason.En, "en");
        RequireFit(reason.Es, "es");
        var now = clock.GetUtcNow();
        return new(
            forSafety ? ReleaseState.WithdrawnForSafety : ReleaseState.Withdrawn,
            reason,
            now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond))
        );
    }

    /// <summary>Whether a text may stand as a reason where everybody reads it.</summary>
    public static bool IsFit(string text) =>
        !string.IsNullOrWhiteSpace(text)
        && text.Length <= LongestReason
        && !text.Any(char.IsControl)
        && !text.Contains('@', StringComparison.Ordinal)
        && !LongNumber().IsMatch(text);

    private static void RequireFit(string text, string language)
    {
        if (!IsFit(text))
        {
            throw new FaultException(new(Faults.ReasonUnfit, $"reason-{language}"));
        }
    }

    // The rule note-unfit of intake: seven digits, however they are parted, may be a telephone or an account.
    [GeneratedRegex("(?:[0-9][ ./()-]*){7}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();
}
