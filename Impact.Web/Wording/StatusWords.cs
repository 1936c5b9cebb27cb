using Impact.Core.Catalogue;

namespace Impact.Web.Wording;

/// <summary>Words for a value that is not there: few, none, unknown and not applicable are four different things.</summary>
public static class StatusWords
{
    private static readonly Dictionary<string, BilingualText> Short = new(StringComparer.Ordinal)
    {
        ["z"] = new("not applicable", "no corresponde"),
        ["x"] = new("not told", "sin dato"),
        ["c"] = new("withheld", "retenido"),
        ["low"] = new("under one", "menos de uno"),
    };

    /// <summary>One or two words for a cell of a table.</summary>
    /// <param name="status">A code of <see cref="CodeLists.Status"/>.</param>
    public static BilingualText Brief(string status) => Short.GetValueOrDefault(status, Full(status));

    /// <summary>The whole meaning.</summary>
    /// <param name="status">A code of <see cref="CodeLists.Status"/>.</param>
    public static BilingualText Full(string status) => CodeLists.Status.Label(status);
}
