using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>Codes of <see cref="CodeLists.ChangeReason"/>.</summary>
internal static class Reasons
{
    public const string BetterData = "R1";
    public const string Routine = "R2";
    public const string Method = "R3";
    public const string Correction = "C";
}
