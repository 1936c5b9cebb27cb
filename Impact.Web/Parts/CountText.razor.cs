using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>A number of people as stated, or the words that say why there is none.</summary>
public sealed partial class CountText : PagePart
{
    /// <summary>The number; null where no row is published.</summary>
    [Parameter, EditorRequired]
    public HeadCount? Count { get; set; }
}
