using Impact.Core.Releases;
using Impact.Web.Hosting;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>The frame of every page: head, header, navigation, banner of invented figures, footer.</summary>
public sealed partial class Document : ComponentBase
{
    /// <summary>What stands in the head.</summary>
    [Parameter, EditorRequired]
    public required PageHead Head { get; set; }

    /// <summary>The reader.</summary>
    [Parameter, EditorRequired]
    public required Reader Reader { get; set; }

    /// <summary>The content.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Inject]
    private SiteAssets Files { get; set; } = null!;

    private FundReading? Fund => Head.Fund;

    private bool Fiction => Fund?.Fiction ?? false;

    private string Title
    {
        get
        {
            var own = Reader.Say(Head.Title);
            var fund = Fund is null ? string.Empty : Reader.Say(Fund.Name);
            var parts = new[] { own, fund, "Impact" }.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal);
            var mark = Fiction ? Reader.Say("Invented figures: ", "Cifras inventadas: ") : string.Empty;
            return mark + string.Join(" · ", parts);
        }
    }

    private string AfterWithdrawal(ReleaseIndexEntry withdrawn) =>
        string.Equals(withdrawn.Version, Fund?.Version, StringComparison.Ordinal)
            ? Say("Its figures must not be used.", "Sus cifras no deben usarse.")
            : Say(
                $"The fund’s figures are those of release {Fund?.Version} again.",
                $"Las cifras del fondo son de nuevo las de la versión {Fund?.Version}."
            );

    private string Say(string en, string es) => Reader.Say(en, es);

    private string? Current(string section) =>
        string.Equals(Head.Section, section, StringComparison.Ordinal) ? "page" : null;
}
