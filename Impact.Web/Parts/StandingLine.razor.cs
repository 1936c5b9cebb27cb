using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>As-of date, finality and completeness of a figure, in one line, or in three where the day is said too.</summary>
public sealed partial class StandingLine : PagePart
{
    /// <summary>What stands beside the figure.</summary>
    [Parameter, EditorRequired]
    public required Standing Standing { get; set; }

    /// <summary>Last day the figure covers; null where the page says it once.</summary>
    [Parameter]
    public DateOnly? AsOf { get; set; }
}
