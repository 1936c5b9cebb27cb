using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>
/// The rule which release another is compared with: the one before it; an older one, or none, only where every release in between was
/// withdrawn for safety. Who could choose freely could let a row go in silence.
/// </summary>
internal static class ComparedRelease
{
    private static readonly BilingualText NoIndex = new(
        "it is not compared with the release before it, and there is no index beside it that says why",
        "no se compara con la versión anterior, y no hay un índice a su lado que diga por qué"
    );

    /// <summary>Why a release may not be compared with what its manifest names; null where it may.</summary>
    /// <param name="manifest">What the release says about itself.</param>
    /// <param name="index">The signed index that lists the release; null where there is none.</param>
    public static Finding? Objection(Manifest manifest, ReleaseIndex? index)
    {
        var (compared, previous) = (manifest.Changes.ComparedWith, manifest.Previous?.Version);
        if (compared == previous)
        {
            return null;
        }

        if (previous is not null && index is null)
        {
            return Finding.NotChecked(NoIndex);
        }

        var earlier = (index?.Versions ?? []).TakeWhile(entry => entry.Version != manifest.Version).ToList();
        var place = earlier.FindIndex(entry => entry.Version == compared);
        var isKnown = previous is not null && (compared is null || place >= 0);
        return isKnown && earlier.Skip(place + 1).All(entry => entry.State == ReleaseState.WithdrawnForSafety)
            ? null
            : Finding.Of([$"comparedWith {compared ?? "none"}"]);
    }
}
