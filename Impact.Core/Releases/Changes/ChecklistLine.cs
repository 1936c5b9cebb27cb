using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>One line of the checklist: what was asked, how it ended, and where it does not hold.</summary>
internal static class ChecklistLine
{
    /// <summary>A message names at most twelve places.</summary>
    private const int MostNamed = 12;

    /// <summary>A row of a table, or the whole table, as a message names it.</summary>
    public static string Place(string table, string row) => row.Length == 0 ? table : $"{table}: {row}";

    /// <summary>The rows of a draft's table; none where it has no such table.</summary>
    public static IEnumerable<TableRow> Rows(ReleaseDraft draft, TableSchema schema) =>
        draft.Tables.FirstOrDefault(table => table.Table.Schema == schema)?.Table.Rows ?? [];

    /// <summary>A check that stops publication where something breaks it.</summary>
    public static ManifestCheck Must(string id, BilingualText asked, IEnumerable<string> breaches) =>
        Ended(id, asked, [.. breaches], CheckOutcome.Failed);

    /// <summary>A check with what breaks it.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="asked">What must or should hold.</param>
    /// <param name="breaches">Where it does not.</param>
    /// <param name="otherwise">How the check ends then.</param>
    private static ManifestCheck Ended(string id, BilingualText asked, List<string> breaches, CheckOutcome otherwise)
    {
        if (breaches.Count == 0)
        {
            return new(id, CheckOutcome.Passed, asked);
        }

        var named = string.Join("; ", breaches.Take(MostNamed));
        var more = breaches.Count - MostNamed;
        return new(
            id,
            otherwise,
            more > 0
                ? new(
                    string.Create(CultureInfo.InvariantCulture, $"{asked.En} Not so: {named}; and {more} more."),
                    string.Create(CultureInfo.InvariantCulture, $"{asked.Es} No es así: {named}; y {more} más.")
                )
                : new($"{asked.En} Not so: {named}.", $"{asked.Es} No es así: {named}.")
        );
    }

    /// <summary>A check that warns where something breaks it.</summary>
    public static ManifestCheck Should(string id, BilingualText asked, IEnumerable<string> breaches) =>
        Ended(id, asked, [.. breaches], CheckOutcome.Warning);
}
