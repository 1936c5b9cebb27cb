using Impact.Web.Pages;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>An amount, or the words that say why there is none.</summary>
public sealed partial class AmountText : PagePart
{
    /// <summary>The amount.</summary>
    [Parameter, EditorRequired]
    public required Amount Amount { get; set; }

    /// <summary>Whether it stands in a headline: whole units, full words.</summary>
    [Parameter]
    public bool Headline { get; set; }

    /// <summary>Whether the currency is written; tables name it in their caption.</summary>
    [Parameter]
    public bool Bare { get; set; }

    // A value that is not exact says so where it stands.
    private string? Mark =>
        Amount.Standing.Status switch
        {
            "ok" => null,
            var status => Reader.Say(StatusWords.Full(status)),
        };

    private string Text =>
        Amount.Value is not { } money
            ? Reader.Say(
                Headline ? StatusWords.Full(Amount.Standing.Status) : StatusWords.Brief(Amount.Standing.Status)
            )
        : Headline ? Formats.Whole(money)
        : Bare ? Formats.Bare(money)
        : Formats.Exact(money);
}
