using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>The four figures of a fund.</summary>
public sealed partial class FigureRow : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>Its statement.</summary>
    [Parameter, EditorRequired]
    public required Statement Statement { get; set; }

    private string Metric(string id) => Reader.Link($"{Fund.Path}/metrics/{id}");
}
