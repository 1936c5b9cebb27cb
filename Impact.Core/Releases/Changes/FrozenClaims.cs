using Impact.Core.Catalogue;
using static System.FormattableString;

namespace Impact.Core.Releases.Changes;

/// <summary>The claim that no count of single people was drawn a second time, over all earlier releases that are at hand.</summary>
internal static class FrozenClaims
{
    private static readonly BilingualText NoCounts = new(
        "the release shows no count of single people",
        "la versión no muestra ningún recuento de personas"
    );

    private static readonly BilingualText NotAll = new(
        "not every earlier release is beside it as it was signed",
        "no todas las versiones anteriores están a su lado tal como se firmaron"
    );

    /// <summary>Checks it.</summary>
    /// <param name="tables">The release's tables.</param>
    /// <param name="others">The releases around it.</param>
    public static Finding Check(IReadOnlyDictionary<string, PublishedTable> tables, OtherReleases others)
    {
        var frozen = tables.Values.Where(table => FrozenCells.AreIn(table.Schema) && table.Rows.Count > 0).ToList();
        if (frozen.Count == 0)
        {
            return Finding.NotChecked(NoCounts);
        }

        var (breaches, isWhole) = (new List<string>(), true);
        foreach (var release in others.Earlier())
        {
            try
            {
                isWhole &= release is not null;
                breaches.AddRange(release is null ? [] : Thawed(release, frozen).ToList());
            }
            catch (FaultException)
            {
                isWhole = false;
            }
        }

        return breaches.Count == 0 && !isWhole ? Finding.NotChecked(NotAll) : Finding.Of(breaches);
    }

    private static IEnumerable<string> Thawed(Release release, IEnumerable<PublishedTable> frozen) =>
        frozen
            .SelectMany(table => FrozenCells.Thawed(release, table))
            .Select(cell => Invariant($"{release.Manifest.Version} {cell.Table}: {cell.Row}"));
}
