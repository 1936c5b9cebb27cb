using Impact.Core.Releases.Privacy;
using Impact.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>A small table whose cells are ready as words: the first column names the row, the others are numbers.</summary>
public sealed partial class WordTable : PagePart
{
    /// <summary>What the table shows, for who does not see it.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary>Headings and cells.</summary>
    [Parameter, EditorRequired]
    public required PrivacyTable Content { get; set; }
}
