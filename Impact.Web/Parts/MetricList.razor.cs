using Impact.Core.Catalogue;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>Links to the pages that say what each figure means.</summary>
public sealed partial class MetricList : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The metrics.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<MetricCard> Cards { get; set; }
}
