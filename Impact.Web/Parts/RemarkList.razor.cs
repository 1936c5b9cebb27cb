using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>Corrections and partners' replies beside the figures they are about; nothing where there is none.</summary>
public sealed partial class RemarkList : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The remarks.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Remark> Remarks { get; set; }

    /// <summary>How many are shown before a link to all of them, from 1; without it all are.</summary>
    [Parameter]
    public int Most { get; set; } = int.MaxValue;
}
