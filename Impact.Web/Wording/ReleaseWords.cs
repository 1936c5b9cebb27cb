using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Web.Wording;

/// <summary>Words for states of releases and outcomes of checks.</summary>
public static class ReleaseWords
{
    /// <summary>A state in a few words.</summary>
    public static BilingualText State(ReleaseState state) => ReleaseStates.Of(state).Name;

    /// <summary>How and since when a release is withdrawn, in the reader's language.</summary>
    public static string Withdrawn(ReleaseIndexEntry entry, Reader reader)
    {
        var state = reader.Say(State(entry.State));
        return entry.ChangedAt is { } at
            ? $"{state}. {reader.Say("Since", "Desde el")} {reader.Day(DateOnly.FromDateTime(at.UtcDateTime))}."
            : $"{state}.";
    }

    /// <summary>An outcome in a few words.</summary>
    public static BilingualText Outcome(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Passed => new("Passed", "Superada"),
            CheckOutcome.Warning => new("Warning", "Advertencia"),
            _ => new("Not checked", "No comprobada"),
        };
}
