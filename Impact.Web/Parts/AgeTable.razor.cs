using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>How many rows of the register stand in which state, by how long they have stood.</summary>
public sealed partial class AgeTable : PagePart
{
    /// <summary>The register.</summary>
    [Parameter, EditorRequired]
    public required Differences Differences { get; set; }
}
