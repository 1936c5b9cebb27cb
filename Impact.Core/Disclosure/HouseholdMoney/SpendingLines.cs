using Impact.Core.Catalogue;

namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>Which line a category stands in at a level.</summary>
internal static class SpendingLines
{
    /// <summary>The line of all aid to households.</summary>
    public const string DirectAid = "direct_aid";

    /// <summary>The line of all programmes.</summary>
    public const string Programme = "programme";

    /// <summary>The categories of programmes: whatever Form 990 Part IX does not count to management or fundraising.</summary>
    public static IReadOnlyList<string> ProgrammeCategories { get; } =
    [
        .. CodeLists
            .ExpenditureCategory.Codes.Select(code => code.Value)
            .Where(category => CodeLists.SpendingOf(category) == "programme"),
    ];

    /// <summary>The line of a category at a level that shows lines.</summary>
    public static string Of(string category, SpendingLevel level) =>
        level switch
        {
            SpendingLevel.DirectAid when CodeLists.DirectAid.Contains(category) => DirectAid,
            SpendingLevel.Programme when ProgrammeCategories.Contains(category) => Programme,
            _ => category,
        };

    /// <summary>The categories that stand in a line.</summary>
    public static IReadOnlyList<string> CategoriesOf(string line) =>
        line switch
        {
            DirectAid => CodeLists.DirectAid,
            Programme => ProgrammeCategories,
            _ => [line],
        };

    /// <summary>The level at which lines were published: one line that is withheld is none, a merged line says how far.</summary>
    public static SpendingLevel LevelOf(IEnumerable<PublishedSpending> lines)
    {
        var all = lines.ToList();
        return all.Exists(line => line.AmountMinor is null) ? SpendingLevel.NextQuarter
            : all.Exists(line => line.Line == Programme) ? SpendingLevel.Programme
            : all.Exists(line => line.Line == DirectAid) ? SpendingLevel.DirectAid
            : SpendingLevel.Categories;
    }
}
