using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>One headline figure: plain words, the amount, the official term and what stands beside it.</summary>
public sealed partial class Figure : PagePart
{
    /// <summary>What it is in plain words.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The official term.</summary>
    [Parameter, EditorRequired]
    public required string Term { get; set; }

    /// <summary>The amount.</summary>
    [Parameter, EditorRequired]
    public required Amount Amount { get; set; }

    /// <summary>Last day the figure covers.</summary>
    [Parameter, EditorRequired]
    public required DateOnly AsOf { get; set; }

    /// <summary>Address of the place that explains the figure.</summary>
    [Parameter, EditorRequired]
    public required string Link { get; set; }
}
