using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;

namespace Impact.Core.Charts.Recipes;

/// <summary>People planned and reached, as partners state them: one row for each organisation and indicator, nothing added up.</summary>
internal static class PeopleChart
{
    /// <summary>Identifier and file name.</summary>
    public const string Id = "people";

    /// <summary>More than fifteen rows are a table, not a picture.</summary>
    public const int MostRows = 15;

    /// <summary>The chart; none where no partner states a number.</summary>
    public static IEnumerable<Chart> From(ReleaseFigures figures)
    {
        var statements = PeopleFigures.Latest(figures);
        if (statements.Count > 0)
        {
            yield return new(Id, language => new PeopleStory(figures.Context, statements, language).Tell());
        }
    }
}
