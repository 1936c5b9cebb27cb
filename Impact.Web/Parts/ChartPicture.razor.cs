using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>A chart of the release: the drawing that fits the screen, its description in words, and its files.</summary>
public sealed partial class ChartPicture : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>Identifier of the chart.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Whether it stands on the first screen, so that it is loaded at once.</summary>
    [Parameter]
    public bool First { get; set; }

    private ChartReading? Chart => ChartReading.Find(Fund, Id, Reader.Language);

    private string FileLink(string size, string format) => Fund.FilePath($"charts/{Id}.{Reader.Tag}.{size}.{format}");
}
